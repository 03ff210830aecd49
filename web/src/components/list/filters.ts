// The questions above a list, made from its address.
import type { ListState } from "./address";
import type { Choice, Filter } from "./FilterBar";

/** One question; `every` is the choice that leaves nothing out. */
export function filterOf(
  state: ListState,
  name: string,
  { label, every, choices }: { label: string; every: string; choices: Choice[] },
): Filter {
  return {
    name,
    label,
    value: state.filters[name] ?? "",
    choices: [{ value: "", label: every }, ...choices],
  };
}

/** Whose rows: asked only where there is more than one business. */
export function businessFilter(
  state: ListState,
  businesses: readonly { slug: string; name: string }[],
  { label, every }: { label: string; every: string },
): Filter[] {
  if (businesses.length < 2) return [];
  const choices = businesses.map(({ slug, name }) => ({ value: slug, label: name }));
  return [filterOf(state, "business", { label, every, choices })];
}
