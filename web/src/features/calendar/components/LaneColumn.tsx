"use client";
// One column: when somebody works, what takes their time, and their visits where the clock has them.
import { useLocale, useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { formatTime } from "@/lib/datetime/format";
import { cityOf } from "@/lib/datetime/zone";
import {
  type Block,
  type Calendar,
  hoursOf,
  type Lane,
  minutesInto,
  type Spot,
  snapped,
  touches,
  tracksOf,
  type Visit,
} from "../rules";
import styles from "./LaneColumn.module.css";
import { VisitBlock } from "./VisitBlock";

type Props = {
  calendar: Calendar;
  lane: Lane;
  /** Its column in the grid; the line of the hour it is lies over them. */
  column: number;
  /** The clock beside the columns; a person who lives by another one sees both. */
  zone: string;
  label: string;
  hourPx: number;
  /** In a week with a night on which the clocks change, that day's column names its own 23 or 25 hours. */
  hasOwnHours: boolean;
  isUnable: boolean;
  dragged: string | null;
  onOpen: (visit: Visit) => void;
  onBlock: (block: Block) => void;
  onSpot: (spot: Spot) => void;
};

type Piece = { starts_at: string; ends_at: string };

function LaneColumnOnce({
  calendar,
  lane,
  column,
  zone,
  label,
  hourPx,
  hasOwnHours,
  isUnable,
  dragged,
  onOpen,
  onBlock,
  onSpot,
}: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const { staff } = lane;
  const mine = <T extends Piece & { staff_member_id: string }>(items: readonly T[]) =>
    items.filter((item) => item.staff_member_id === staff.id && touches(lane, item));
  const visits = useMemo(
    () =>
      tracksOf(
        calendar.appointments.filter((item) => item.staff_member_id === lane.staff.id && touches(lane, item)),
      ),
    [calendar.appointments, lane],
  );
  const place = (starts: string, ends: string) => ({
    top: `${(minutesInto(lane, starts) / 60) * hourPx}px`,
    height: `${((minutesInto(lane, ends) - minutesInto(lane, starts)) / 60) * hourPx}px`,
  });
  const shown = (spans: readonly (readonly [string, string])[]) =>
    spans.filter(([starts_at, ends_at]) => touches(lane, { starts_at, ends_at }));
  const real = hoursOf(lane);
  const range = (item: Piece) =>
    `${formatTime(item.starts_at, staff.zone, locale)}–${formatTime(item.ends_at, staff.zone, locale)}`;
  const other = staff.zone === zone ? undefined : staff.zone;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the button above the column.
    <section
      className={styles.lane}
      data-lane={lane.key}
      data-unable={isUnable || undefined}
      aria-label={t("lane", { name: label, count: visits.length })}
      style={{ gridColumn: column, height: `${real.length * hourPx}px` }}
      onClick={(event) => {
        if ((event.target as Element).closest("button")) return;
        const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
        onSpot({ staffId: staff.id, at: snapped(lane, Math.floor((y / hourPx) * 4) * 15) });
      }}
    >
      {shown(staff.open).map(([start, end]) => (
        <div key={start} className={styles.open} style={place(start, end)} />
      ))}
      {shown(staff.breaks).map(([start, end]) => (
        <div key={start} className={styles.break} style={place(start, end)}>
          <span>{t("break")}</span>
        </div>
      ))}
      <div className={styles.lines} />
      {hasOwnHours && (
        <div className={styles.own} aria-hidden="true">
          {real.map((at, hour) => (
            <span key={at} style={{ top: `${hour * hourPx}px` }}>
              {formatTime(at, zone, locale)}
            </span>
          ))}
        </div>
      )}
      {mine(calendar.time_off).map((item) => (
        <div
          key={item.id}
          className={styles.off}
          data-state={item.state}
          style={place(item.starts_at, item.ends_at)}
        >
          <span>{item.state === "granted" ? t("timeOff") : t("timeOffAsked")}</span>
        </div>
      ))}
      {mine(calendar.holds).map((item) => (
        <div key={item.starts_at} className={styles.hold} style={place(item.starts_at, item.ends_at)}>
          <span>{t("hold")}</span>
        </div>
      ))}
      {mine(calendar.blocks).map((item) => (
        <button
          key={item.id}
          type="button"
          className={styles.block}
          style={place(item.starts_at, item.ends_at)}
          onClick={() => onBlock(item)}
        >
          <span className="visually-hidden">{range(item)} </span>
          {item.note || (item.is_ours ? t("blocked") : t("outside"))}
        </button>
      ))}
      {visits.map(({ item, track, tracks }) => (
        <VisitBlock
          key={item.id}
          visit={item}
          zone={staff.zone}
          where={place(item.starts_at, item.ends_at)}
          track={track}
          tracks={tracks}
          isDragged={dragged === item.id}
          {...(other && { city: cityOf(other) })}
          onOpen={onOpen}
        />
      ))}
    </section>
  );
}

export const LaneColumn = memo(LaneColumnOnce);
