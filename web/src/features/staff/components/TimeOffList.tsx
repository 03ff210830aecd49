"use client";
// Absences in whole days: those planned, and a new one.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/ui/Field";
import { useToast } from "@/components/ui/Toast";
import { addDays, dateIn } from "@/lib/datetime/calendar";
import { startOfDate } from "@/lib/datetime/day";
import { formatDate, formatDay, formatRange, formatTime, type IsoDate } from "@/lib/datetime/format";
import { addTimeOff, dropTimeOff } from "../api";
import type { TimeOff } from "../rules";
import styles from "./Dates.module.css";
import { DatesSection } from "./DatesSection";
import { useRows } from "./useRows";

type Props = { staffId: string; zone: string; today: IsoDate; timeOff: TimeOff[] };

const empty = { first: "", last: "", reason: "" };

export function TimeOffList({ staffId, zone, today, timeOff }: Props) {
  const t = useTranslations("areas.hours");
  const locale = useLocale();
  const toast = useToast();
  const { rows, busy, problem, add, drop } = useRows(timeOff, {
    keyOf: ({ id }) => id,
    placeOf: ({ starts_at }) => Date.parse(starts_at),
  });
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const { first, last, reason } = typed;

  async function save() {
    setTried(true);
    if (!first || !last || last < first) return;
    const span = {
      starts_at: startOfDate(first, zone),
      ends_at: startOfDate(addDays(last, 1), zone),
      reason: reason.trim(),
    };
    if (!(await add(() => addTimeOff(staffId, span)))) return;
    toast(t("timeOffSaved"));
    setTyped(empty);
    setTried(false);
  }

  const remove = (row: TimeOff) => {
    const { starts_at, ends_at, reason } = row;
    return drop(
      row,
      spell(row),
      () => dropTimeOff(row.id),
      () => addTimeOff(staffId, { starts_at, ends_at, reason }),
    );
  };

  /** "Mon 8 June to Fri 12 June" for whole days, else with the times. */
  function spell({ starts_at, ends_at }: TimeOff): string {
    const whole = [starts_at, ends_at].every((at) => formatTime(at, zone, locale) === "00:00");
    if (!whole) return formatRange(starts_at, ends_at, zone, locale);
    const from = formatDay(starts_at, zone, locale);
    const until = formatDate(addDays(dateIn(zone, new Date(ends_at)), -1), locale);
    return from === until ? from : t("wholeDays", { first: from, last: until });
  }

  return (
    <DatesSection
      title={t("timeOffTitle")}
      lead={t("timeOffText")}
      none={t("timeOffNone")}
      drop={t("timeOffDrop")}
      save={t("timeOffSave")}
      busy={busy}
      problem={problem}
      onSave={() => void save()}
      rows={rows.map((row) => ({
        key: row.id,
        words: (
          <>
            <strong>{spell(row)}</strong>
            {row.reason && <bdi>: {row.reason}</bdi>}
            {(row.state === "requested" || row.state === "refused") && ` (${t(row.state)})`}
          </>
        ),
        dropLabel: t("timeOffDropOn", { day: formatDay(row.starts_at, zone, locale) }),
        onDrop: () => void remove(row),
      }))}
    >
      <div className={styles.pair}>
        <TextField
          name="off-first"
          type="date"
          size={10}
          min={today}
          label={t("firstDay")}
          value={first}
          error={tried && !first ? t("dateMissing") : undefined}
          onChange={(event) => setTyped({ ...typed, first: event.currentTarget.value })}
        />
        <TextField
          name="off-last"
          type="date"
          size={10}
          min={first || today}
          label={t("lastDay")}
          value={last}
          error={tried && !last ? t("dateMissing") : tried && last < first ? t("backwards") : undefined}
          onChange={(event) => setTyped({ ...typed, last: event.currentTarget.value })}
        />
      </div>
      <TextField
        name="off-reason"
        label={t("reason")}
        help={t("reasonHelp")}
        optional
        maxLength={200}
        value={reason}
        onChange={(event) => setTyped({ ...typed, reason: event.currentTarget.value })}
      />
    </DatesSection>
  );
}
