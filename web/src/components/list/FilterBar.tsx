"use client";
// The questions above a list. A choice counts at once; without scripts the form is an ordinary one with its button.
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { useRouter } from "@/lib/i18n/navigation";
import { type Query, withoutEmpty } from "./address";
import styles from "./list.module.css";

export type Choice = { value: string; label: string };
export type Filter = {
  name: string;
  label: string;
  value: string;
  /** The first one means "all" and has an empty value. */
  choices: Choice[];
};

type Props = {
  filters: Filter[];
  /** Orders to choose from where a phone has no heads of columns. */
  sorts?: Choice[];
  sort: string;
  /** Where the list is, without its query; `tail` is kept at the end of it. */
  path: string;
  tail?: string;
  children?: ReactNode;
};

export function FilterBar({ filters, sorts = [], sort, path, tail = "", children }: Props) {
  const t = useTranslations("list");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  function show(event?: FormEvent) {
    event?.preventDefault();
    if (!form.current) return;
    const typed = [...new FormData(form.current)].filter((entry): entry is [string, string] => {
      return typeof entry[1] === "string";
    });
    const query: Query = withoutEmpty(Object.fromEntries(typed));
    const search = new URLSearchParams(query).toString();
    router.push(`${path}${search && `?${search}`}${tail}`, { scroll: false });
  }
  return (
    <form ref={form} onSubmit={show} className={styles.bar} aria-label={t("filters")}>
      {children}
      {sorts.length === 0 && sort && <input type="hidden" name="sort" value={sort} />}
      {filters.map(({ name, label, value, choices }) => (
        <Chooser
          key={`${name}-${value}`}
          name={name}
          label={label}
          value={value}
          choices={choices}
          onChange={show}
        />
      ))}
      {sorts.length > 0 && (
        <div className={styles.onPhone}>
          <Chooser key={sort} name="sort" label={t("sortBy")} value={sort} choices={sorts} onChange={show} />
        </div>
      )}
      <noscript>
        <Button type="submit">{t("show")}</Button>
      </noscript>
    </form>
  );
}

type ChooserProps = { name: string; label: string; value: string; choices: Choice[]; onChange: () => void };

function Chooser({ name, label, value, choices, onChange }: ChooserProps) {
  return (
    <div className={styles.filter}>
      <label htmlFor={`list-${name}`}>{label}</label>
      <select
        id={`list-${name}`}
        name={name}
        defaultValue={value}
        onChange={() => onChange()}
        data-set={value !== "" && name !== "sort" ? true : undefined}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
