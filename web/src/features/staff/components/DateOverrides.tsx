"use client";
// Single dates with other hours than the week, or none.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField, TextField } from "@/components/ui/Field";
import { useToast } from "@/components/ui/Toast";
import { tryDate } from "@/features/simulator/api";
import { useBreaks } from "@/features/simulator/useBreaks";
import { formatDate, type IsoDate } from "@/lib/datetime/format";
import { dropOverride, saveOverride } from "../api";
import { clockOf, minutesOf, type Override } from "../rules";
import styles from "./Dates.module.css";
import { DatesSection } from "./DatesSection";
import { useRows } from "./useRows";

type Props = { staffId: string; overrides: Override[]; today: IsoDate };

const empty = { date: "", closed: false, from: "", until: "" };
const onDate = (row: Override) => row.on_date;

export function DateOverrides({ staffId, overrides, today }: Props) {
  const t = useTranslations("areas.hours");
  const locale = useLocale();
  const toast = useToast();
  const { guard, question } = useBreaks();
  const { rows, busy, problem, add, drop } = useRows(overrides, { keyOf: onDate, placeOf: onDate });
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const { date, closed } = typed;
  const minutes = minutesOf(typed);
  const saved = (on: IsoDate) => t("overrideSaved", { day: formatDate(on, locale) });

  async function save() {
    setTried(true);
    if (date === "" || (!closed && !minutes)) return;
    const spans = closed || !minutes ? [] : [minutes];
    const kept = await add(() =>
      guard(
        () => tryDate(staffId, date, spans),
        (seen) => saveOverride(staffId, date, spans, seen),
      ),
    );
    if (!kept) return;
    toast(saved(date));
    setTyped(empty);
    setTried(false);
  }

  const remove = (row: Override) =>
    drop(
      row,
      saved(row.on_date),
      () =>
        guard(
          () => tryDate(staffId, row.on_date, null),
          (seen) => dropOverride(staffId, row.on_date, seen),
        ),
      () => saveOverride(staffId, row.on_date, row.spans as [number, number][]),
    );

  return (
    <DatesSection
      title={t("overridesTitle")}
      lead={t("overridesText")}
      none={t("overridesNone")}
      drop={t("overrideDrop")}
      save={t("overrideSave")}
      busy={busy}
      problem={problem}
      after={question}
      onSave={() => void save()}
      rows={rows.map((row) => ({
        key: row.on_date,
        words: (
          <>
            <strong>{formatDate(row.on_date, locale, { year: true })}</strong>
            {": "}
            {row.spans.length === 0
              ? t("overrideClosed")
              : row.spans.map(([start = 0, end = 0]) => `${clockOf(start)}–${clockOf(end)}`).join(", ")}
          </>
        ),
        dropLabel: t("overrideDropOn", { day: formatDate(row.on_date, locale) }),
        onDrop: () => void remove(row),
      }))}
    >
      <TextField
        name="override-date"
        type="date"
        size={10}
        min={today}
        label={t("date")}
        value={date}
        error={tried && date === "" ? t("dateMissing") : undefined}
        onChange={(event) => setTyped({ ...typed, date: event.currentTarget.value })}
      />
      <CheckboxField
        name="override-closed"
        label={t("closed")}
        checked={closed}
        onChange={(event) => setTyped({ ...typed, closed: event.currentTarget.checked })}
      />
      {!closed && (
        <div className={styles.pair}>
          <TextField
            name="override-from"
            type="time"
            size={10}
            label={t("overrideFrom")}
            value={typed.from}
            error={tried && !minutes ? t("timesMissing") : undefined}
            onChange={(event) => setTyped({ ...typed, from: event.currentTarget.value })}
          />
          <TextField
            name="override-until"
            type="time"
            size={10}
            label={t("overrideUntil")}
            value={typed.until}
            onChange={(event) => setTyped({ ...typed, until: event.currentTarget.value })}
          />
        </div>
      )}
    </DatesSection>
  );
}
