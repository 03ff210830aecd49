"use client";
// Who delivers a service, and where somebody takes another price or needs another time.
import { useTranslations } from "next-intl";
import { CheckboxField, TextField } from "@/components/ui/Field";
import type { Choices, Draft } from "../../editing";
import styles from "./edit.module.css";

type Props = {
  draft: Draft;
  staff: Choices["staff"];
  currency: string;
  errors: Record<string, string>;
  onChange: (people: Draft["people"]) => void;
};

export function ServicePeople({ draft, staff, currency, errors, onChange }: Props) {
  const t = useTranslations("catalogue");
  const { people } = draft;
  const mayBe = staff.filter(
    ({ id, business_id, archived }) =>
      business_id === draft.businessId && (!archived || people.some(({ staffId }) => staffId === id)),
  );
  return (
    <section className={styles.section} aria-labelledby="who">
      <h2 id="who">{t("whoTitle")}</h2>
      <p className={styles.lead}>{t("whoText")}</p>
      {mayBe.length === 0 && <p>{t("whoNone")}</p>}
      {mayBe.map(({ id, name }) => {
        const index = people.findIndex(({ staffId }) => staffId === id);
        const own = people[index];
        const set = (change: Partial<Draft["people"][number]>) =>
          onChange(people.map((person) => (person.staffId === id ? { ...person, ...change } : person)));
        return (
          <div key={id}>
            <CheckboxField
              name={own ? `offerings.${index}.staff_id` : `staff-${id}`}
              label={<bdi>{name}</bdi>}
              checked={Boolean(own)}
              error={own && errors[`offerings.${index}.staff_id`]}
              onChange={({ currentTarget }) =>
                onChange(
                  currentTarget.checked
                    ? [...people, { staffId: id, price: "", duration: "" }]
                    : people.filter(({ staffId }) => staffId !== id),
                )
              }
            />
            {own && (
              <div className={styles.pair}>
                <TextField
                  name={`offerings.${index}.price_amount`}
                  label={t("ownPrice", { name, currency })}
                  optional
                  inputMode="decimal"
                  size={10}
                  placeholder={draft.price}
                  value={own.price}
                  error={errors[`offerings.${index}.price_amount`]}
                  onChange={({ currentTarget }) => set({ price: currentTarget.value })}
                />
                <TextField
                  name={`offerings.${index}.duration_minutes`}
                  label={t("ownLength", { name })}
                  optional
                  inputMode="numeric"
                  size={10}
                  placeholder={draft.duration}
                  value={own.duration}
                  error={errors[`offerings.${index}.duration_minutes`]}
                  onChange={({ currentTarget }) => set({ duration: currentTarget.value })}
                />
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}
