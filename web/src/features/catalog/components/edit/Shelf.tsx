"use client";
// Categories or extras of one business in the order customers read them: moved by buttons, opened by their names.
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { Link } from "@/lib/i18n/navigation";
import { arrange, type ShelfKind } from "../../api";
import { moved } from "../../editing";
import styles from "./edit.module.css";

export type ShelfRow = { id: string; name: string; href: string; detail: ReactNode };
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
      <ul className={styles.rows}>
        {rows.map(({ id, name, href, detail }, index) => (
          <li key={id} className={styles.row}>
            <div className={styles.what}>
              <Link href={href}>{name}</Link>
              <p className={styles.quiet}>{detail}</p>
            </div>
            <div className={styles.buttons}>
              <Button
                kind="quiet"
                aria-disabled={index === 0}
                aria-label={t("upOf", { name })}
                onClick={() => index > 0 && void move(index, -1)}
              >
                {t("up")}
              </Button>
              <Button
                kind="quiet"
                aria-disabled={index === rows.length - 1}
                aria-label={t("downOf", { name })}
                onClick={() => index < rows.length - 1 && void move(index, 1)}
              >
                {t("down")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
