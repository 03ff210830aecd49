// A list that is changed one row at a time: adding, dropping, one press to undo, and what the server refused.
import { useState } from "react";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";

type Kept<Row> = {
  /** One row for each of these; a row added with the same one takes the place of the older. */
  keyOf: (row: Row) => string;
  /** Rows stand in this order; without it a new one stands last. */
  placeOf?: (row: Row) => string | number;
};

export function useRows<Row>(initial: Row[], { keyOf, placeOf }: Kept<Row>) {
  const toast = useToast();
  const [rows, setRows] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** Runs one change at a time; a refusal is kept to be shown, and the answer is whether it worked. */
  async function attempt(action: () => Promise<boolean>): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      return await action();
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  /** Puts what `save` answers into its place; null: somebody thought better of it. */
  const add = (save: () => Promise<Row | null>): Promise<boolean> =>
    attempt(async () => {
      const row = await save();
      if (row === null) return false;
      setRows((now) => {
        const next = [...now.filter((other) => keyOf(other) !== keyOf(row)), row];
        return placeOf ? next.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)) : next;
      });
      return true;
    });

  /** Takes a row away, unless `remove` answers null, and offers to `restore` it, where that can be done. */
  const drop = (row: Row, words: string, remove: () => Promise<unknown>, restore?: () => Promise<Row>) =>
    attempt(async () => {
      if ((await remove()) === null) return false;
      setRows((now) => now.filter((other) => keyOf(other) !== keyOf(row)));
      toast(words, restore && { undo: () => void add(restore) });
      return true;
    });

  return { rows, busy, problem, add, drop };
}
