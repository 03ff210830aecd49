"use client";
// Which services and categories something is for; none is all of them.
import { useTranslations } from "next-intl";
import { CheckboxField, FieldError } from "@/components/ui/Field";
import styles from "@/features/catalog/components/edit/edit.module.css";
import type { Choices, ServiceRow } from "@/features/catalog/editing";
import own from "./pricing.module.css";

type Props = {
  legend: string;
  text?: string;
  /** Tells the boxes of two such lists apart. */
  at: string;
  services: ServiceRow[];
  categories: Choices["categories"];
  chosen: readonly string[];
  errors: Record<string, string>;
  onChange: (chosen: string[]) => void;
};

export function ForWhat({ legend, text, at, services, categories, chosen, errors, onChange }: Props) {
  const t = useTranslations("pricing");
  const box = (id: string, label: string) => (
    <CheckboxField
      key={id}
      name={`${at}-${id}`}
      label={label}
      checked={chosen.includes(id)}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
      }
    />
  );
  return (
    <fieldset className={styles.card} id={at} tabIndex={-1}>
      <legend>{legend}</legend>
      {text && <p className={styles.lead}>{text}</p>}
      <div className={own.what}>
        {categories.map(({ id, name }) => box(id, t("for.category", { name })))}
        {services.map(({ id, name }) => box(id, name))}
      </div>
      <FieldError name={at} error={errors[at]} />
    </fieldset>
  );
}
