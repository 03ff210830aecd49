"use client";
// The bank holidays of the coming years, to tick. Nothing closes until "keep" is pressed.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxField, SelectField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDate } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { chooseRegion } from "../api";
import { byYear, type ProposedDay, REGIONS, type Region } from "../rules";
import styles from "./BankHolidays.module.css";

type Props = {
  business: string;
  region: Region;
  days: ProposedDay[];
  busy: boolean;
  /** Answers whether it worked. */
  onKeep: (chosen: ProposedDay[]) => Promise<boolean>;
};

export function BankHolidays({ business, region, days, busy, onKeep }: Props) {
  const t = useTranslations("holidays");
  const locale = useLocale();
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem | null>(null);
  const ticked = days.filter(({ on_date }) => chosen.has(on_date));

  const choose = (dates: string[], on: boolean) =>
    setChosen((now) => new Set([...now].filter((date) => !dates.includes(date)).concat(on ? dates : [])));

  async function change(next: Region) {
    setProblem(null);
    try {
      await chooseRegion(business, next);
      setChosen(new Set());
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  }

  async function keep(event: FormEvent) {
    event.preventDefault();
    if (busy || ticked.length === 0) return;
    if (await onKeep(ticked)) setChosen(new Set());
  }

  return (
    <section className={styles.section} aria-labelledby="bank">
      <h2 id="bank">{t("bankTitle")}</h2>
      <p className={styles.lead}>{t("bankText")}</p>
      {problem && <ProblemNotice problem={problem} />}
      <form method="post" onSubmit={(event) => void keep(event)}>
        <SelectField
          name="region"
          label={t("region")}
          value={region}
          onChange={(event) => {
            const next = REGIONS.find((each) => each === event.currentTarget.value);
            if (next) void change(next);
          }}
        >
          {REGIONS.map((each) => (
            <option key={each} value={each}>
              {t(`regions.${each}`)}
            </option>
          ))}
        </SelectField>
        {days.length === 0 && <p className={styles.lead}>{t("bankNone")}</p>}
        {byYear(days).map(([year, proposed]) => (
          <fieldset key={year} className={styles.year}>
            <legend>{year}</legend>
            <Button
              kind="quiet"
              aria-label={t("allOf", { year })}
              onClick={() =>
                choose(
                  proposed.map(({ on_date }) => on_date),
                  true,
                )
              }
            >
              {t("all")}
            </Button>
            {proposed.map(({ on_date, name, is_substitute }) => (
              <CheckboxField
                key={on_date}
                name={`bank-${on_date}`}
                checked={chosen.has(on_date)}
                onChange={(event) => choose([on_date], event.currentTarget.checked)}
                label={
                  <>
                    {formatDate(on_date, locale)}: <bdi lang="en">{name}</bdi>
                    {is_substitute && ` (${t("substitute")})`}
                  </>
                }
              />
            ))}
          </fieldset>
        ))}
        {days.length > 0 && (
          <Button type="submit" busy={busy} aria-disabled={ticked.length === 0}>
            {t("keep", { count: ticked.length })}
          </Button>
        )}
      </form>
    </section>
  );
}
