"use client";
// Leaving for a company's page to pay, and coming back; what the team sends about money.
import { useRef, useState } from "react";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { cardHash } from "@/lib/card-page";
import { useRouter } from "@/lib/i18n/navigation";
import { openPage } from "./api";
import { rememberWay } from "./rules";

type Paying = { number: string; token?: string | undefined; backTo: string };

/** Opens the page to pay on, the company's or ours, in this window; in a frame of another site, which it would refuse, in a new one. */
export async function leaveToPay(
  { number, token, backTo }: Paying,
  method: string,
  keep = false,
): Promise<void> {
  const page = await openPage(number, method, keep, token);
  const url = page.within ? `${page.url}${cardHash(number, token)}` : page.url;
  leaveFor({ payment_id: page.payment_id, url }, backTo);
}

/** Goes to a company's page that is open. */
export function leaveFor(page: { payment_id: string; url: string }, backTo: string): void {
  rememberWay(page.payment_id, backTo);
  if (window.self === window.top) window.location.assign(page.url);
  else window.open(page.url, "_blank", "noopener");
}

export function usePay(paying: Paying) {
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const going = useRef(false);
  async function pay(method: string, keep = false) {
    if (going.current) return;
    going.current = true;
    setBusy(method);
    setProblem(null);
    try {
      await leaveToPay(paying, method, keep);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      going.current = false;
      setBusy(null);
    }
  }
  return { pay, busy, problem };
}

/** Sends what moves money, says so, and reads the page anew. */
export function useSending(onDone: () => void) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function send(work: () => Promise<unknown>, words: string) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      toast(words);
      onDone();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  return { busy, problem, send };
}
