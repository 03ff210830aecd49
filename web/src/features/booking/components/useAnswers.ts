"use client";
// Answers as they are given: kept by the server a moment later, and when the page is left.
import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer, Answers } from "@/features/catalog/questions";
import { saveAnswers, sendFile } from "../api";
import { useJourney } from "../hooks";
import type { Basket, BasketLine } from "../rules";

const QUIET_MS = 600;

export function useAnswers(line: BasketLine | null) {
  const { change } = useJourney();
  const [answers, setAnswers] = useState<Answers>(() => ({ ...line?.answers }));
  const unsent = useRef<Record<string, Answer | null>>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = line?.id;

  /** Sends what is not yet sent; the basket that came back, or null when there was nothing to send. */
  const flush = useCallback(
    async (leaving = false): Promise<Basket | null> => {
      clearTimeout(timer.current);
      const sending = unsent.current;
      if (!id || Object.keys(sending).length === 0) return null;
      unsent.current = {};
      try {
        return leaving ? await saveAnswers(id, sending, true) : await change(() => saveAnswers(id, sending));
      } catch (error) {
        // What was answered meanwhile is newer and wins; the rest is sent again with the next try.
        unsent.current = { ...sending, ...unsent.current };
        throw error;
      }
    },
    [change, id],
  );

  const set = useCallback(
    (question: string, answer: Answer | undefined) => {
      setAnswers((now) => ({ ...now, [question]: answer }));
      unsent.current = { ...unsent.current, [question]: answer === "" ? null : (answer ?? null) };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush().catch(() => undefined), QUIET_MS);
    },
    [flush],
  );

  async function send(question: string, file: File): Promise<void> {
    if (!id) return;
    const basket = await change(() => sendFile(id, question, file));
    const sent = basket.lines.find((each) => each.id === id)?.answers[question];
    setAnswers((now) => ({ ...now, [question]: sent }));
  }

  useEffect(() => {
    const leave = () => void flush(true).catch(() => undefined);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      clearTimeout(timer.current);
      void flush().catch(() => undefined);
    };
  }, [flush]);

  return { answers, set, send, flush };
}
