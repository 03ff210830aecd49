"use client";
// What a signed-in customer waits for, with what is offered on top.
import { useTranslations } from "next-intl";
import { ClockProvider } from "@/components/theme/ClockProvider";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import type { Instant } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import type { WaitingEntry } from "../rules";
import { EntryCard } from "./EntryCard";
import styles from "./waiting.module.css";

const order = (entry: WaitingEntry) => (entry.state === "offered" ? 0 : entry.can.leave ? 1 : 2);

/** `now` is the server's time. */
export function MyWaiting({ entries, now }: { entries: WaitingEntry[]; now: Instant }) {
  const t = useTranslations("waiting");
  const router = useRouter();
  if (entries.length === 0)
    return (
      <EmptyState
        icon="clock"
        heading="h2"
        title={t("noneTitle")}
        action={<ButtonLink href="/booking/">{t("look")}</ButtonLink>}
      >
        <p>{t("noneText")}</p>
      </EmptyState>
    );
  const rows = [...entries].sort((one, other) => order(one) - order(other));
  return (
    <ClockProvider now={now}>
      <ul className={styles.list}>
        {rows.map((entry) => (
          <li key={`${entry.id} ${entry.state} ${entry.offer?.id} ${entry.offer?.state}`}>
            <EntryCard entry={entry} whose={{ id: entry.id }} onChanged={() => router.refresh()} />
          </li>
        ))}
      </ul>
    </ClockProvider>
  );
}
