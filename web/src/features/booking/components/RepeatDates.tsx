"use client";
// Every date of a line that repeats: kept, moved, left out; another time for one, or without it.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { chooseDate, type LineAsked, nearDate } from "../api";
import type { Basket, BasketLine, Repeat, SeriesDate } from "../rules";
import styles from "./journey.module.css";
import dates from "./RepeatDates.module.css";
import { useMoment } from "./useWhen";

type Props = {
  line: BasketLine;
  repeat: Repeat;
  asked: LineAsked;
  change: (call: () => Promise<Basket>) => Promise<Basket>;
  onProblem: (problem: Problem | null) => void;
};

export function RepeatDates({ line, repeat, asked, change, onProblem }: Props) {
  const t = useTranslations("booking.repeat");
  const moment = useMoment();
  const locale = useLocale();
  const money = (amount: number) => formatMoney({ amount, currency: line.currency }, locale);
  const [near, setNear] = useState<{ on: string; choices: SeriesDate[] } | null>(null);
  const [busy, setBusy] = useState("");
  const other = repeat.dates.filter((date) => date.fit !== "kept" && !date.is_skipped).length;

  async function run(on: string, call: () => Promise<unknown>) {
    if (busy) return;
    setBusy(on);
    onProblem(null);
    try {
      await call();
    } catch (error) {
      onProblem(problemOf(error));
    } finally {
      setBusy("");
    }
  }

  const leaveOut = (on: string) =>
    run(on, async () => {
      await change(() => chooseDate(asked, on, {}));
      setNear(null);
    });
  const look = (on: string) => run(on, async () => setNear({ on, choices: await nearDate(asked, on) }));
  const take = (on: string, choice: SeriesDate) =>
    run(on, async () => {
      await change(() => chooseDate(asked, on, { starts_at: choice.starts_at, staff_id: choice.staff_id }));
      setNear(null);
    });

  function wordsOf(date: SeriesDate): string {
    if (date.is_skipped) return t("skipped", { when: moment(date.wished_at, line) });
    if (!date.starts_at) return t("nothing", { when: moment(date.wished_at, line) });
    return moment(date.starts_at, line);
  }

  return (
    <div className={dates.box}>
      {other > 0 && (
        <Notice tone="warn" title={t("otherTitle", { count: other })}>
          <p>{t("otherText")}</p>
        </Notice>
      )}
      <ol className={dates.list} aria-label={t("dates")}>
        {line.starts_at && (
          <li className={dates.date}>
            <span className={dates.words}>
              <b>{moment(line.starts_at, line)}</b> <span className={styles.muted}>{t("first")}</span>
              {repeat.first_by_package && <span className={dates.mark}>{t("byPackage")}</span>}
            </span>
          </li>
        )}
        {repeat.dates.map((date) => (
          <li key={date.on} className={dates.date} data-fit={date.is_skipped ? "skipped" : date.fit}>
            <span className={dates.words}>
              <span>{wordsOf(date)}</span>
              {date.by_package && <span className={dates.mark}>{t("byPackage")}</span>}
              {!date.is_skipped && date.total_amount != null && date.total_amount !== line.total_amount && (
                <span className={dates.mark}>{t("costs", { amount: money(date.total_amount) })}</span>
              )}
              {!date.is_skipped && (date.fit === "other_time" || date.fit === "other_person") && (
                <span className={dates.mark}>
                  {t(date.fit === "other_time" ? "otherTime" : "otherPerson", { name: date.staff_name })}
                </span>
              )}
            </span>
            <span className={dates.acts}>
              <Button
                kind="quiet"
                busy={busy === date.on}
                aria-label={t("changeNamed", { when: wordsOf(date) })}
                onClick={() => void look(date.on)}
              >
                {t("change")}
              </Button>
              {!date.is_skipped && date.starts_at && (
                <Button
                  kind="quiet"
                  aria-label={t("leaveOutNamed", { when: wordsOf(date) })}
                  onClick={() => void leaveOut(date.on)}
                >
                  {t("leaveOut")}
                </Button>
              )}
            </span>
            {near?.on === date.on && (
              <ul className={dates.choices} aria-label={t("near")}>
                {near.choices.length === 0 && <li>{t("noneNear")}</li>}
                {near.choices.map((choice) => (
                  <li key={`${choice.starts_at} ${choice.staff_id}`}>
                    <Button onClick={() => void take(date.on, choice)}>
                      {`${choice.starts_at ? moment(choice.starts_at, line) : ""} · ${choice.staff_name}`}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.muted}>
        {t("sum", { count: repeat.visit_count })}
        {line.prepaid.visits > 0 && `, ${t("sumByPackage", { count: line.prepaid.visits })}`}
      </p>
    </div>
  );
}
