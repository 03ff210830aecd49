"use client";
// Categories or extras of one business in the order customers read them: moved by buttons, opened by their names.
import { useTranslations } from "next-intl";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { ShelfKind } from "../../api";
import { moved } from "../../editing";
import styles from "./edit.module.css";
import { type ShelfRow, ShelfRows } from "./ShelfRows";
import { useArranging } from "./useArranging";

type Props = { business: string; title: string; kind: ShelfKind; rows: ShelfRow[] };

export function Shelf({ business, title, kind, rows: first }: Props) {
  const t = useTranslations("catalogue");
  const { shown: rows, problem, told, arrangeAs } = useArranging(business, kind, first);

  function move(index: number, by: -1 | 1) {
    const wanted = moved(rows, index, by);
    const place = index + by;
    arrangeAs({ wanted, ids: wanted.map(({ id }) => id), name: wanted[place]?.name ?? "", place: place + 1 });
  }

  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      <p role="status" className="visually-hidden">
        {told}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {rows.length === 0 && <p className={styles.quiet}>{t("shelfEmpty")}</p>}
      <ShelfRows rows={rows} onMove={move} />
    </section>
  );
}
