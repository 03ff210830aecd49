"use client";
// Looking for customers while somebody types: the newest question's answer counts. The text stands behind the # alone.
import { useCallback, useEffect, useRef, useState } from "react";
import { type Problem, problemOf } from "@/lib/api/problem";
import { findCustomers } from "../api";
import { hashOf, type Page, textIn, type Wanted } from "../rules";

const QUIET_MS = 250;

type Options = Omit<Wanted, "text" | "cursor"> & { first: Page; keepsText?: boolean };

export function useSearch({ first, tag, archived, sort, keepsText = false }: Options) {
  const [text, setText] = useState("");
  const [page, setPage] = useState(first);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);

  const ask = useCallback(
    async (wanted: string, cursor = "") => {
      asking.current?.abort();
      const mine = new AbortController();
      asking.current = mine;
      setBusy(true);
      setProblem(null);
      try {
        const found = await findCustomers({ text: wanted, tag, archived, sort, cursor }, mine.signal);
        if (mine.signal.aborted) return;
        setPage((now) => (cursor ? { ...found, customers: [...now.customers, ...found.customers] } : found));
      } catch (error) {
        if (!mine.signal.aborted) setProblem(problemOf(error));
      }
      if (!mine.signal.aborted) setBusy(false);
    },
    [tag, archived, sort],
  );

  const type = useCallback(
    (typed: string) => {
      setText(typed);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (keepsText) {
          const { pathname, search } = window.location;
          window.history.replaceState(window.history.state, "", pathname + search + hashOf(typed.trim()));
        }
        void ask(typed.trim());
      }, QUIET_MS);
    },
    [ask, keepsText],
  );

  useEffect(() => {
    const kept = keepsText ? textIn(window.location.hash) : "";
    if (kept) type(kept);
    return () => {
      clearTimeout(timer.current);
      asking.current?.abort();
    };
  }, [keepsText, type]);

  return { text, type, page, busy, problem, more: () => void ask(text.trim(), page.next ?? "") };
}
