"use client";
// One subscription: how it stands, its visits, and what may be done with all that are to come.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useMoment } from "@/features/booking/components/useWhen";
import { formatDate, type IsoDate } from "@/lib/datetime/format";
import { getSubscription, type Whose } from "../api";
import {
  ahead,
  dayOf,
  isSubscriptionState,
  type Pause,
  type Reader,
  type SubscriptionVisit,
  type SubscriptionWhole,
} from "../rules";
import { AfterTerm } from "./AfterTerm";
import { ChangeSeries, type Wish } from "./ChangeSeries";
import styles from "./subscriptions.module.css";
import { VisitCalendar } from "./VisitCalendar";
import { type Alone, VisitRows } from "./VisitRows";

type Props = {
  found: SubscriptionWhole;
  whose: Whose;
  /** Whether it is read as the customer or for them: neither must read sentences meant for the other. */
  reader: Reader;
  /** Where one visit is changed by itself: the page of its order. */
  orders?: string | undefined;
  /** By the link of an order there is no such page: what may be done with one of its visits. */
  alone?: Alone | undefined;
  /** Something was changed: what stands around it is read anew. */
  onChanged?: () => unknown;
};

export function SubscriptionPanel({ found, whose, reader, orders, alone, onChanged }: Props) {
  const t = useTranslations("subscriptions");
  const moment = useMoment();
  const [whole, setWhole] = useState(found);
  const [wish, setWish] = useState<Wish | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [day, setDay] = useState<IsoDate | null>(null);
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const coming = ahead(whole);
  const next = coming[0];
  const state = isSubscriptionState(whole.state) ? whole.state : "ended";
  const at = (visit: SubscriptionVisit) => moment(visit.starts_at, { venue: null, zone: whole.zone });
  const dated = (on: IsoDate) => formatDate(on, locale);

  function finish(after: SubscriptionWhole | null) {
    setWish(null);
    if (!after) return;
    setWhole(after);
    setDay(null);
    setDone(t("done"));
    onChanged?.();
    box.current?.focus();
  }

  const choose = (wanted: IsoDate) => setDay(wanted === day ? null : wanted);

  function open(kind: Wish["kind"], visit: SubscriptionVisit | undefined = next, pause?: Pause) {
    setDone(null);
    const from = kind === "undo" ? whole.visits[0] : visit;
    if (from) setWish({ kind, visit: from, ...(pause && { pause }) });
  }

  return (
    <div ref={box} tabIndex={-1} className={styles.panel}>
      <p className={styles.state} data-state={state}>
        {t(`state.${state}`)}
        {next && ` · ${t("next", { when: at(next), name: next.staff_name })}`}
        {state === "active" &&
          whole.paused_from &&
          ` · ${t("pausedFrom", { day: dated(whole.paused_from) })}`}
      </p>
      {whole.pauses.map((pause) => (
        <p key={pause.id} className={styles.actions}>
          {t("holiday", { from: dated(pause.from_on), until: dated(pause.until_on) })}
          {!wish && pause.can_resume && (
            <Button
              kind="quiet"
              aria-label={t("holidayOffNamed", { from: dated(pause.from_on) })}
              onClick={() => open("resume", whole.visits[0], pause)}
            >
              {t("holidayOff")}
            </Button>
          )}
        </p>
      ))}
      {done && (
        <Notice tone="good" role="status">
          <p>{done}</p>
        </Notice>
      )}
      {wish && (
        <ChangeSeries
          key={`${wish.kind} ${wish.pause?.id ?? wish.visit.line_id}`}
          wish={wish}
          whole={whole}
          whose={whose}
          reader={reader}
          onDone={finish}
          onStale={() => void getSubscription(whose).then(setWhole)}
        />
      )}
      {!wish && whole.waits_for_payment && <p>{t("waitsForPayment")}</p>}
      {!wish && (
        <p className={styles.actions}>
          {whole.can_change && next && <Button onClick={() => open("move")}>{t("moveAll")}</Button>}
          {whole.can_change && next && <Button onClick={() => open("pause")}>{t("pause")}</Button>}
          {whole.can_resume && (
            <Button kind="main" onClick={() => open("resume", whole.visits[0])}>
              {t("resume")}
            </Button>
          )}
          {whole.can_undo && <Button onClick={() => open("undo")}>{t("undo")}</Button>}
          {whole.can_cancel && (
            <Button kind="quiet" onClick={() => open("cancel", next ?? whole.visits.at(-1))}>
              {t("cancelRest")}
            </Button>
          )}
        </p>
      )}
      <AfterTerm whole={whole} whose={whose} reader={reader} onChanged={finish} />
      <h2>{t("visits")}</h2>
      <VisitCalendar whole={whole} value={day} onChange={choose} />
      {day && (
        <p className={styles.actions}>
          <b>{formatDate(day, locale, { weekday: "long" })}</b>
          <Button kind="quiet" onClick={() => setDay(null)}>
            {t("everyVisit")}
          </Button>
        </p>
      )}
      <VisitRows
        visits={day ? whole.visits.filter((visit) => dayOf(visit, whole.zone) === day) : whole.visits}
        zone={whole.zone}
        orders={orders}
        alone={alone}
        {...(whole.can_change && !wish && { onMove: (visit: SubscriptionVisit) => open("move", visit) })}
      />
    </div>
  );
}
