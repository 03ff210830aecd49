// Settings as their forms hold them: everything as typed, and what of it is sent or cannot be.
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Brand = Schemas["BrandOut"];
export type BrandBody = Schemas["BrandIn"];
export type Group = Schemas["SettingsGroupOut"];
export type SettingField = Schemas["SettingFieldOut"];
export type Place = Schemas["LocationOut"];
export type PlaceBody = Schemas["LocationIn"];
export type FieldSet = Schemas["FieldSetOut"];
export type CustomerField = Schemas["CustomerField"];
export type Values = Record<string, unknown>;
export type Words = Record<string, string>;

/** What belongs together within a group, in the order of reading. */
export const SUBJECTS: Record<string, { key: string; names: readonly string[] }[]> = {
  booking: [
    {
      key: "when",
      names: ["lead_time_minutes", "horizon_days", "slot_interval_minutes", "daily_limit", "hold_minutes"],
    },
    { key: "who", names: ["assignment", "approval"] },
    {
      key: "changes",
      names: [
        "cancellation_windows",
        "missed_fee_percent",
        "report_hours",
        "charge_fees",
        "right_to_cancel",
        "change_until_hours",
        "reschedules_allowed",
        "reason_needed",
      ],
    },
    { key: "deposit", names: ["deposit_percent", "deposit_amount"] },
  ],
};

/** The settings of a group by subject; whatever no subject names stands at the end. */
export function bySubject({ group, fields }: Pick<Group, "group" | "fields">): {
  key: string;
  fields: SettingField[];
}[] {
  const subjects = SUBJECTS[group] ?? [];
  const named = new Set(subjects.flatMap(({ names }) => names));
  const found = subjects.map(({ key, names }) => ({
    key,
    fields: names.flatMap((name) => fields.filter((field) => field.name === name)),
  }));
  const rest = fields.filter(({ name }) => !named.has(name));
  return rest.length > 0 ? [...found, { key: group, fields: rest }] : found;
}

/** The id of a setting's control. Groups stand on one page, and two of them may have a setting of one name. */
export function placeOf(group: string, name: string): string {
  return `${group}.${name}`;
}

export type Row = Record<string, string>;
/** One setting as typed: a number or choice as text, several numbers or texts as lines, rows, yes or no. */
export type Typed = string | boolean | Row[];
export type Draft = Record<string, Typed>;

export function typedOf(field: SettingField, value: unknown): Typed {
  if (field.kind === "yes_no") return value === true;
  if (field.kind === "rows")
    return (Array.isArray(value) ? value : []).map((row: Record<string, unknown>) =>
      Object.fromEntries(field.parts.map(({ name }) => [name, String(row[name] ?? "")])),
    );
  if (Array.isArray(value)) return value.join(field.kind === "numbers" ? ", " : "\n");
  return value === null || value === undefined ? "" : String(value);
}

export function draftOf({ fields, values }: Pick<Group, "fields" | "values">): Draft {
  return Object.fromEntries(fields.map((field) => [field.name, typedOf(field, values[field.name])]));
}

/** Why something typed cannot be sent. The words are in the catalogue, with the bounds in them. */
export type Fault = { key: "number" | "between" | "most"; minimum: number; maximum: number; most: number };
export type Faults = Record<string, Fault>;

const WHOLE = /^-?\d{1,9}$/;

function counted(text: string, { minimum, maximum, most }: SettingField): number | Fault {
  const bounds = { minimum: minimum ?? 0, maximum: maximum ?? 0, most: most ?? 0 };
  const trimmed = text.trim();
  if (!WHOLE.test(trimmed)) return { key: "number", ...bounds };
  const value = Number(trimmed);
  const fits = (minimum === null || value >= minimum) && (maximum === null || value <= maximum);
  return fits ? value : { key: "between", ...bounds };
}

/** The value of one setting, or what is wrong with it by the server's name of the place. */
export function readTyped(field: SettingField, typed: Typed): { value: unknown; faults: Faults } {
  const faults: Faults = {};
  const read = (text: string, as: SettingField, name: string) => {
    const found = counted(text, as);
    if (typeof found !== "number") faults[name] = found;
    return found;
  };
  const several = (items: unknown[]) => {
    if (field.most !== null && items.length > field.most)
      faults[field.name] = { key: "most", minimum: 0, maximum: 0, most: field.most };
    return items;
  };
  const text = typeof typed === "string" ? typed : "";
  let value: unknown = typed;
  if (field.kind === "number") value = field.optional && !text.trim() ? null : read(text, field, field.name);
  if (field.kind === "numbers")
    value = several(
      text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((item) => read(item, field, field.name)),
    );
  if (field.kind === "text") value = text.trim();
  if (field.kind === "texts") value = several(text.split(/\s+/).filter(Boolean));
  if (field.kind === "rows")
    value = several(
      (Array.isArray(typed) ? typed : []).map((row, at) =>
        Object.fromEntries(
          field.parts.map((part) => [
            part.name,
            read(row[part.name] ?? "", part, `${field.name}.${at}.${part.name}`),
          ]),
        ),
      ),
    );
  return { value, faults };
}

export function bodyOf(fields: readonly SettingField[], draft: Draft): { values: Values; faults: Faults } {
  const read = fields.map((field) => ({ field, ...readTyped(field, draft[field.name] ?? "") }));
  return {
    values: Object.fromEntries(read.map(({ field, value }) => [field.name, value])),
    faults: Object.assign({}, ...read.map(({ faults }) => faults)),
  };
}

export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Objects with their keys in order; what is empty in a text in several languages counts as not there. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== "")
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

export function isStandard(field: SettingField, typed: Typed): boolean {
  return same(typed, typedOf(field, field.default));
}

/** One field that somebody else saved while it was open here. `clash`: it was changed here too. */
export type Difference<Form> = { name: keyof Form & string; clash: boolean };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One value out of two changed ones; texts in several languages are put together language by language. */
function together(base: unknown, mine: unknown, theirs: unknown): { value: unknown; clash: boolean } {
  if (same(base, theirs)) return { value: mine, clash: false };
  if (same(base, mine)) return { value: theirs, clash: false };
  if (!isRecord(base) || !isRecord(mine) || !isRecord(theirs))
    return { value: mine, clash: !same(mine, theirs) };
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const found = names.map((name) => ({
    name,
    ...together(base[name] ?? "", mine[name] ?? "", theirs[name] ?? ""),
  }));
  return {
    value: Object.fromEntries(found.map(({ name, value }) => [name, value])),
    clash: found.some(({ clash }) => clash),
  };
}

/** Two people changed the same thing since `base`: what only one of them changed is as they left it, and where both did,
 * what was typed here stays. Tells what the other one changed. */
export function merged<Form extends object>(
  base: Form,
  mine: Form,
  theirs: Form,
): { form: Form; differences: Difference<Form>[] } {
  const names = Object.keys(theirs) as (keyof Form & string)[];
  const found = names.map((name) => ({ name, ...together(base[name], mine[name], theirs[name]) }));
  return {
    form: { ...mine, ...Object.fromEntries(found.map(({ name, value }) => [name, value])) },
    differences: found
      .filter(({ name }) => !same(base[name], theirs[name]))
      .map(({ name, clash }) => ({ name, clash })),
  };
}

export const BRAND_FIELDS = [
  "name",
  "tagline",
  "staff_word",
  "accent",
  "logo_url",
  "phone",
  "email",
  "languages",
] as const;
export type BrandForm = Pick<Brand, (typeof BRAND_FIELDS)[number]>;

export function brandForm(brand: Brand): BrandForm {
  return Object.fromEntries(BRAND_FIELDS.map((name) => [name, brand[name]])) as BrandForm;
}

/** The text in a language, else in English, else whichever there is. */
export function inLanguage(words: Words, locale: string): string {
  return words[locale] || words.en || Object.values(words).find(Boolean) || "";
}

/** What the preview says of the rules: hours until which all, or something, comes back; null: nothing does. */
export function refunds(value: unknown): { hours: number; percent: number } | null {
  const rows = Array.isArray(value) ? (value as { hours_before: number; refund_percent: number }[]) : [];
  const best = Math.max(0, ...rows.map(({ refund_percent }) => refund_percent));
  if (best === 0) return null;
  const hours = rows
    .filter(({ refund_percent }) => refund_percent === best)
    .map(({ hours_before }) => hours_before);
  return { hours: Math.min(...hours), percent: best };
}

/** No time can ever be booked: the notice is longer than the days that are open. */
export function bookableNever(values: Values): boolean {
  const { lead_time_minutes: lead, horizon_days: days } = values;
  return typeof lead === "number" && typeof days === "number" && lead >= days * 24 * 60;
}
