// A table of what happened to something that was sold: each line written once, amounts at the end of their column.
import type { ReactNode } from "react";
import styles from "./giftcards.module.css";

type Column = { name: string; isAmount?: boolean };
type Props = { columns: readonly Column[]; rows: readonly (readonly ReactNode[])[] };

export function MoveTable({ columns, rows }: Props) {
  const sideOf = (column: number) => (columns[column]?.isAmount ? styles.end : undefined);
  return (
    <table className={styles.moves}>
      <thead>
        <tr>
          {columns.map(({ name }, column) => (
            <th key={name} scope="col" className={sideOf(column)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are written once and never move.
          <tr key={row}>
            {cells.map((cell, column) => (
              <td key={columns[column]?.name} className={sideOf(column)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
