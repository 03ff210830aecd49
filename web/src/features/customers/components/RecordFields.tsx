"use client";
// What a business's fields say in a record: read, and changed on a press.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { useToast } from "@/components/ui/Toast";
import { Answers } from "@/features/catalog/components/Answers";
import { fetchCustomer, fieldsOf } from "../api";
import type { Customer, Filled } from "../rules";
import styles from "./customers.module.css";
import { FieldsForm } from "./FieldsForm";

type Props = { record: Customer; filled: Filled; onTaken: (record: Customer) => void };

export function RecordFields({ record, filled, onTaken }: Props) {
  const t = useTranslations("fields");
  const toast = useToast();
  const [editing, setEditing] = useState(false);
  const { business } = filled;

  async function refetch() {
    const found = await fetchCustomer(record.id);
    onTaken(found);
    return found.fields.find((each) => each.business === business);
  }

  if (editing) {
    return (
      <FieldsForm
        first={filled}
        fields={fieldsOf(record.id, business, onTaken)}
        refetch={refetch}
        forTeam
        onSaved={() => {
          setEditing(false);
          toast(t("saved"));
        }}
      >
        <Button kind="quiet" onClick={() => setEditing(false)}>
          {t("close")}
        </Button>
      </FieldsForm>
    );
  }
  return (
    <>
      {filled.told.length > 0 ? (
        <Answers answers={filled.told} />
      ) : (
        <p className={styles.muted}>{t("nothing")}</p>
      )}
      {record.can_edit && (
        <p>
          <Button
            aria-label={t("changeOf", { business: filled.business_name })}
            onClick={() => setEditing(true)}
          >
            {t("change")}
          </Button>
        </p>
      )}
    </>
  );
}
