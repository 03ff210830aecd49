// The frame of "single dates" and "time off": what it is, the rows there are with the way to drop each, and a form.
import { type FormEvent, type ReactNode, useId, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Problem } from "@/lib/api/problem";
import styles from "./Dates.module.css";

export type DatesRow = { key: string; words: ReactNode; dropLabel: string; onDrop: () => void };

type Props = {
  title: string;
  lead: string;
  none: string;
  rows: DatesRow[];
  /** The words on each row's button. */
  drop: string;
  save: string;
  busy: boolean;
  problem: Problem | null;
  onSave: () => void;
  /** The fields. */
  children: ReactNode;
  /** Stands outside the form: a question that comes before saving. */
  after?: ReactNode;
};

export function DatesSection(props: Props) {
  const { title, lead, none, rows, drop, save, busy, problem, onSave, children, after } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy) onSave();
  }
  /** The button goes with its row: the focus must not fall off the page. */
  function take(row: DatesRow) {
    row.onDrop();
    heading.current?.focus();
  }
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className={styles.lead}>{lead}</p>
      {problem && <ProblemNotice problem={problem} />}
      {rows.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.key} className={styles.row}>
              <span>{row.words}</span>
              <Button kind="quiet" busy={busy} aria-label={row.dropLabel} onClick={() => take(row)}>
                {drop}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form method="post" noValidate onSubmit={submit} className={styles.form}>
        {children}
        <Button type="submit" busy={busy}>
          {save}
        </Button>
      </form>
      {after}
    </section>
  );
}
