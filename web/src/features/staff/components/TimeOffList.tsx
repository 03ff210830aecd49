"use client";
// Absences, asked for or granted: those planned, and a new one, in whole days or some hours of one.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField, TextField } from "@/components/ui/Field";
import { useToast } from "@/components/ui/Toast";
import { tryTimeOff } from "@/features/simulator/api";
import { useBreaks } from "@/features/simulator/useBreaks";
import { addDays } from "@/lib/datetime/calendar";
import { instantAt, startOfDate } from "@/lib/datetime/day";
import { formatDay, type IsoDate } from "@/lib/datetime/format";
import { addTimeOff, dropTimeOff } from "../api";
import { minutesOf, type TimeOff } from "../rules";
import styles from "./Dates.module.css";
import { DatesSection } from "./DatesSection";
import { useRows } from "./useRows";
import { useSpell } from "./useSpell";

type Props = {
  staffId: string;
  zone: string;
  today: IsoDate;
  timeOff: TimeOff[];
  /** Whoever may grant time off need not ask for it. */
  grants: boolean;
  /** An entry of the reader's is a request that somebody answers. */
  waits: boolean;
};

const empty = { first: "", last: "", part: false, from: "", until: "", reason: "" };

export function TimeOffList({ staffId, zone, today, timeOff, grants, waits }: Props) {
  const t = useTranslations("areas.hours");
  const locale = useLocale();
  const toast = useToast();
  const spell = useSpell();
  const { guard, question } = useBreaks();
  const { rows, busy, problem, add, drop } = useRows(timeOff, {
    keyOf: ({ id }) => id,
    placeOf: ({ starts_at }) => Date.parse(starts_at),
  });
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const { first, last, part, reason } = typed;
  const minutes = minutesOf(typed);
  const lastFault = part ? null : last === "" ? "dateMissing" : last < first ? "backwards" : null;

  async function save() {
    setTried(true);
    if (first === "" || lastFault || (part && !minutes)) return;
    const [starts_at, ends_at] =
      part && minutes
        ? [instantAt(first, minutes[0], zone), instantAt(first, minutes[1], zone)]
        : [startOfDate(first, zone), startOfDate(addDays(last, 1), zone)];
    const entry = { starts_at, ends_at, reason: reason.trim() };
    let asked = false;
    const saved = await add(async () => {
      // A request closes nothing yet: what it would break is asked of whoever grants it.
      const row = waits
        ? await addTimeOff(staffId, entry)
        : await guard(
            () => tryTimeOff(staffId, { starts_at, ends_at }),
            (seen) => addTimeOff(staffId, entry, seen),
          );
      asked = row?.state === "requested";
      return row;
    });
    if (!saved) return;
    toast(t(asked ? "timeOffAsked" : "timeOffSaved"));
    setTyped(empty);
    setTried(false);
  }

  const remove = (row: TimeOff) => {
    const { starts_at, ends_at, reason } = row;
    return drop(
      row,
      spell(row, zone),
      () => dropTimeOff(row.id),
      // What somebody has answered cannot be brought back by whoever asked.
      grants || !waits || row.state === "requested"
        ? () => addTimeOff(staffId, { starts_at, ends_at, reason })
        : undefined,
    );
  };

  return (
    <DatesSection
      title={t("timeOffTitle")}
      lead={t(waits ? "timeOffAskText" : "timeOffText")}
      none={t("timeOffNone")}
      drop={t("timeOffDrop")}
      save={t(waits ? "timeOffAsk" : "timeOffSave")}
      busy={busy}
      problem={problem}
      after={question}
      onSave={() => void save()}
      rows={rows.map((row) => ({
        key: row.id,
        words: (
          <>
            <strong>{spell(row, zone)}</strong>
            {row.reason && <bdi>: {row.reason}</bdi>}
            {row.state !== "granted" && row.state !== "withdrawn" && ` (${t(row.state)})`}
            {row.answer && (
              <>
                <br />
                <bdi className={styles.answer}>{`${row.answered_by}: ${row.answer}`}</bdi>
              </>
            )}
          </>
        ),
        dropLabel: t("timeOffDropOn", { day: formatDay(row.starts_at, zone, locale) }),
        onDrop: () => void remove(row),
      }))}
    >
      <CheckboxField
        name="off-part"
        label={t("timeOffPart")}
        checked={part}
        onChange={(event) => setTyped({ ...typed, part: event.currentTarget.checked })}
      />
      <div className={styles.pair}>
        <TextField
          name="off-first"
          type="date"
          size={10}
          min={today}
          label={t(part ? "date" : "firstDay")}
          value={first}
          error={tried && !first ? t("dateMissing") : undefined}
          onChange={(event) => setTyped({ ...typed, first: event.currentTarget.value })}
        />
        {!part && (
          <TextField
            name="off-last"
            type="date"
            size={10}
            min={first || today}
            label={t("lastDay")}
            value={last}
            error={tried && lastFault ? t(lastFault) : undefined}
            onChange={(event) => setTyped({ ...typed, last: event.currentTarget.value })}
          />
        )}
        {part && (
          <>
            <TextField
              name="off-from"
              type="time"
              size={10}
              label={t("overrideFrom")}
              value={typed.from}
              error={tried && !minutes ? t("timesMissing") : undefined}
              onChange={(event) => setTyped({ ...typed, from: event.currentTarget.value })}
            />
            <TextField
              name="off-until"
              type="time"
              size={10}
              label={t("overrideUntil")}
              value={typed.until}
              onChange={(event) => setTyped({ ...typed, until: event.currentTarget.value })}
            />
          </>
        )}
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
