"use client";
// Absences in whole days: those planned, and a new one.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { addDays, dateIn } from "@/lib/datetime/calendar";
import { startOfDate } from "@/lib/datetime/day";
import { formatDate, formatDay, formatRange, formatTime, type IsoDate } from "@/lib/datetime/format";
import { addTimeOff, dropTimeOff } from "../api";
import type { TimeOff } from "../rules";
import styles from "./Dates.module.css";

type Props = { staffId: string; zone: string; today: IsoDate; timeOff: TimeOff[] };

export function TimeOffList({ staffId, zone, today, timeOff }: Props) {
  const t = useTranslations("areas.hours");
  const locale = useLocale();
  const toast = useToast();
  const [shown, setShown] = useState(timeOff);
  const [first, setFirst] = useState("");
  const [last, setLast] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function attempt(action: () => Promise<void>) {
    setBusy(true);
    setProblem(null);
    try {
      await action();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  async function add(starts_at: string, ends_at: string, why: string) {
    const row = await addTimeOff(staffId, { starts_at, ends_at, reason: why });
    setShown((now) =>
      [...now, row].sort((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at)),
    );
  }

  function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (busy || !first || !last || last < first) return;
    attempt(async () => {
      await add(startOfDate(first, zone), startOfDate(addDays(last, 1), zone), reason.trim());
      toast(t("timeOffSaved"));
      setFirst("");
      setLast("");
      setReason("");
      setTried(false);
    });
  }

  const drop = (row: TimeOff) =>
    attempt(async () => {
      await dropTimeOff(row.id);
      setShown((now) => now.filter((other) => other.id !== row.id));
      toast(spell(row), { undo: () => attempt(() => add(row.starts_at, row.ends_at, row.reason)) });
    });

  /** "Mon 8 June to Fri 12 June" for whole days, else with the times. */
  function spell({ starts_at, ends_at }: TimeOff): string {
    const whole = [starts_at, ends_at].every((at) => formatTime(at, zone, locale) === "00:00");
    if (!whole) return formatRange(starts_at, ends_at, zone, locale);
    const from = formatDay(starts_at, zone, locale);
    const until = formatDate(addDays(dateIn(zone, new Date(ends_at)), -1), locale);
    return from === until ? from : t("wholeDays", { first: from, last: until });
  }

  return (
    <section className={styles.section} aria-labelledby="time-off">
      <h2 id="time-off">{t("timeOffTitle")}</h2>
      <p className={styles.lead}>{t("timeOffText")}</p>
      {problem && <ProblemNotice problem={problem} />}
      {shown.length === 0 ? (
        <p className={styles.none}>{t("timeOffNone")}</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((row) => (
            <li key={row.id} className={styles.row}>
              <span>
                <strong>{spell(row)}</strong>
                {row.reason && `: ${row.reason}`}
                {(row.state === "requested" || row.state === "refused") && ` (${t(row.state)})`}
              </span>
              <Button
                kind="quiet"
                busy={busy}
                aria-label={t("timeOffDropOn", { day: formatDay(row.starts_at, zone, locale) })}
                onClick={() => drop(row)}
              >
                {t("timeOffDrop")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form noValidate onSubmit={save} className={styles.form}>
        <div className={styles.pair}>
          <TextField
            name="off-first"
            type="date"
            size={10}
            min={today}
            label={t("firstDay")}
            value={first}
            error={tried && !first ? t("dateMissing") : undefined}
            onChange={(event) => setFirst(event.currentTarget.value)}
          />
          <TextField
            name="off-last"
            type="date"
            size={10}
            min={first || today}
            label={t("lastDay")}
            value={last}
            error={tried && !last ? t("dateMissing") : tried && last < first ? t("backwards") : undefined}
            onChange={(event) => setLast(event.currentTarget.value)}
          />
        </div>
        <TextField
          name="off-reason"
          label={t("reason")}
          help={t("reasonHelp")}
          optional
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" busy={busy}>
          {t("timeOffSave")}
        </Button>
      </form>
    </section>
  );
}
