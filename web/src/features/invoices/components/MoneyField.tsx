// Of which money a file is: real, test, or both.
import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";
import { SelectField } from "@/components/ui/Field";
import { MONIES, type Money, moneyNamed } from "../rules";

type Props = {
  name: string;
  value: Money;
  /** Without it the field is one of a form that is sent as it is. */
  onChange?: (money: Money) => void;
};

export function MoneyField({ name, value, onChange }: Props) {
  const t = useTranslations("invoicesTeam");
  return (
    <SelectField
      name={name}
      label={t("money")}
      {...(onChange
        ? {
            value,
            onChange: ({ currentTarget }: ChangeEvent<HTMLSelectElement>) =>
              onChange(moneyNamed(currentTarget.value)),
          }
        : { defaultValue: value })}
    >
      {MONIES.map((each) => (
        <option key={each} value={each}>
          {each ? t(`moneyOf.${each}`) : t("moneyUsual")}
        </option>
      ))}
    </SelectField>
  );
}
