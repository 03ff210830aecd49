"use client";
// Messages of payment companies: what they are about, whether they were looked after, and again by hand.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { replayNotice } from "../api";
import type { CompanyNotice } from "../rules";
import styles from "./payments.module.css";

export function NoticeList({ notices, zone }: { notices: CompanyNotice[]; zone: string }) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function again(id: string) {
    setBusy(id);
    setProblem(null);
    try {
      await replayNotice(id);
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }

  if (notices.length === 0) return <p>{t("noNotices")}</p>;
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <ul className={styles.messages}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <span>
              <strong>{notice.kind}</strong> · {formatDay(notice.came_at, zone, locale)},{" "}
              {formatTime(notice.came_at, zone, locale)}
              {notice.times > 1 && ` · ${t("times", { count: notice.times })}`}
              <span className={styles.back}>
                {notice.handled_at ? t("handled") : t("unhandled", { error: notice.error || "…" })}
              </span>
            </span>
            <Button kind="quiet" busy={busy === notice.id} onClick={() => void again(notice.id)}>
              {t("replay")}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
