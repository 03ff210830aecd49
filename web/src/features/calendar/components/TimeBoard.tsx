"use client";
// Columns of time side by side: the people of one day, or one person's week. Visits are dragged to another time or
// column, and made longer at their lower edge; the dialog does all of it without dragging.
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { Icon } from "@/components/ui/Icon";
import { formatTime } from "@/lib/datetime/format";
import {
  type Block,
  type Calendar,
  hoursOf,
  isTaken,
  type Lane,
  lengthOf,
  minutesInto,
  SNAP,
  type Spot,
  snapped,
  type Visit,
  type Wish,
} from "../rules";
import { type Held, useDrag } from "./drag";
import { LaneColumn } from "./LaneColumn";
import styles from "./TimeBoard.module.css";

/** An hour is this many pixels high. */
const HOUR_PX = 52;

type Props = {
  calendar: Calendar;
  lanes: Lane[];
  /** The clock beside the columns. */
  zone: string;
  label: string;
  head: (lane: Lane) => ReactNode;
  nameOf: (lane: Lane) => string;
  onOpen: (visit: Visit) => void;
  onBlock: (block: Block) => void;
  onSpot: (spot: Spot) => void;
  onWish: (visit: Visit, wish: Wish) => void;
};

export function TimeBoard({
  calendar,
  lanes,
  zone,
  label,
  head,
  nameOf,
  onOpen,
  onBlock,
  onSpot,
  onWish,
}: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const box = useRef<HTMLElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const wish = useRef<Wish | null>(null);
  const rects = useRef<{ left: number; width: number; top: number }[]>([]);
  const [dragging, setDragging] = useState<Visit | null>(null);
  const first = lanes[0];
  const hours = first ? hoursOf(longest(lanes)) : [];
  const opening = earliest(calendar, lanes, zone);

  // The day begins where somebody works: nobody looks for appointments at three in the morning.
  const seen = lanes.map(({ key }) => key).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other columns scroll it, not each new answer.
  useEffect(() => {
    if (box.current) box.current.scrollTop = Math.max(0, (opening / 60 - 0.5) * HOUR_PX);
  }, [seen]);

  const { onPointerDown, clicked } = useDrag<Visit>({
    pick: (target) => {
      const id = target.closest<HTMLElement>("[data-visit]")?.dataset.visit;
      const visit = calendar.appointments.find((one) => one.id === id);
      return visit?.can_move ? visit : null;
    },
    begin: ({ what }) => {
      const scrolled = box.current;
      if (!scrolled) return;
      const around = scrolled.getBoundingClientRect();
      rects.current = [...scrolled.querySelectorAll<HTMLElement>("[data-lane]")].map((lane) => {
        const { left, width, top } = lane.getBoundingClientRect();
        return {
          left: left - around.left + scrolled.scrollLeft,
          width,
          top: top - around.top + scrolled.scrollTop,
        };
      });
      setDragging(what);
    },
    move: show,
    drop: ({ what }) => {
      const wanted = wish.current;
      if (wanted && !sameAs(what, wanted)) onWish(what, wanted);
    },
    end: () => {
      wish.current = null;
      if (ghost.current) ghost.current.hidden = true;
      setDragging(null);
    },
    box: () => box.current,
  });

  const open = useCallback((visit: Visit) => clicked() && onOpen(visit), [clicked, onOpen]);
  const point = useCallback((spot: Spot) => clicked() && onSpot(spot), [clicked, onSpot]);

  function show(held: Held<Visit>, x: number, y: number) {
    const [scrolled, shade] = [box.current, ghost.current];
    if (!scrolled || !shade) return;
    const around = scrolled.getBoundingClientRect();
    const inside = x - around.left + scrolled.scrollLeft;
    const { what: visit, grip } = held;
    const home = lanes.findIndex((lane) => isIn(lane, visit));
    const under = rects.current.findIndex(({ left, width }) => inside >= left && inside < left + width);
    const index = grip || under === -1 ? home : under;
    const [lane, rect] = [lanes[index], rects.current[index]];
    const from = lanes[home];
    if (!lane || !rect || !from) return;
    const moved = ((y - held.y) / HOUR_PX) * 60;
    let wanted: Wish;
    if (grip) {
      const minutes = Math.max(SNAP, Math.round((lengthOf(visit) + moved) / SNAP) * SNAP);
      wanted = { startsAt: visit.starts_at, minutes, staffId: visit.staff_member_id };
    } else {
      const startsAt = snapped(lane, minutesInto(from, visit.starts_at) + moved);
      wanted = { startsAt, minutes: lengthOf(visit), staffId: lane.staff.id };
    }
    wish.current = wanted;
    const top = rect.top + (minutesInto(lane, wanted.startsAt) / 60) * HOUR_PX;
    shade.hidden = false;
    shade.style.transform = `translate(${rect.left}px, ${top}px)`;
    shade.style.width = `${rect.width}px`;
    shade.style.height = `${(wanted.minutes / 60) * HOUR_PX}px`;
    const unable =
      !lane.staff.service_ids.includes(visit.service_id) && lane.staff.id !== visit.staff_member_id;
    const taken = isTaken(calendar, wanted, visit.id);
    shade.dataset.state = unable || taken ? "bad" : "good";
    const ends = new Date(Date.parse(wanted.startsAt) + wanted.minutes * 60_000).toISOString();
    const times = `${formatTime(wanted.startsAt, zone, locale)}–${formatTime(ends, zone, locale)}`;
    shade.textContent = `${times} ${unable ? t("drag.unable") : taken ? t("drag.taken") : nameOf(lane)}`;
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={box} className={styles.board} aria-label={label} tabIndex={0} onPointerDown={onPointerDown}>
      <div
        className={styles.grid}
        style={{ "--lanes": lanes.length, "--hours": hours.length, "--hour": `${HOUR_PX}px` } as never}
        data-dragging={dragging ? "" : undefined}
      >
        <div className={styles.corner} />
        {lanes.map((lane) => (
          <div key={lane.key} className={styles.head}>
            <div className={styles.name}>{head(lane)}</div>
            <button
              type="button"
              className={styles.add}
              aria-label={t("addIn", { name: nameOf(lane) })}
              title={t("addIn", { name: nameOf(lane) })}
              onClick={() => onSpot({ staffId: lane.staff.id, at: snapped(lane, opening) })}
            >
              <Icon name="plus" size={18} />
            </button>
          </div>
        ))}
        <div className={styles.axis} aria-hidden="true">
          {hours.map((at) => (
            <span key={at}>{formatTime(at, zone, locale)}</span>
          ))}
        </div>
        {lanes.map((lane, index) => (
          <LaneColumn
            key={lane.key}
            column={index + 2}
            calendar={calendar}
            lane={lane}
            zone={zone}
            label={nameOf(lane)}
            hourPx={HOUR_PX}
            hasOwnHours={hoursOf(lane).length !== hours.length}
            isUnable={
              dragging !== null &&
              dragging.staff_member_id !== lane.staff.id &&
              !lane.staff.service_ids.includes(dragging.service_id)
            }
            dragged={dragging?.staff_member_id === lane.staff.id ? dragging.id : null}
            onOpen={open}
            onBlock={onBlock}
            onSpot={point}
          />
        ))}
        <NowLine lanes={lanes} />
        <div ref={ghost} className={styles.ghost} hidden aria-hidden="true" />
      </div>
    </section>
  );
}

/** A line across the hour it is. Drawn in the browser alone: the server's minute would be over by then. */
function NowLine({ lanes }: { lanes: Lane[] }) {
  const clock = useNow();
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tell = () => setNow(Date.parse(clock()));
    tell();
    const timer = setInterval(tell, 60_000);
    return () => clearInterval(timer);
  }, [clock]);
  const index = now === null ? -1 : lanes.findIndex(({ from, until }) => from <= now && now < until);
  const lane = lanes[index];
  if (now === null || !lane) return null;
  const isShared = lanes.every(({ from }) => from === lane.from);
  return (
    <div
      className={styles.now}
      aria-hidden="true"
      style={
        {
          "--at": minutesInto(lane, now) / 60,
          gridColumn: isShared ? "2 / -1" : `${index + 2}`,
        } as never
      }
    />
  );
}

function isIn(lane: Lane, visit: Visit): boolean {
  const start = Date.parse(visit.starts_at);
  return lane.staff.id === visit.staff_member_id && lane.from <= start && start < lane.until;
}

function sameAs(visit: Visit, wish: Wish): boolean {
  return (
    Date.parse(visit.starts_at) === Date.parse(wish.startsAt) &&
    lengthOf(visit) === wish.minutes &&
    visit.staff_member_id === wish.staffId
  );
}

/** The lane with the most hours: of a week with a night on which the clocks change, one of the others, mostly. */
function longest(lanes: Lane[]): Lane {
  const usual = lanes.find(({ from, until }) => until - from === 24 * 3_600_000);
  return usual ?? (lanes[0] as Lane);
}

/** Minutes after midnight at which something begins in the lanes of those who live by this clock. */
function earliest(calendar: Calendar, all: Lane[], zone: string): number {
  const near = all.filter(({ staff }) => staff.zone === zone);
  const lanes = near.length > 0 ? near : all;
  const shown = new Map(lanes.map((lane) => [lane.staff.id, lane.staff]));
  const starts = lanes.flatMap((lane) => [
    ...lane.staff.open.filter(([start]) => isWithin(lane, start)).map(([start]) => minutesInto(lane, start)),
    ...calendar.appointments
      .filter(({ staff_member_id, starts_at }) => shown.has(staff_member_id) && isWithin(lane, starts_at))
      .map(({ starts_at }) => minutesInto(lane, starts_at)),
  ]);
  return starts.length > 0 ? Math.min(...starts) : 8 * 60;
}

function isWithin(lane: Lane, at: string): boolean {
  const time = Date.parse(at);
  return lane.from <= time && time < lane.until;
}
