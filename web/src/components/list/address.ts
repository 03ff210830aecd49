// What a list shows stands in the address: filters, order and page. So "back" goes back, and a list can be sent to somebody.

export type Query = Record<string, string>;

export type ListState = {
  /** The chosen filters by name; one that is not set is not there. */
  filters: Query;
  /** "placed", or "-placed" for the other way round; empty is the list's own order. */
  sort: string;
  /** The cursor of the page; empty is the first. */
  after: string;
};

type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the address of a list that knows these filters; anything else in it is left alone and forgotten. */
export function readList(params: SearchParams, names: readonly string[]): ListState {
  const filters: Query = {};
  for (const name of names) {
    const value = one(params[name]);
    if (value) filters[name] = value;
  }
  return { filters, sort: one(params.sort), after: one(params.after) };
}

/** The address with a change. Another filter or order begins again at the first page. */
export function listQuery(state: ListState, change: Partial<ListState> = {}): Query {
  const after = "filters" in change || "sort" in change ? "" : state.after;
  const { filters, sort, after: page } = { ...state, after, ...change };
  return withoutEmpty({ ...filters, sort, after: page });
}

/** The order that a press on a column's head asks for: first its own way, then the other way round. */
export function nextSort(sort: string, column: string, standard: string): string {
  const now = sort || standard;
  return now === column ? `-${column}` : column;
}

/** How a column stands in the present order, in ARIA's words; undefined for one that cannot be sorted by. */
export function sortedBy(
  sort: string,
  column: string | undefined,
  standard: string,
): "ascending" | "descending" | "none" | undefined {
  if (!column) return undefined;
  const now = sort || standard;
  if (now === column) return "ascending";
  return now === `-${column}` ? "descending" : "none";
}

export function withoutEmpty(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
}

function one(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}
