"use client";
// The last press: sends the wish with its key, and turns every refusal into the way forward it needs.
import { useRef, useState } from "react";
import { leaveToPay } from "@/features/payments/hooks";
import { isOnline } from "@/features/payments/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useFieldWords } from "@/lib/errors/fields";
import { useRouter } from "@/lib/i18n/navigation";
import { book } from "../api";
import { type DetailErrors, type Journey, useDoneHref, useJourney } from "../hooks";
import { forgetPending, keyFor, TOGETHER } from "../pending";
import {
  type Alternative,
  type Basket,
  type CouponReason,
  cardsPaying,
  couponReason,
  furthest,
  wishOf,
} from "../rules";

/** After a lost answer, how long until the same wish is sent once more by itself. */
const AGAIN_MS = 1_500;

export type Refusal =
  | { kind: "no_answer" }
  | { kind: "price"; total: number; currency: string }
  | { kind: "coupon"; code: string; reason: CouponReason; missing: number; currency: string }
  | { kind: "card"; ending: string; available: number; currency: string }
  | { kind: "pass"; ending: string; left: number }
  | { kind: "already"; number: string }
  | { kind: "dates" }
  | { kind: "gone" }
  | { kind: "elsewhere" }
  | { kind: "other"; problem: Problem };

function detailErrorsIn(words: Record<string, string>): DetailErrors {
  const own = Object.entries(words).filter(([path]) => path.startsWith("details."));
  return Object.fromEntries(own.map(([path, said]) => [path.slice("details.".length), said]));
}

type Booked = Awaited<ReturnType<typeof book>>;
/** What was ticked and chosen on the last step. */
type Agreed = { consent: boolean; download: boolean; method: string; keep: boolean };

/** Sends the wish; a lost answer is asked for once more with the same key, which can't book twice. */
async function send(basket: Basket, { consent, download, method, keep }: Agreed) {
  const wish = wishOf(basket, consent, method, { download, keep });
  const totals = Object.fromEntries(basket.totals.map((each) => [each.currency, each.total_amount]));
  const cards = cardsPaying(basket);
  const key = keyFor({ wish, total: basket.total_amount, totals, consent, download, cards, method, keep });
  const body = {
    shown_total_amount: basket.total_amount,
    shown_totals: totals,
    payment_method: method,
    terms_accepted: true,
    early_start_consent: consent,
    keep_card: keep,
    download_consent: download,
    gift_cards: cards,
  } as const;
  try {
    return await book(body, key);
  } catch (error) {
    const code = problemOf(error).code;
    if (code !== "no_answer" && code !== "idempotency_in_progress") throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return book(body, key);
  }
}

/** How often the same wish is sent while this page itself still takes lapsed times again behind it. */
const TRIES = 4;

/** A basket that changed between reading and booking is read again; what was agreed to is sent if it is still that. */
async function sendAsAgreed(basket: Basket, agreed: Agreed, refresh: () => Promise<Basket>) {
  const asAgreed = wishOf(basket, agreed.consent, agreed.method, agreed);
  for (let tried = 1; ; tried += 1) {
    try {
      return await send(basket, agreed);
    } catch (error) {
      if (problemOf(error).code !== "changed_meanwhile" || tried === TRIES) throw error;
      if (wishOf(await refresh(), agreed.consent, agreed.method, agreed) !== asAgreed) throw error;
    }
  }
}

/** What the reader is told of a refusal, once what has changed was read anew; null where another step says it. */
export async function refusalOf(
  problem: Problem,
  words: Record<string, string>,
  journey: Journey,
): Promise<Refusal | null> {
  switch (problem.code) {
    case "no_answer":
      return { kind: "no_answer" };
    case "slot_taken":
      journey.setTaken({
        line: String(problem.extra.line ?? ""),
        alternatives: (problem.extra.alternatives as Alternative[] | undefined) ?? [],
      });
      return null;
    case "dates_changed":
      await journey.refresh();
      return { kind: "dates" };
    case "price_changed": {
      const before = journey.basket?.coupon;
      const { coupon, currency } = await journey.refresh();
      const reason = couponReason(coupon?.reason);
      // It did take something off when the total was read: that it no longer does is the news, not the other total.
      if (coupon && reason && before?.code === coupon.code && !couponReason(before.reason))
        return {
          kind: "coupon",
          code: coupon.code,
          reason,
          missing: coupon.missing_amount,
          currency: coupon.currency || currency,
        };
      return {
        kind: "price",
        total: Number(problem.extra.total_amount),
        currency: String(problem.extra.currency),
      };
    }
    case "gift_card_changed":
      await journey.refresh();
      return {
        kind: "card",
        ending: String(problem.extra.ending ?? ""),
        available: Number(problem.extra.available_amount),
        currency: String(problem.extra.currency ?? ""),
      };
    case "pass_changed":
      await journey.refresh();
      return { kind: "pass", ending: String(problem.extra.ending ?? ""), left: Number(problem.extra.left) };
    case "coupon_not_applicable": {
      const basket = await journey.refresh();
      const reason = couponReason(problem.extra.reason);
      const code = String(problem.extra.coupon ?? "");
      const missing = Number(problem.extra.missing_amount ?? 0);
      const currency = String(problem.extra.currency || basket.currency);
      // A discount that comes by itself and is over has no code: the price is another one, and is shown.
      return reason && code ? { kind: "coupon", code, reason, missing, currency } : { kind: "elsewhere" };
    }
    case "already_booked":
      return { kind: "already", number: String(problem.extra.number ?? "") };
    case "no_basket":
      return { kind: "gone" };
    case "changed_meanwhile":
      await journey.refresh();
      return { kind: "elsewhere" };
    case "incomplete": {
      const end = furthest(await journey.refresh(), journey.business.visits_at_customer);
      if (end.step !== "payment") journey.go(end.step, { line: end.line });
      return end.step === "payment" ? { kind: "elsewhere" } : null;
    }
    case "invalid_input": {
      const errors = detailErrorsIn(words);
      if (Object.keys(errors).length === 0) return { kind: "other", problem };
      journey.setDetailErrors(errors);
      journey.go("details");
      return null;
    }
    default:
      return { kind: "other", problem };
  }
}

/** Whether the company's page opened. Where it does not, the order's own page says how to pay. */
async function isLeaving({ number, token }: Booked, method: string, backTo: string): Promise<boolean> {
  try {
    await leaveToPay({ number, token, backTo }, method);
    return true;
  } catch {
    return false;
  }
}

/** A frame of another site opens no page by itself: there the reader presses once more, on the order's page. */
const isOwnWindow = () => window.self === window.top;

export function useBook() {
  const journey = useJourney();
  const router = useRouter();
  const doneHref = useDoneHref();
  const fieldWords = useFieldWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const sending = useRef(false);

  async function press(agreed: Agreed) {
    const { basket } = journey;
    if (sending.current || !basket) return;
    sending.current = true;
    setBusy(true);
    setRefusal(null);
    journey.setTaken(null);
    try {
      const booked = await sendAsAgreed(basket, agreed, journey.refresh);
      forgetPending();
      // The link's secret stands behind the #, so that no server and no log ever sees it.
      const done = `${doneHref}#${booked.orders.map((order) => order.token).join(TOGETHER)}`;
      if (!(isOnline(agreed.method) && isOwnWindow() && (await isLeaving(booked, agreed.method, done))))
        router.push(done);
    } catch (error) {
      sending.current = false;
      setBusy(false);
      const problem = problemOf(error);
      try {
        setRefusal(await refusalOf(problem, fieldWords(problem), journey));
      } catch {
        setRefusal({ kind: "no_answer" });
      }
    }
  }
  return { press, busy, refusal };
}
