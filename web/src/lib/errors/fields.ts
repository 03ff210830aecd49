// What is wrong with a field, in the reader's language. The server says it exactly, in English; others are told by the field.
import { useLocale, useTranslations } from "next-intl";
import type { Problem } from "@/lib/api/problem";
import type messages from "../../../messages/en.json";

export type FieldKey = keyof (typeof messages)["problems"]["field"];

/** What the server's words say of any field. */
const bySaying: readonly (readonly [RegExp, FieldKey])[] = [
  [
    /^(Please (fill|write|tell us|give it)\b|Field required|.* should have at least 1 |This key is needed)/,
    "missing",
  ],
  [/ should have at most /, "long"],
];

/** By a part of the field's path; the first that fits counts. */
const byName: readonly (readonly [RegExp, FieldKey])[] = [
  [/^(.*_)?phone$/, "phone"],
  [/^(.*_)?email$/, "email"],
  [/^(.*_)?postcode$/, "postcode"],
  [/^(.*_)?(name|title|label)$/, "name"],
  [/^(line1|line2|address_line|address)$/, "address"],
  [/^(town|city)$/, "town"],
  [/^((.*_)?amount|price)$/, "amount"],
  [/^((first|last|deliver|starts|ends|valid)_on|date|dates|(.*_)?day)$/, "date"],
  [/_at$|^(time|times|spans|begins|ends)$/, "time"],
  [/^(.*_)?reason$/, "reason"],
  [
    /_ids?$|^(business|zone|currency|languages?|(payment_)?method|providers|expertise|kind|services|ways?)$/,
    "choice",
  ],
  [/(^|_)(minutes|hours|days|months|percent|limit|seats|capacity|position|points|count|radius_m)$/, "number"],
  [/^keys$/, "key"],
];

/** Which of our sentences is true of a field that the server refused with these words. */
export function fieldKey(path: string, said: string): FieldKey {
  const parts = path.split(".").reverse();
  const named = parts.flatMap((part) => byName.find(([pattern]) => pattern.test(part))?.[1] ?? [])[0];
  // Why somebody wants to know is the better word for a reason that is missing.
  if (named === "reason") return named;
  return bySaying.find(([pattern]) => pattern.test(said))?.[1] ?? named ?? "any";
}

/** The words for each refused field by its path, as the server names it: its own for readers of English. */
export function useFieldWords(): (problem: Pick<Problem, "fields"> | null) => Record<string, string> {
  const t = useTranslations("problems.field");
  const locale = useLocale();
  return (problem) =>
    Object.fromEntries(
      Object.entries(problem?.fields ?? {}).map(([path, [said = ""]]) => [
        path,
        locale === "en" && said ? said : t(fieldKey(path, said)),
      ]),
    );
}
