"use client";
// Messages of payment companies: what they are about, whether they were looked after, as they came, and again by hand.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { noticeSeen, replayNotice } from "../api";
import { type CompanyNotice, companyNamed, type NoticeSeen, refusalNamed } from "../rules";
import styles from "./payments.module.css";

export function NoticeList({ notices, zone }: { notices: CompanyNotice[]; zone: string }) {
  const t = useTranslations("paymentsTeam");
  if (notices.length === 0) return <p>{t("noNotices")}</p>;
  return (
    <ul className={styles.messages}>
      {notices.map((notice) => (
        <li key={notice.id}>
          <One notice={notice} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

function One({ notice, zone }: { notice: CompanyNotice; zone: string }) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  const router = useRouter();
  const [busy, setBusy] = useState<"again" | "show" | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [seen, setSeen] = useState<NoticeSeen | null>(null);

  async function send(what: "again" | "show", work: () => Promise<void>) {
    setBusy(what);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }

  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <span>
        <strong>{notice.kind || companyNamed(notice.provider)}</strong> ·{" "}
        {formatDay(notice.came_at, zone, locale)}, {formatTime(notice.came_at, zone, locale)}
        {notice.times > 1 && ` · ${t("times", { count: notice.times })}`}
        {notice.was_asked_for && ` · ${t("askedFor")}`}
        <span className={styles.back}>{told()}</span>
      </span>
      <Button
        kind="quiet"
        busy={busy === "show"}
        aria-expanded={seen !== null}
        onClick={() =>
          seen ? setSeen(null) : void send("show", async () => setSeen(await noticeSeen(notice.id)))
        }
      >
        {t(seen ? "hideNotice" : "showNotice")}
      </Button>
      <Button
        kind="quiet"
        busy={busy === "again"}
        onClick={() =>
          void send("again", async () => {
            await replayNotice(notice.id);
            router.refresh();
          })
        }
      >
        {t("replay")}
      </Button>
      {seen && <AsItCame seen={seen} />}
    </>
  );

  function told(): string {
    if (notice.handled_at) return t("handled");
    if (notice.about === "refused")
      return t(`refusedAs.${refusalNamed(notice.error)}`, { why: notice.error });
    return t("unhandled", { error: notice.error || "…" });
  }
}

function AsItCame({ seen }: { seen: NoticeSeen }) {
  const headers = Object.entries(seen.headers).map(([name, value]) => `${name}: ${value}`);
  return <pre className={styles.raw}>{[...headers, "", pretty(seen.body)].join("\n")}</pre>;
}

/** JSON with its lines apart; anything else as it is. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
