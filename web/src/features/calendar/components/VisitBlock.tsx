"use client";
// A visit where the clock has it: time, service, customer, place. Its state is a word for those who hear the page.
import { useLocale, useTranslations } from "next-intl";
import { formatTime } from "@/lib/datetime/format";
import type { Visit } from "../rules";
import styles from "./VisitBlock.module.css";

type Props = {
  visit: Visit;
  /** The staff member's own clock. */
  zone: string;
  where: { top: string; height: string };
  track: number;
  tracks: number;
  isDragged: boolean;
  /** Named where their clock is not the one beside the columns. */
  city?: string;
  onOpen: (visit: Visit) => void;
};

export function VisitBlock({ visit, zone, where, track, tracks, isDragged, city, onOpen }: Props) {
  const t = useTranslations("calendar");
  const ta = useTranslations("appointments");
  const locale = useLocale();
  const times = `${formatTime(visit.starts_at, zone, locale)}–${formatTime(visit.ends_at, zone, locale)}`;
  return (
    <button
      type="button"
      className={styles.visit}
      data-visit={visit.id}
      data-state={visit.state}
      data-moves={visit.can_move || undefined}
      data-dragged={isDragged || undefined}
      style={{ ...where, left: `${(track / tracks) * 100}%`, width: `${100 / tracks}%` }}
      onClick={() => onOpen(visit)}
    >
      <span className={styles.times}>
        {times}
        {city && ` ${t("cityTime", { city })}`}
      </span>{" "}
      <span className={styles.what}>{visit.service}</span>{" "}
      <span className={styles.who}>
        {ta("for", { name: visit.customer })}
        {visit.town && ` · ${visit.postcode || visit.town}`}
      </span>{" "}
      {visit.state !== "confirmed" && <span className={styles.state}>{ta(`state.${visit.state}`)}</span>}
      {visit.can_move && <span className={styles.grip} data-grip="" aria-hidden="true" />}
    </button>
  );
}
