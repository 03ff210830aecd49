"use client";
// The free times of one day: native radios in a fieldset, laid out as a grid and grouped by part of the day.
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { formatTime, type Instant } from "@/lib/datetime/format";
import styles from "./SlotGrid.module.css";
import { dayPart, dayParts, gridMove } from "./slots";

export type Slot = {
  startsAt: Instant;
  /** Stands below the time: a lower price, "your usual cleaner". Two words at most. */
  note?: string;
};

type Props = {
  name: string;
  /** "Times on Tue 9 June". */
  legend: ReactNode;
  slots: Slot[];
  zone: string;
  value: Instant | null;
  onChange: (startsAt: Instant) => void;
  error?: string | undefined;
  /** Others are on their way: these stay to be seen, and none of them is chosen. */
  waiting?: boolean;
};

/** Left and right walk through the day, up and down go by row, Home and End to the first and last time. */
export function SlotGrid({ name, legend, slots, zone, value, onChange, error, waiting }: Props) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const field = useRef<HTMLFieldSetElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const radios = [...(field.current?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [])];
    const from = radios.indexOf(event.target as HTMLInputElement);
    if (from < 0) return;
    const boxes = radios.map((radio) => (radio.closest("label") ?? radio).getBoundingClientRect());
    const to = gridMove(event.key, from, boxes, getComputedStyle(event.currentTarget).direction === "rtl");
    if (to === null) return;
    event.preventDefault();
    radios[to]?.focus();
    radios[to]?.click();
  }

  const groups = dayParts
    .map((part) => ({
      part,
      slots: slots.filter((slot) => dayPart(formatTime(slot.startsAt, zone, "en")) === part),
    }))
    .filter((group) => group.slots.length > 0);

  return (
    <fieldset
      ref={field}
      id={name}
      tabIndex={-1}
      disabled={waiting}
      className={styles.field}
      onKeyDown={onKeyDown}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend className={styles.legend}>{legend}</legend>
      {error && (
        <p className={styles.error} id={`${name}-error`}>
          {error}
        </p>
      )}
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset is read out twice by some readers.
        <div key={group.part} role="group" aria-labelledby={`${name}-${group.part}`} className={styles.part}>
          <h3 id={`${name}-${group.part}`} className={styles.partName}>
            {t(`slots.${group.part}`)}
          </h3>
          <div className={styles.grid}>
            {group.slots.map((slot) => (
              <label key={slot.startsAt} className={styles.slot}>
                <input
                  type="radio"
                  name={name}
                  value={slot.startsAt}
                  checked={slot.startsAt === value}
                  onChange={() => onChange(slot.startsAt)}
                />
                <span className={styles.time}>{formatTime(slot.startsAt, zone, locale)}</span>
                {slot.note && <span className={styles.note}>{slot.note}</span>}
              </label>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
