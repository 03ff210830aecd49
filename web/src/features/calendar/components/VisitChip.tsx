"use client";
// A visit in one line: for weeks and months of many people, and for the list on a phone.
import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { formatTime } from "@/lib/datetime/format";
import { initialsOf, type Visit } from "../rules";
import styles from "./VisitChip.module.css";

type Props = {
  visit: Visit;
  zone: string;
  /** Whose it is, where that is not the row or the column: told by colour, mark and initials. */
  person?: { name: string; colour: number; mark: number };
  isDragged?: boolean;
  onOpen: (visit: Visit) => void;
};

function VisitChipOnce({ visit, zone, person, isDragged, onOpen }: Props) {
  const t = useTranslations("appointments");
  const locale = useLocale();
  return (
    <button
      type="button"
      className={styles.chip}
      data-visit={visit.id}
      data-state={visit.state}
      data-moves={visit.can_move || undefined}
      data-dragged={isDragged || undefined}
      {...(person && {
        "data-mark": person.mark,
        style: { "--person": `var(--person-${person.colour})` } as never,
      })}
      onClick={() => onOpen(visit)}
    >
      <span className={styles.time}>{formatTime(visit.starts_at, zone, locale)}</span>{" "}
      {person && (
        <>
          <span className={styles.initials} aria-hidden="true">
            {initialsOf(person.name)}
          </span>
          <span className="visually-hidden">{person.name}, </span>
        </>
      )}
      <span className={styles.what}>{visit.service}</span>{" "}
      <span className={styles.who}>{t("for", { name: visit.customer })}</span>
      {visit.state !== "confirmed" && <span className={styles.state}> {t(`state.${visit.state}`)}</span>}
    </button>
  );
}

export const VisitChip = memo(VisitChipOnce);
