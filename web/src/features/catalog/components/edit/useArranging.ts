"use client";
// An order of things that buttons change: shown at once, saved one change after the other, told when it is kept.
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { type Problem, problemOf } from "@/lib/api/problem";
import { arrange, type ShelfKind } from "../../api";

type Move<T> = { wanted: T; ids: string[]; name: string; place: number };

/** What is shown, what stood in the way, and what to say aloud. A refused change goes back to what was kept last. */
export function useArranging<T>(business: string, kind: ShelfKind, first: T) {
  const t = useTranslations("catalogue");
  const [shown, setShown] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState("");
  const kept = useRef(first);
  const queue = useRef(Promise.resolve());

  /** Two quick presses must not overtake each other on their way, or the older order would stay. */
  function arrangeAs({ wanted, ids, name, place }: Move<T>) {
    setShown(wanted);
    setProblem(null);
    queue.current = queue.current.then(async () => {
      try {
        await arrange(business, kind, ids);
        kept.current = wanted;
        setTold(t("movedTo", { name, place }));
      } catch (error) {
        setShown(kept.current);
        setProblem(problemOf(error));
      }
    });
  }

  return { shown, problem, told, arrangeAs };
}
