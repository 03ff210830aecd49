"use client";
// What the businesses a customer ordered of ask, filled in by the customer.
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { useToast } from "@/components/ui/Toast";
import { fetchMyFields, ownFields } from "../api";
import type { Filled } from "../rules";
import styles from "./customers.module.css";
import { FieldsForm } from "./FieldsForm";

export function OwnFields({ fields }: { fields: Filled[] }) {
  const t = useTranslations("fields");
  const toast = useToast();
  return fields.map((filled) => (
    <section
      key={filled.business}
      className={classes(styles.section, styles.own)}
      aria-labelledby={`fields-${filled.business}`}
    >
      <h2 id={`fields-${filled.business}`}>{t("ownTitle", { business: filled.business_name })}</h2>
      <p className={styles.muted}>{t("ownText")}</p>
      <FieldsForm
        first={filled}
        fields={ownFields(filled.business)}
        refetch={async () => (await fetchMyFields()).find(({ business }) => business === filled.business)}
        onSaved={() => toast(t("saved"))}
      />
    </section>
  ));
}
