"use client";
// Whose something new of the catalogue is to be.
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/Field";

type Props = {
  businesses: readonly { id: string; name: string }[];
  value: string;
  help?: string;
  error: string | undefined;
  onChange: (id: string) => void;
};

/** Nothing to choose where there is one business. */
export function BusinessField({ businesses, value, onChange, ...more }: Props) {
  const t = useTranslations("catalogue");
  if (businesses.length < 2) return null;
  return (
    <SelectField
      name="business_id"
      label={t("business")}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...more}
    >
      {businesses.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
