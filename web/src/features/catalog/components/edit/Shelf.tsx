"use client";
// Categories or extras of one business in the order customers read them: moved by buttons, opened by their names.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { arrange, type ShelfKind } from "../../api";
import { moved } from "../../editing";
import styles from "./edit.module.css";
import { type ShelfRow, ShelfRows } from "./ShelfRows";

type Props = { business: string; title: string; kind: ShelfKind; rows: ShelfRow[] };

export function Shelf({ business, title, kind, rows: first }: Props) {
  const t = useTranslations("catalogue");
  const [rows, setRows] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function move(index: number, by: -1 | 1) {
    const before = rows;
    const wanted = moved(rows, index, by);
    setRows(wanted);
    setProblem(null);
    try {
      await arrange(
        business,
        kind,
        wanted.map(({ id }) => id),
      );
    } catch (error) {
      setRows(before);
      setProblem(problemOf(error));
    }
  }

  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      {problem && <ProblemNotice problem={problem} />}
      {rows.length === 0 && <p className={styles.quiet}>{t("shelfEmpty")}</p>}
      <ShelfRows rows={rows} onMove={(index, by) => void move(index, by)} />
    </section>
  );
}
