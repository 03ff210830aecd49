"use client";
// Putting somebody away, with what it leaves behind said first; and bringing them back.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay } from "@/lib/datetime/format";
import { Link, useRouter } from "@/lib/i18n/navigation";
import { archive, fetchRecord, restore } from "../api";
import type { Around, StaffRecord } from "../rules";

type Props = { record: StaffRecord; around: Around; calendar: string };

export function ArchiveStaff({ record, around, calendar }: Props) {
  const t = useTranslations("staffRecords");
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { name, zone } = record;

  /** The editor above may have saved since this page came: what counts here is the record as it stands now. */
  async function attempt(work: typeof archive, done: string) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const { revision } = await fetchRecord(record.id);
      await work(record.id, revision);
      toast(done);
      setAsked(false);
      heading.current?.focus();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  const days = {
    count: around.visits_ahead,
    first: around.first_at ? formatDay(around.first_at, zone, locale, { year: true }) : "",
    last: around.last_at ? formatDay(around.last_at, zone, locale, { year: true }) : "",
  };
  return (
    <>
      <h2 id="archive" ref={heading} tabIndex={-1}>
        {record.archived_at ? t("archivedTitle") : t("archiveTitle")}
      </h2>
      {problem && <ProblemNotice problem={problem} />}
      {record.archived_at ? (
        <>
          <p>{t("archivedText")}</p>
          <Button busy={busy} onClick={() => void attempt(restore, t("restored", { name }))}>
            {t("restore")}
          </Button>
        </>
      ) : (
        <>
          <p>{t("archiveText")}</p>
          <p>{t("ahead", days)}</p>
          {asked ? (
            <Notice tone="warn" role="alert" title={t("archiveSure", { name })}>
              {around.visits_ahead > 0 && (
                <p>
                  {t("aheadStay")} <Link href={calendar}>{t("aheadCalendar")}</Link>
                </p>
              )}
              <Button
                kind="danger"
                busy={busy}
                onClick={() => void attempt(archive, t("archivedDone", { name }))}
              >
                {t("archiveYes")}
              </Button>{" "}
              <Button onClick={() => setAsked(false)}>{t("archiveNo")}</Button>
            </Notice>
          ) : (
            <Button kind="danger" onClick={() => setAsked(true)}>
              {t("archive")}
            </Button>
          )}
        </>
      )}
    </>
  );
}
