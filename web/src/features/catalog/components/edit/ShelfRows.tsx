"use client";
// Things in an order that buttons change, each opened by its name.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { Link } from "@/lib/i18n/navigation";
import styles from "./edit.module.css";

export type ShelfRow = { id: string; name: string; href: string; detail: ReactNode };

type Props = { rows: readonly ShelfRow[]; onMove: (index: number, by: -1 | 1) => void };

export function ShelfRows({ rows, onMove }: Props) {
  const t = useTranslations("catalogue");
  return (
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
              onClick={() => index > 0 && onMove(index, -1)}
            >
              {t("up")}
            </Button>
            <Button
              kind="quiet"
              aria-disabled={index === rows.length - 1}
              aria-label={t("downOf", { name })}
              onClick={() => index < rows.length - 1 && onMove(index, 1)}
            >
              {t("down")}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
