"use client";
// The books as a file of plain text accounting: of which days, for which program.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField, TextField } from "@/components/ui/Field";
import { type Days, JOURNALS, type Journal, journalHref, type Money } from "../rules";
import styles from "./invoices.module.css";
import { MoneyField } from "./MoneyField";

type Props = { first: Days; zone: string };

export function JournalForm({ first, zone }: Props) {
  const t = useTranslations("invoicesTeam");
  const ti = useTranslations("invoices");
  const [days, setDays] = useState(first);
  const [kind, setKind] = useState<Journal>("hledger");
  const [money, setMoney] = useState<Money>("");
  const isWrong = !days.first_on || !days.last_on || days.first_on > days.last_on;
  const set = (name: keyof Days) => (event: { currentTarget: { value: string } }) =>
    setDays({ ...days, [name]: event.currentTarget.value });
  return (
    <div className={styles.form}>
      <SelectField
        name="journal"
        label={t("program")}
        help={t("journalHelp")}
        value={kind}
        onChange={({ currentTarget }) =>
          setKind(JOURNALS.find((each) => each === currentTarget.value) ?? "hledger")
        }
      >
        {JOURNALS.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </SelectField>
      <TextField
        type="date"
        name="journal_first_on"
        label={ti("firstOn")}
        value={days.first_on}
        onChange={set("first_on")}
      />
      <TextField
        type="date"
        name="journal_last_on"
        label={ti("lastOn")}
        error={isWrong ? ti("periodWrong") : undefined}
        value={days.last_on}
        onChange={set("last_on")}
      />
      <MoneyField name="journal_money" value={money} onChange={setMoney} />
      <p>
        {!isWrong && (
          <a href={journalHref(kind, days, zone, money)} download className={styles.file}>
            {t("journalDownload")}
          </a>
        )}
      </p>
    </div>
  );
}
