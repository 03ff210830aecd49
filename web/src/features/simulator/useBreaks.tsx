"use client";
// Between "Save" and saving: what the change would break, with a fix for each visit. Where nothing breaks nobody is asked.
import { type ReactNode, useState } from "react";
import { problemOf } from "@/lib/api/problem";
import { doFix } from "./api";
import { BreaksDialog } from "./components/BreaksDialog";
import { FixesDone } from "./components/FixesDone";
import { type Broken, breaksAnything, type Choices, freshList, type Simulation, wishOf } from "./rules";

type Asked = { found: Simulation; again: boolean; answer: (choices: Choices | null) => void };
export type Done = { visit: Broken; choice: "move" | "give"; worked: boolean };

export type Guard = <T>(
  attempt: () => Promise<Simulation>,
  save: (seen: string) => Promise<T>,
) => Promise<T | null>;

/** `guard` answers with what was saved, or null for whoever went back; `question` stands anywhere outside of forms. */
export function useBreaks(): { guard: Guard; question: ReactNode } {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [told, setTold] = useState<{ done: Done[]; close: () => void } | null>(null);

  const ask = (found: Simulation, again: boolean) =>
    new Promise<Choices | null>((resolve) => {
      const answer = (choices: Choices | null) => {
        setAsked(null);
        resolve(choices);
      };
      setAsked({ found, again, answer });
    });

  /** Until it is read: what comes next may take this part off the page. */
  const tell = (done: Done[]) =>
    new Promise<void>((resolve) => {
      if (done.length === 0) return resolve();
      const close = () => {
        setTold(null);
        resolve();
      };
      setTold({ done, close });
    });

  const guard: Guard = async (attempt, save) => {
    let found = await attempt();
    for (let again = false; ; again = true) {
      const choices = breaksAnything(found) ? await ask(found, again) : new Map();
      if (choices === null) return null;
      try {
        const saved = await save(found.seen);
        await tell(await fixAll(found.broken, choices));
        return saved;
      } catch (error) {
        const problem = problemOf(error);
        if (problem.code !== "bookings_changed") throw error;
        found = freshList(problem.extra);
      }
    }
  };

  const question = (
    <>
      {asked && <BreaksDialog {...asked} key={asked.found.seen} />}
      {told && <FixesDone done={told.done} onClose={told.close} />}
    </>
  );
  return { guard, question };
}

/** One after another, for each may be refused by itself. */
async function fixAll(broken: readonly Broken[], choices: Choices): Promise<Done[]> {
  const done: Done[] = [];
  for (const visit of broken) {
    const choice = choices.get(visit.appointment_id);
    const wish = wishOf(visit, choice);
    if (!wish || !choice || choice === "leave") continue;
    try {
      await doFix(visit, wish);
      done.push({ visit, choice, worked: true });
    } catch {
      done.push({ visit, choice, worked: false });
    }
  }
  return done;
}
