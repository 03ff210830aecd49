// Which messages of payment companies are shown: a form that changes the address.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { CheckboxField, SelectField, TextField } from "@/components/ui/Field";
import { companyNamed, NOTICE_KINDS, type NoticesWanted } from "../rules";
import styles from "./payments.module.css";

export function NoticeFilters({ wanted, providers }: { wanted: NoticesWanted; providers: string[] }) {
  const t = useTranslations("paymentsTeam");
  return (
    <form method="get" className={styles.filters}>
      <SelectField name="provider" label={t("through")} defaultValue={wanted.provider}>
        <option value="">{t("everyCompany")}</option>
        {providers.map((name) => (
          <option key={name} value={name}>
            {companyNamed(name)}
          </option>
        ))}
      </SelectField>
      <SelectField name="about" label={t("about")} defaultValue={wanted.about}>
        <option value="">{t("everything")}</option>
        {NOTICE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`aboutKind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField name="text" label={t("noticeText")} help={t("noticeTextHelp")} defaultValue={wanted.text} />
      <CheckboxField
        name="unhandled"
        value="1"
        label={t("onlyUnhandled")}
        defaultChecked={wanted.unhandled}
      />
      <div>
        <Button type="submit">{t("show")}</Button>
      </div>
    </form>
  );
}
