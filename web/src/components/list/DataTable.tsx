// A list as a table whose heads sort it; on a phone each row becomes a card with its own labels.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/Icon";
import { Link } from "@/lib/i18n/navigation";
import { type ListState, listQuery, nextSort, type Query, sortedBy } from "./address";
import styles from "./list.module.css";

export type Column<Row> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** The word by which the server sorts this column. */
  sort?: string;
  /** Figures stand at the end of their column. */
  end?: boolean;
};

type Props<Row> = {
  /** Says what the table holds, to those who do not see it. */
  caption: string;
  /** The first one names the row: a link to it. */
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  state: ListState;
  /** The order of the list when the address says nothing. */
  standard: string;
  hrefOf: (query: Query) => string;
  busy?: boolean;
};

export function DataTable<Row>({ caption, columns, rows, keyOf, state, standard, hrefOf, busy }: Props<Row>) {
  const t = useTranslations("list");
  return (
    <table className={styles.table} aria-busy={busy || undefined}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, title, sort, end }) => {
            const sorted = sortedBy(state.sort, sort, standard);
            return (
              <th key={key} scope="col" aria-sort={sorted} data-end={end || undefined}>
                {sort ? (
                  <Link
                    href={hrefOf(listQuery(state, { sort: nextSort(state.sort, sort, standard) }))}
                    scroll={false}
                    className={styles.sort}
                  >
                    {title}
                    <span className={styles.direction} data-sorted={sorted}>
                      <Icon name="chevronRight" size={16} />
                    </span>
                    <span className="visually-hidden">{t("sort")}</span>
                  </Link>
                ) : (
                  title
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ key, title, cell, end }, index) =>
              index === 0 ? (
                <th key={key} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={key} data-label={title} data-end={end || undefined}>
                  <span>{cell(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
