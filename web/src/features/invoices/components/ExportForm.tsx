"use client";
// What accountants import: whose documents, of which days, for which program.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField, TextField } from "@/components/ui/Field";
import { exportHref, LAYOUTS, type Layout, type Money, type Period } from "../rules";
import styles from "./invoices.module.css";
import { MoneyField } from "./MoneyField";

type Props = { first: Period; businesses: readonly { slug: string; name: string }[] };

export function ExportForm({ first, businesses }: Props) {
  const t = useTranslations("invoicesTeam");
  const ti = useTranslations("invoices");
  const [period, setPeriod] = useState(first);
  const [layout, setLayout] = useState<Layout>("xero");
  const [money, setMoney] = useState<Money>("");
  const isWrong = !period.first_on || !period.last_on || period.first_on > period.last_on;
  const set = (name: keyof Period) => (event: { currentTarget: { value: string } }) =>
    setPeriod({ ...period, [name]: event.currentTarget.value });
  return (
    <div className={styles.form}>
      <SelectField name="business" label={ti("business")} value={period.business} onChange={set("business")}>
        {businesses.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="layout"
        label={t("program")}
        help={t(`layoutHelp.${layout}`)}
        value={layout}
        onChange={({ currentTarget }) =>
          setLayout(LAYOUTS.find((each) => each === currentTarget.value) ?? "xero")
        }
      >
        {LAYOUTS.map((each) => (
          <option key={each} value={each}>
            {t(`layout.${each}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        type="date"
        name="first_on"
        label={ti("firstOn")}
        value={period.first_on}
        onChange={set("first_on")}
      />
      <TextField
        type="date"
        name="last_on"
        label={ti("lastOn")}
        error={isWrong ? ti("periodWrong") : undefined}
        value={period.last_on}
        onChange={set("last_on")}
      />
      <MoneyField name="money" value={money} onChange={setMoney} />
      <p>
        {!isWrong && (
          <a href={exportHref(layout, period, money)} download className={styles.file}>
            {t("download")}
          </a>
        )}
      </p>
    </div>
  );
}
