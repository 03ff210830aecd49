"use client";
// The list of one's messages, the newest first, day by day.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { addDays, dateIn } from "@/lib/datetime/calendar";
import { formatDate, type Instant, type IsoDate } from "@/lib/datetime/format";
import { readerZone } from "@/lib/datetime/zone";
import { capitalised } from "@/lib/i18n/languages";
import { useTask } from "@/lib/useTask";
import { fetchMessages } from "../api";
import { byDay, ON_A_PAGE, type OwnPage } from "../own";
import type { Reader } from "../rules";
import { MessageRow } from "./MessageRow";
import styles from "./messages.module.css";
import { OWN, useReading, useUnread } from "./useUnread";

type Props = {
  /** Of the page it stands on. */
  path: string;
  after: string;
  first: OwnPage;
  /** Our own origin: links elsewhere are none. */
  site: string;
  /** The server's time. */
  now: Instant;
  /** Where the reader is, until their browser says it. */
  zone: string;
  reader: Reader;
};

const NONE = { customer: "noneText", staff: "noneTextStaff", manager: "noneTextManager" } as const;

const never = () => () => undefined;

export function MessageList({ path, after, first, site, now, zone, reader }: Props) {
  const t = useTranslations("messages");
  const locale = useLocale();
  const { busy, problem, run } = useTask();
  const reading = useReading();
  const unread = useUnread();
  const here = useSyncExternalStore(never, readerZone, () => zone);
  const { data } = useQuery({
    queryKey: [OWN, after],
    queryFn: () => fetchMessages(after, ON_A_PAGE),
    initialData: first,
    staleTime: 0, // back on the page, what came meanwhile is there
    refetchInterval: 60_000,
  });
  const today = dateIn(here, new Date(now));
  // How many there are in all may not be known yet, or can't be said.
  const count = Math.max(unread, data.messages.filter(({ read_at }) => !read_at).length);

  const dayName = (date: IsoDate) => {
    if (date === today) return t("today");
    if (date === addDays(today, -1)) return t("yesterday");
    const year = date.slice(0, 4) !== today.slice(0, 4);
    return capitalised(formatDate(date, locale, { weekday: "long", year }), locale);
  };

  if (data.messages.length === 0)
    return (
      <EmptyState
        icon="bell"
        heading="h2"
        title={t(after ? "noOlder" : "none")}
        action={after && <ButtonLink href={path}>{t("newest")}</ButtonLink>}
      >
        {!after && t(NONE[reader])}
      </EmptyState>
    );
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <p className={styles.above} role="status">
        {t("unread", { count })}
      </p>
      {count > 0 && (
        <Button busy={busy} onClick={() => void run(() => reading(null))}>
          {t("readAll")}
        </Button>
      )}
      {byDay(data.messages, here).map(({ date, messages }) => (
        <section key={date} className={styles.day} aria-labelledby={`day-${date}`}>
          <h2 id={`day-${date}`}>{dayName(date)}</h2>
          <ul className={styles.list}>
            {messages.map((message) => (
              <MessageRow
                key={message.id}
                message={message}
                site={site}
                zone={here}
                reader={reader}
                onRead={() => void reading([message.id]).catch(() => undefined)}
              />
            ))}
          </ul>
        </section>
      ))}
      <nav aria-label={t("pages")} className={styles.pager}>
        {after && <ButtonLink href={path}>{t("newest")}</ButtonLink>}
        {data.next && (
          <ButtonLink href={{ pathname: path, query: { after: data.next } }}>{t("older")}</ButtonLink>
        )}
      </nav>
    </>
  );
}
