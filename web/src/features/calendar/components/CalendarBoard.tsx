"use client";
// The calendar, alive: the look in the address, the answer behind it, and what is open over it.
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { problemOf } from "@/lib/api/problem";
import { formatDate, type Instant, type IsoDate } from "@/lib/datetime/format";
import { cityOf } from "@/lib/datetime/zone";
import type { Answer, Asked } from "../api";
import { useCalendar, useIsPhone, useLook } from "../hooks";
import {
  type Block,
  datesOf,
  type Lane,
  type Look,
  laneOf,
  rangeOf,
  type Spot,
  type Staff,
  sharedZone,
  type Visit,
  type Wish,
  wishOf,
} from "../rules";
import { BlockSheet } from "./BlockSheet";
import styles from "./CalendarBoard.module.css";
import { ChangeDialog } from "./ChangeDialog";
import { DayList } from "./DayList";
import { MonthTable } from "./MonthTable";
import { SpotSheet } from "./SpotSheet";
import { TimeBoard } from "./TimeBoard";
import { Toolbar } from "./Toolbar";
import { VisitSheet } from "./VisitSheet";
import { WeekTable } from "./WeekTable";

type Open =
  | { is: "visit"; visit: Visit }
  | { is: "change"; visit: Visit; wish: Wish }
  | { is: "spot"; spot: Spot }
  | { is: "block"; block: Block };

type Props = {
  usual: Pick<Look, "view" | "date">;
  today: IsoDate;
  zone: string;
  first: { asked: Asked; answer: Answer };
  /** Where an order by phone is taken, for those who may. */
  bookPath?: string | undefined;
  customersPath?: string | undefined;
  ordersPath: string;
};

export function CalendarBoard({
  usual,
  today,
  zone: home,
  first,
  bookPath,
  customersPath,
  ordersPath,
}: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const [wanted, setLook] = useLook(usual);
  const isPhone = useIsPhone();
  // A phone has room for a list of one day.
  const look: Look = isPhone ? { ...wanted, view: "day" } : wanted;
  const { data, error, refetch } = useCalendar(look, first);
  const [open, setOpen] = useState<Open | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const onOpen = useCallback((visit: Visit) => setOpen({ is: "visit", visit }), []);
  const onBlock = useCallback((block: Block) => setOpen({ is: "block", block }), []);
  const onSpot = useCallback((spot: Spot) => setOpen({ is: "spot", spot }), []);
  const onWish = useCallback((visit: Visit, wish: Wish) => setOpen({ is: "change", visit, wish }), []);
  const onDay = useCallback((date: IsoDate) => setLook({ view: "day", date }), [setLook]);

  const calendar = data?.calendar ?? first.answer.calendar;
  const staff = calendar.staff.filter(
    ({ id, business }) =>
      (look.staff.length === 0 || look.staff.includes(id)) && (!look.business || look.business === business),
  );
  const zone = sharedZone(staff, home);
  const dates = datesOf(rangeOf(look));
  const only = staff.length === 1 ? staff[0] : undefined;
  const label = t("title");
  const more =
    bookPath &&
    ((person: Staff, at: Instant) => (
      <ButtonLink kind="main" href={`${bookPath}?${new URLSearchParams({ staff: person.id, at })}`}>
        {t("spot.book")}
      </ButtonLink>
    ));

  const shared = { calendar, zone, label, onOpen, onBlock, onSpot, onWish };
  const wide =
    look.view === "month" ? (
      <MonthTable
        calendar={calendar}
        staff={staff}
        dates={dates}
        month={look.date}
        today={today}
        label={label}
        onDay={onDay}
        onOpen={onOpen}
      />
    ) : look.view === "week" && !only ? (
      <WeekTable {...shared} staff={staff} dates={dates} onDay={onDay} />
    ) : only ? (
      <TimeBoard
        {...shared}
        zone={only.zone}
        lanes={dates.map((date) => laneOf(only, date, only.zone))}
        head={({ date }) => (
          <DayHead date={date} today={today} holiday={holidayOf(calendar.holidays, only, date)} />
        )}
        nameOf={({ date }) => formatDate(date, locale)}
      />
    ) : (
      <TimeBoard
        {...shared}
        lanes={staff.map((person) => laneOf(person, look.date, zone))}
        head={(lane) => (
          <PersonHead lane={lane} zone={zone} holiday={holidayOf(calendar.holidays, lane.staff, look.date)} />
        )}
        nameOf={({ staff: person }) => person.name}
      />
    );

  return (
    <div className={styles.page}>
      <Toolbar look={look} today={today} everybody={calendar.staff} onChange={setLook} />
      {error && <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />}
      {staff.length === 0 ? (
        <EmptyState icon="person" heading="h3" title={t("nobody")}>
          {null}
        </EmptyState>
      ) : (
        <>
          {isPhone !== true && (
            <div className={styles.wide}>
              <p className={styles.hint} hidden={look.view === "month"}>
                {t("hint", { city: cityOf(only?.zone ?? zone) })}
              </p>
              {wide}
            </div>
          )}
          {isPhone !== false && (
            <div className={styles.narrow}>
              <DayList
                calendar={calendar}
                staff={staff}
                date={look.date}
                zone={zone}
                onOpen={onOpen}
                onBlock={onBlock}
                onSpot={onSpot}
              />
            </div>
          )}
        </>
      )}
      {open?.is === "visit" && (
        <VisitSheet
          customersPath={customersPath}
          ordersPath={ordersPath}
          visit={open.visit}
          zone={zoneOf(calendar.staff, open.visit.staff_member_id, zone)}
          locale={locale}
          onMove={() =>
            setOpen({ is: "change", visit: latest(open.visit), wish: wishOf(latest(open.visit)) })
          }
          onClose={close}
        />
      )}
      {open?.is === "change" && (
        <ChangeDialog calendar={calendar} visit={latest(open.visit)} wish={open.wish} onClose={close} />
      )}
      {open?.is === "spot" && (
        <SpotSheet calendar={calendar} spot={open.spot} onClose={close} {...(more && { more })} />
      )}
      {open?.is === "block" && (
        <BlockSheet
          block={open.block}
          staff={calendar.staff.find(({ id }) => id === open.block.staff_member_id) ?? (staff[0] as Staff)}
          onClose={close}
        />
      )}
    </div>
  );

  /** As it stands now: somebody else may have changed it while it was open. */
  function latest(visit: Visit): Visit {
    return calendar.appointments.find(({ id }) => id === visit.id) ?? visit;
  }
}

function zoneOf(staff: readonly Staff[], id: string, fallback: string): string {
  return staff.find((person) => person.id === id)?.zone ?? fallback;
}

type Holidays = Answer["calendar"]["holidays"];

function holidayOf(holidays: Holidays, person: Staff, date: IsoDate): string | undefined {
  return holidays.find(({ business, on_date }) => business === person.business && on_date === date)?.name;
}

function DayHead({ date, today, holiday }: { date: IsoDate; today: IsoDate; holiday: string | undefined }) {
  const locale = useLocale();
  return (
    <strong aria-current={date === today ? "date" : undefined}>
      {formatDate(date, locale)}
      {holiday && <span className={styles.note}>{holiday}</span>}
    </strong>
  );
}

function PersonHead({ lane, zone, holiday }: { lane: Lane; zone: string; holiday: string | undefined }) {
  const t = useTranslations("calendar");
  const { staff } = lane;
  return (
    <>
      <strong>{staff.name}</strong>
      {staff.zone !== zone && (
        <span className={styles.note}>{t("cityTime", { city: cityOf(staff.zone) })}</span>
      )}
      {holiday && <span className={styles.note}>{holiday}</span>}
    </>
  );
}
