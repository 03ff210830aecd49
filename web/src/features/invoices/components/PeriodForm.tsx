// With which business and from which day to which: an ordinary form, whose answer is the page's address.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import type { Period } from "../rules";
import styles from "./invoices.module.css";

type FieldProps = { period: Period; businesses: readonly { slug: string; name: string }[] };
type Props = FieldProps & { children?: ReactNode };

export function PeriodForm({ period, businesses, children }: Props) {
  const t = useTranslations("invoices");
  return (
    <form method="get" className={styles.period} aria-label={t("period")}>
      <PeriodFields period={period} businesses={businesses} />
      {children}
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}

function PeriodFields({ period, businesses }: FieldProps) {
  const t = useTranslations("invoices");
  return (
    <>
      {businesses.length > 1 && (
        <SelectField name="business" label={t("business")} defaultValue={period.business}>
          {businesses.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <TextField type="date" name="first_on" label={t("firstOn")} defaultValue={period.first_on} required />
      <TextField type="date" name="last_on" label={t("lastOn")} defaultValue={period.last_on} required />
    </>
  );
}
