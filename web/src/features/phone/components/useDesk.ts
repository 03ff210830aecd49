// The caller's basket in the browser: changed by one call at a time, so that an older answer never overwrites a newer one.
import { useCallback, useEffect, useRef, useState } from "react";
import { type Problem, problemOf } from "@/lib/api/problem";
import type { Basket } from "../../booking/rules";
import { openBasket } from "../api";

export type Desk = {
  basket: Basket | null;
  /** Does it and takes the answer as the basket; null where it was refused, with the problem told. */
  change: (call: () => Promise<Basket>) => Promise<Basket | null>;
  /** The same, where the caller tells the problem itself. */
  attempt: (call: () => Promise<Basket>) => Promise<Basket>;
  begin: () => Promise<void>;
  problem: Problem | null;
  setProblem: (problem: Problem | null) => void;
};

export function useDesk(initial: Basket | null, business: string): Desk {
  const [basket, setBasket] = useState(initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const opened = useRef(initial !== null);

  const attempt = useCallback((call: () => Promise<Basket>) => {
    const next = queue.current.then(call, call).then((found) => {
      setBasket(found);
      return found;
    });
    queue.current = next.catch(() => undefined);
    return next;
  }, []);

  const change = useCallback(
    async (call: () => Promise<Basket>) => {
      setProblem(null);
      try {
        return await attempt(call);
      } catch (error) {
        setProblem(problemOf(error));
        return null;
      }
    },
    [attempt],
  );

  const begin = useCallback(async () => {
    await change(() => openBasket(business));
  }, [change, business]);

  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    void begin();
  }, [begin]);

  return { basket, change, attempt, begin, problem, setProblem };
}
