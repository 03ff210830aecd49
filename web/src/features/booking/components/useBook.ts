"use client";
// The last press: sends the wish with its key, and turns every refusal into the way forward it needs.
import { useRef, useState } from "react";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { book } from "../api";
import { type DetailErrors, type Journey, useDoneHref, useJourney } from "../hooks";
import { forgetPending, keyFor, TOGETHER } from "../pending";
import { type Alternative, type Basket, furthest, wishOf } from "../rules";

/** After a lost answer, how long until the same wish is sent once more by itself. */
const AGAIN_MS = 1_500;

export type Refusal =
  | { kind: "no_answer" }
  | { kind: "price"; total: number; currency: string }
  | { kind: "already"; number: string }
  | { kind: "gone" }
  | { kind: "elsewhere" }
  | { kind: "other"; problem: Problem };

function detailErrorsIn(problem: Problem): DetailErrors {
  const own = Object.entries(problem.fields).filter(([path]) => path.startsWith("details."));
  return Object.fromEntries(own.map(([path, words]) => [path.slice("details.".length), words[0] ?? ""]));
}

/** What was ticked and chosen on the last step. */
type Agreed = { consent: boolean; method: string };

/** Sends the wish; a lost answer is asked for once more with the same key, which can't book twice. */
async function send(basket: Basket, { consent, method }: Agreed) {
  const wish = wishOf(basket, consent, method);
  const totals = Object.fromEntries(basket.totals.map((each) => [each.currency, each.total_amount]));
  const key = keyFor({ wish, total: basket.total_amount, totals, consent, method });
  const body = {
    shown_total_amount: basket.total_amount,
    shown_totals: totals,
    payment_method: method,
    terms_accepted: true,
    early_start_consent: consent,
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
  const asAgreed = wishOf(basket, agreed.consent, agreed.method);
  for (let tried = 1; ; tried += 1) {
    try {
      return await send(basket, agreed);
    } catch (error) {
      if (problemOf(error).code !== "changed_meanwhile" || tried === TRIES) throw error;
      if (wishOf(await refresh(), agreed.consent, agreed.method) !== asAgreed) throw error;
    }
  }
}

async function refusalOf(problem: Problem, journey: Journey, visits: boolean): Promise<Refusal | null> {
  switch (problem.code) {
    case "no_answer":
      return { kind: "no_answer" };
    case "slot_taken":
      journey.setTaken({
        line: String(problem.extra.line ?? ""),
        alternatives: (problem.extra.alternatives as Alternative[] | undefined) ?? [],
      });
      return null;
    case "price_changed":
      await journey.refresh();
      return {
        kind: "price",
        total: Number(problem.extra.total_amount),
        currency: String(problem.extra.currency),
      };
    case "already_booked":
      return { kind: "already", number: String(problem.extra.number ?? "") };
    case "no_basket":
      return { kind: "gone" };
    case "changed_meanwhile":
      await journey.refresh();
      return { kind: "elsewhere" };
    case "incomplete": {
      const end = furthest(await journey.refresh(), visits);
      if (end.step !== "payment") journey.go(end.step, { line: end.line });
      return end.step === "payment" ? { kind: "elsewhere" } : null;
    }
    case "invalid_input": {
      const errors = detailErrorsIn(problem);
      if (Object.keys(errors).length === 0) return { kind: "other", problem };
      journey.setDetailErrors(errors);
      journey.go("details");
      return null;
    }
    default:
      return { kind: "other", problem };
  }
}

export function useBook() {
  const journey = useJourney();
  const router = useRouter();
  const doneHref = useDoneHref();
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
      router.push(`${doneHref}#${booked.orders.map((order) => order.token).join(TOGETHER)}`);
    } catch (error) {
      sending.current = false;
      setBusy(false);
      const visits = journey.business.visits_at_customer;
      try {
        setRefusal(await refusalOf(problemOf(error), journey, visits));
      } catch {
        setRefusal({ kind: "no_answer" });
      }
    }
  }
  return { press, busy, refusal };
}
