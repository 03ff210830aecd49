// A whole list: its questions, the table or what to do when nothing fits, and the way to the other pages. Its address says
// what it shows.
import type { ReactNode } from "react";
import type { ListState, Query } from "./address";
import { type Column, DataTable } from "./DataTable";
import { type Choice, type Filter, FilterBar } from "./FilterBar";
import { FileLink, ListFoot } from "./ListFoot";

type Props<Row extends { id: string }> = {
  /** Says what the list holds, to those who do not see it. */
  caption: string;
  /** Where the list is, without its query. */
  path: string;
  state: ListState;
  /** The order of the list when the address says nothing. */
  standard: string;
  filters: Filter[];
  /** Orders to choose from where a phone has no heads of columns. */
  sorts: Choice[];
  columns: Column<Row>[];
  rows: readonly Row[];
  /** The cursor of the next page, if there is one. */
  next: string | null;
  /** The address of the whole list as a file, where there is one. */
  file?: string;
  /** Stands in the table's place when it has no rows. */
  none: ReactNode;
  /** More to fill in above the list. */
  children?: ReactNode;
};

export function FilteredList<Row extends { id: string }>(props: Props<Row>) {
  const { caption, path, state, standard, filters, sorts, columns, rows, next, file, none, children } = props;
  const hrefOf = (query: Query) => {
    const search = new URLSearchParams(query).toString();
    return search ? `${path}?${search}` : path;
  };
  return (
    <>
      <FilterBar path={path} filters={filters} sorts={sorts} sort={state.sort}>
        {children}
      </FilterBar>
      {rows.length === 0 ? (
        none
      ) : (
        <DataTable
          caption={caption}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          state={state}
          standard={standard}
          hrefOf={hrefOf}
        />
      )}
      <ListFoot
        state={state}
        count={rows.length}
        next={next}
        hrefOf={hrefOf}
        file={rows.length > 0 && file && <FileLink href={file} />}
      />
    </>
  );
}
