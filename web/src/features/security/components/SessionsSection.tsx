"use client";
// Where one is signed in, and the way to end it there.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useGuarded } from "@/features/proof/useGuarded";
import { problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { readerZone } from "@/lib/datetime/zone";
import { endSessions, fetchSessions } from "../api";
import { deviceOf, instantOf, type SignIn } from "../rules";
import styles from "./security.module.css";

export function SessionsSection() {
  const t = useTranslations("security.sessions");
  const { data = [], error, refetch } = useQuery({ queryKey: ["sign-ins"], queryFn: fetchSessions });
  const { busy, run, notice } = useGuarded();
  const others = data.filter((session) => !session.is_current);

  const end = (sessions: SignIn[]) =>
    run(async () => {
      await endSessions(sessions.map(({ id }) => id));
      await refetch();
    });

  return (
    <>
      <p className={styles.muted}>{t("lead")}</p>
      {error && <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />}
      <ul className={styles.list}>
        {data.map((session) => (
          <Session key={session.id} session={session} onEnd={() => void end([session])} />
        ))}
      </ul>
      {notice}
      {others.length > 0 && (
        <Button kind="danger" busy={busy} onClick={() => void end(others)}>
          {t("endOthers")}
        </Button>
      )}
    </>
  );
}

function Session({ session, onEnd }: { session: SignIn; onEnd: () => void }) {
  const t = useTranslations("security.sessions");
  const locale = useLocale();
  const zone = readerZone();
  const device = deviceOf(session.user_agent) || t("unknown");
  const seen = instantOf(session.last_seen_at ?? session.created_at);
  const day = formatDay(seen, zone, locale, { year: true });
  return (
    <li className={styles.row}>
      <span>
        {device}
        <br />
        <span className={styles.muted}>
          {session.is_current ? t("here") : t("seen", { day, time: formatTime(seen, zone, locale) })}
        </span>
      </span>
      {!session.is_current && (
        <Button kind="danger" aria-label={t("endNamed", { device })} onClick={onEnd}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}
