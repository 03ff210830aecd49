"use client";
// The services of one business by category, in the order customers read them: moved by buttons within their category.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { arrange } from "../../api";
import { moved } from "../../editing";
import styles from "./edit.module.css";
import { type ShelfRow, ShelfRows } from "./ShelfRows";

export type ShelfOfServices = { id: string; name: string; rows: ShelfRow[] };

type Props = { business: string; title: string; shelves: ShelfOfServices[] };

export function ServiceOrder({ business, title, shelves: first }: Props) {
  const t = useTranslations("catalogue");
  const [shelves, setShelves] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState("");

  async function move(shelf: string, index: number, by: -1 | 1) {
    const before = shelves;
    const wanted = shelves.map((each) =>
      each.id === shelf ? { ...each, rows: moved(each.rows, index, by) } : each,
    );
    const place = index + by;
    const row = wanted.find(({ id }) => id === shelf)?.rows[place];
    setShelves(wanted);
    setProblem(null);
    try {
      const ids = wanted.flatMap(({ rows }) => rows.map(({ id }) => id));
      await arrange(business, "services", ids);
      setTold(t("movedTo", { name: row?.name ?? "", place: place + 1 }));
    } catch (error) {
      setShelves(before);
      setProblem(problemOf(error));
    }
  }

  return (
    <section className={styles.shelves} aria-label={title}>
      <h2>{title}</h2>
      <p role="status" className="visually-hidden">
        {told}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {shelves.map(({ id, name, rows }) => (
        <section key={id} aria-labelledby={`shelf-${id}`}>
          <h3 id={`shelf-${id}`}>{name}</h3>
          <ShelfRows rows={rows} onMove={(index, by) => void move(id, index, by)} />
        </section>
      ))}
    </section>
  );
}
