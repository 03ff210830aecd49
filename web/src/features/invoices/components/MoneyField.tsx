// Of which money a file is: real, test, or both.
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/Field";
import { MONIES, type Money, moneyNamed } from "../rules";

type Props = { name: string; value: Money; onChange: (money: Money) => void };

export function MoneyField({ name, value, onChange }: Props) {
  const t = useTranslations("invoicesTeam");
  return (
    <SelectField
      name={name}
      label={t("money")}
      value={value}
      onChange={({ currentTarget }) => onChange(moneyNamed(currentTarget.value))}
    >
      {MONIES.map((each) => (
        <option key={each} value={each}>
          {each ? t(`moneyOf.${each}`) : t("moneyUsual")}
        </option>
      ))}
    </SelectField>
  );
}
