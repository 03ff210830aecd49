"use client";
// The services of one business by category, in the order customers read them: moved by buttons within their category.
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { moved } from "../../editing";
import styles from "./edit.module.css";
import { type ShelfRow, ShelfRows } from "./ShelfRows";
import { useArranging } from "./useArranging";

export type ShelfOfServices = { id: string; name: string; rows: ShelfRow[] };

type Props = { business: string; title: string; shelves: ShelfOfServices[] };

export function ServiceOrder({ business, title, shelves: first }: Props) {
  const { shown: shelves, problem, told, arrangeAs } = useArranging(business, "services", first);

  function move(shelf: string, index: number, by: -1 | 1) {
    const wanted = shelves.map((each) =>
      each.id === shelf ? { ...each, rows: moved(each.rows, index, by) } : each,
    );
    const place = index + by;
    const name = wanted.find(({ id }) => id === shelf)?.rows[place]?.name ?? "";
    const ids = wanted.flatMap(({ rows }) => rows.map(({ id }) => id));
    arrangeAs({ wanted, ids, name, place: place + 1 });
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
          <ShelfRows rows={rows} onMove={(index, by) => move(id, index, by)} />
        </section>
      ))}
    </section>
  );
}
