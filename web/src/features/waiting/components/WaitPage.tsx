"use client";
// The entry that a letter's link opens: /wait/#key. What is behind the # no server sees.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ClockProvider } from "@/components/theme/ClockProvider";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { problemOf } from "@/lib/api/problem";
import type { Instant } from "@/lib/datetime/format";
import { linkedEntry } from "../api";
import { useKey } from "../hooks";
import { EntryCard } from "./EntryCard";
import styles from "./waiting.module.css";

/** `now` is the server's time. */
export function WaitPage({ now }: { now: Instant }) {
  return (
    <ClockProvider now={now}>
      <QueryProvider>
        <div className={styles.narrow}>
          <Opened />
        </div>
      </QueryProvider>
    </ClockProvider>
  );
}

function Opened() {
  const t = useTranslations("waiting");
  const key = useKey();
  const { data, error, refetch } = useQuery({
    queryKey: ["waiting", key],
    queryFn: () => linkedEntry(key ?? ""),
    enabled: Boolean(key),
    staleTime: 0,
    retry: false,
  });
  if (key === "" || (error && problemOf(error).status === 404))
    return (
      <EmptyState title={t("badLinkTitle")} action={<ButtonLink href="/booking/">{t("look")}</ButtonLink>}>
        <p>{t("badLink")}</p>
      </EmptyState>
    );
  if (error) return <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />;
  if (!data || !key)
    return (
      <Loading label={t("loading")}>
        <Skeleton width="60%" height="2.2em" />
        <Skeleton height="9em" />
      </Loading>
    );
  return (
    <EntryCard
      key={`${data.id} ${data.state} ${data.offer?.id} ${data.offer?.state}`}
      page
      entry={data}
      whose={{ key }}
      onChanged={() => refetch()}
    />
  );
}
