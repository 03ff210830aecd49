"use client";
// What a manager would see with a scope, in counts, by the same rules that will hold.
import { useFormatter, useTranslations } from "next-intl";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { problemOf } from "@/lib/api/problem";
import { useSeen } from "../hooks";
import { opensNothing, type Reach } from "../rules";
import styles from "./access.module.css";

const COUNTS = ["staff", "customers", "orders", "appointments", "ahead", "locations"] as const;

export function SeenCounts({ name, reach }: { name: string; reach: Reach }) {
  const t = useTranslations("access");
  const format = useFormatter();
  const { data, error, isFetching, refetch } = useSeen(reach);
  return (
    <section className={styles.seen} aria-labelledby="seen" aria-busy={isFetching}>
      <h2 id="seen">{t("seenTitle", { name })}</h2>
      {error ? (
        <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : (
        <>
          {opensNothing(reach) && <p>{t("opensNothing")}</p>}
          <dl className={styles.counts}>
            {COUNTS.flatMap((count) => [
              <dt key={`${count} name`}>{t(`seen.${count}`)}</dt>,
              <dd key={count} data-count={count}>
                {data ? format.number(data[count]) : "…"}
              </dd>,
            ])}
          </dl>
        </>
      )}
    </section>
  );
}
