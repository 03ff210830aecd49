// What a key does in a text field with a list of suggestions (WAI-ARIA 1.2, editable combobox with list autocomplete).

/** `active` is the option that Enter would choose; -1: none. */
export type ComboState = { open: boolean; active: number };
export type ComboStep = { state: ComboState; chosen?: number };

const closed: ComboState = { open: false, active: -1 };

/** What becomes of the list, and which option is chosen; null where the key is the field's own. */
export function pressed(key: string, { open, active }: ComboState, count: number): ComboStep | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowDown":
      return { state: { open: true, active: open && active < count - 1 ? active + 1 : 0 } };
    case "ArrowUp":
      return { state: { open: true, active: open && active > 0 ? active - 1 : count - 1 } };
    case "Enter":
      return open && active >= 0 ? { state: closed, chosen: active } : null;
    case "Escape":
      return open ? { state: closed } : null;
    default:
      return null;
  }
}
