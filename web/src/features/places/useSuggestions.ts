"use client";
// Suggestions for an address being typed: asked for a moment later, the newest question's answer alone counts. Nobody ever
// waits for them: without an answer the field is one to type in.
import { useCallback, useEffect, useRef, useState } from "react";
import {
  type Filled,
  filledFrom,
  isWorthAsking,
  LONGEST,
  offers,
  type Source,
  type Suggestions,
} from "./addresses";
import { addressOf, suggestAddresses } from "./api";

const QUIET_MS = 250;
const REST_MS = 30_000; // while a company fails, nobody is asked at every letter

let asked: Promise<Source> | null = null;

/** Who would answer, asked once a page. */
function whoAnswers(): Promise<Source> {
  asked ??= suggestAddresses({ text: "", near: "", session: crypto.randomUUID() }).then(
    ({ source }) => source,
  );
  asked.catch(() => {
    asked = null;
  });
  return asked;
}

const none: Suggestions = { source: "directory", suggestions: [] };

export function useSuggestions(near: string) {
  const [source, setSource] = useState<Source | null>(null);
  const [found, setFound] = useState(none);
  const session = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);
  const restsUntil = useRef(0);
  const byHand = useRef(false);

  useEffect(() => {
    let isHere = true;
    whoAnswers().then(
      (who) => isHere && setSource(who),
      () => undefined, // A plain field does as well.
    );
    return () => {
      isHere = false;
      clearTimeout(timer.current);
      asking.current?.abort();
    };
  }, []);

  const ask = useCallback(
    async (text: string) => {
      const mine = new AbortController();
      asking.current = mine;
      session.current ??= crypto.randomUUID();
      try {
        const answer = await suggestAddresses({ text, near, session: session.current }, mine.signal);
        if (mine.signal.aborted) return;
        if (source === "google_places" && answer.source === "directory")
          restsUntil.current = performance.now() + REST_MS;
        setFound(answer);
      } catch {
        if (!mine.signal.aborted) setFound(none);
      }
    },
    [near, source],
  );

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    asking.current?.abort();
    setFound((now) => (now.suggestions.length === 0 ? now : none));
  }, []);

  /** Somebody typed. What was suggested for an earlier text stays until the new answer is there. */
  const type = useCallback(
    (text: string) => {
      clearTimeout(timer.current);
      asking.current?.abort();
      if (text === "") byHand.current = false;
      const now = source === "google_places" && performance.now() < restsUntil.current ? "directory" : source;
      if (now === null || byHand.current || !isWorthAsking(text, now, near)) return forget();
      timer.current = setTimeout(() => void ask(text.trim().slice(0, LONGEST)), QUIET_MS);
    },
    [ask, forget, near, source],
  );

  /** What the chosen one fills in: at least its first line, when the rest cannot be had. It ends the session. */
  const choose = useCallback(
    async (id: string, typed: string): Promise<Filled> => {
      const token = session.current ?? crypto.randomUUID();
      const main = found.suggestions.find((each) => each.id === id)?.main ?? typed;
      session.current = null;
      forget();
      try {
        return filledFrom(await addressOf(id, token), typed);
      } catch {
        return { line1: main };
      }
    },
    [forget, found],
  );

  /** No more suggestions until the field is empty again. */
  const stop = useCallback(() => {
    byHand.current = true;
    session.current = null;
    forget();
  }, [forget]);

  return { offers: offers(source, near), found, type, choose, stop };
}
