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
  async function attempt(action: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      await action();
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  /** Puts what `save` answers into its place. */
  const add = (save: () => Promise<Row>): Promise<boolean> =>
    attempt(async () => {
      const row = await save();
      setRows((now) => {
        const next = [...now.filter((other) => keyOf(other) !== keyOf(row)), row];
        return placeOf ? next.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)) : next;
      });
    });

  /** Takes a row away and offers to `restore` it. */
  const drop = (row: Row, words: string, remove: () => Promise<void>, restore: () => Promise<Row>) =>
    attempt(async () => {
      await remove();
      setRows((now) => now.filter((other) => keyOf(other) !== keyOf(row)));
      toast(words, { undo: () => void add(restore) });
    });

  return { rows, busy, problem, add, drop };
}
