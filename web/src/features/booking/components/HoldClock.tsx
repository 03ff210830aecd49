"use client";
// How long the chosen times are still kept. A hold that ended while the reader was away is taken again quietly when they
// come back; if somebody was faster, TakenNotice says so.
import { useEffect, useMemo, useState } from "react";
import { Countdown } from "@/components/ui/Countdown";
import { problemOf } from "@/lib/api/problem";
import { anyOfDay } from "../api";
import { useJourney } from "../hooks";
import { type Basket, onePerson, partWished, visitOf } from "../rules";
import styles from "./journey.module.css";

/** Seconds until the first of the holds ends, counted from the server's clock. */
function secondsLeft(basket: Basket | null, receivedAt: number): number | null {
  const ends = basket?.lines
    .filter((line) => line.state === "held")
    .map((line) => Date.parse(line.held_until ?? ""));
  if (!basket || !ends?.length) return null;
  const since = receivedAt > 0 ? (performance.now() - receivedAt) / 1000 : 0;
  return Math.max(0, Math.round((Math.min(...ends) - Date.parse(basket.server_time)) / 1000 - since));
}

/** Whether somebody is there: they just did something, or just came back to this window. */
function usePresence(waiting: boolean, onPresent: () => void) {
  useEffect(() => {
    if (!waiting) return;
    const there = () => document.visibilityState === "visible" && onPresent();
    const events = ["pointerdown", "keydown"] as const;
    for (const name of events) window.addEventListener(name, there, { once: true });
    document.addEventListener("visibilitychange", there);
    return () => {
      for (const name of events) window.removeEventListener(name, there);
      document.removeEventListener("visibilitychange", there);
    };
  }, [waiting, onPresent]);
}

export function HoldClock() {
  const { basket, receivedAt, keep, taken } = useJourney();
  const left = useMemo(() => secondsLeft(basket, receivedAt), [basket, receivedAt]);
  const [over, setOver] = useState<Basket | null>(null);
  const [tried, setTried] = useState<Basket | null>(null);
  const ended = over !== null && over === basket;
  const lapsed = useMemo(
    () =>
      (basket?.lines ?? []).filter(
        // The first line of a visit stands for all of it.
        (line) =>
          line.starts_at && (line.state === "lapsed" || ended) && visitOf(basket, line)[0]?.id === line.id,
      ),
    [basket, ended],
  );

  const renew = useMemo(
    () => async () => {
      setTried(basket);
      for (const line of lapsed) {
        try {
          const person = onePerson(visitOf(basket, line).map((each) => each.staff?.id));
          if (!(await keep(line.id, line.starts_at ?? "", person, anyOfDay(partWished(line), line.zone))))
            return;
        } catch (error) {
          // No answer: booking checks the time itself, so nothing is lost by going on without a hold.
          if (problemOf(error).code !== "no_answer") return;
        }
      }
    },
    [basket, lapsed, keep],
  );

  const waiting = lapsed.length > 0 && !taken && tried !== basket;
  usePresence(waiting && ended, renew);
  // A page that opens with an ended hold was just opened by somebody.
  useEffect(() => {
    if (waiting && !ended && document.visibilityState === "visible") void renew();
  }, [waiting, ended, renew]);

  if (left === null || taken) return null;
  return (
    <div className={styles.block}>
      <Countdown key={`${receivedAt} ${left}`} secondsLeft={left} onOver={() => setOver(basket)} />
    </div>
  );
}
