"use client";
// The details as they are typed: kept by the server a moment later, on leaving a field, and when the page is left.
import { useCallback, useEffect, useRef, useState } from "react";
import { readerZone } from "@/lib/datetime/zone";
import { saveDetails } from "../api";
import { useJourney } from "../hooks";
import type { Details } from "../rules";
import { type DetailName, faultOf } from "../schema";

const QUIET_MS = 600;
const AGAIN_MS = 4_000;

export type SaveState = "saved" | "waiting" | "failed";
type Typed = Record<DetailName, string>;

const empty: Typed = {
  name: "",
  email: "",
  phone: "",
  line1: "",
  line2: "",
  town: "",
  access_notes: "",
  notes: "",
};

function typedSoFar(details: Details | undefined, town: string): Typed {
  if (!details) return { ...empty, town };
  const { zone: _, ...typed } = details;
  return { ...typed, town: typed.town || town };
}

export function useDetails() {
  const { basket, change } = useJourney();
  const [values, setValues] = useState<Typed>(() => typedSoFar(basket?.details, basket?.place?.town ?? ""));
  const [state, setState] = useState<SaveState>("saved");
  const unsent = useRef<Partial<Details>>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(
    async (leaving = false): Promise<void> => {
      clearTimeout(timer.current);
      const sending = unsent.current;
      if (Object.keys(sending).length === 0) return;
      unsent.current = {};
      const body = { ...sending, zone: readerZone() };
      try {
        if (leaving) await saveDetails(body, true);
        else await change(() => saveDetails(body));
        if (Object.keys(unsent.current).length === 0) setState("saved");
      } catch {
        // What was typed meanwhile is newer and wins; the rest is sent again.
        unsent.current = { ...sending, ...unsent.current };
        setState("failed");
        if (!leaving) timer.current = setTimeout(() => void flush(), AGAIN_MS);
      }
    },
    [change],
  );

  const set = useCallback(
    (name: DetailName, value: string) => {
      setValues((now) => ({ ...now, [name]: value }));
      // An answer the server could not even store stays here until it is mended.
      if (faultOf(name, value, false)?.kind === "tooLong") return;
      unsent.current = { ...unsent.current, [name]: value };
      setState("waiting");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), QUIET_MS);
    },
    [flush],
  );

  // The town that the postcode told is an answer too, until somebody writes another.
  const town = basket?.place?.town ?? "";
  const townUnsaved = basket?.details.town === "" && town !== "";
  useEffect(() => {
    if (townUnsaved) unsent.current = { town, ...unsent.current };
  }, [townUnsaved, town]);

  useEffect(() => {
    const leave = () => void flush(true);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      clearTimeout(timer.current);
      void flush();
    };
  }, [flush]);

  return { values, set, flush, state, unsent: () => Object.keys(unsent.current).length > 0 };
}
