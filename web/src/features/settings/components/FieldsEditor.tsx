"use client";
// The fields that customers' records of a business have, all of them in one form.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField } from "@/components/ui/Field";
import { useToast } from "@/components/ui/Toast";
import { QuestionList } from "@/features/catalog/components/edit/QuestionList";
import { newQuestion } from "@/features/catalog/editing";
import { useRouter } from "@/lib/i18n/navigation";
import { fetchFields, saveFields } from "../api";
import { type CustomerField, type FieldSet, inLanguage, same } from "../rules";
import { EditorFrame } from "./EditorFrame";
import { MeanwhileNotice } from "./MeanwhileNotice";
import styles from "./settings.module.css";
import { useSaved } from "./useSaved";

type Form = { fields: CustomerField[] };

const version = ({ fields, revision }: FieldSet) => ({ form: { fields }, revision });

function newField(): CustomerField {
  return { ...newQuestion(), asks_customer: false };
}

export function FieldsEditor({ slug, first }: { slug: string; first: FieldSet }) {
  const t = useTranslations("fields");
  const ts = useTranslations("settings");
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  const [form, setForm] = useState<Form>({ fields: first.fields });
  const saving = useSaved({
    first: version(first),
    form,
    onChange: setForm,
    fetch: async () => version(await fetchFields(slug)),
  });

  async function save() {
    const done = await saving.save(async (revision) =>
      version(await saveFields(slug, form.fields, revision)),
    );
    if (!done) return;
    toast(ts("saved", { name: t("title") }));
    router.refresh();
  }

  return (
    <EditorFrame
      id="fields-title"
      title={t("formTitle")}
      text={t("formText")}
      {...saving}
      isChanged={!same(form, saving.saved)}
      notice={
        saving.meanwhile && (
          <MeanwhileNotice
            meanwhile={saving.meanwhile}
            mine={form}
            label={() => t("title")}
            tell={(_, fields) => fields.map(({ label }) => inLanguage(label, locale)).join(", ")}
            onTake={(_, fields) => setForm({ fields })}
          />
        )
      }
      save={t("saveFields")}
      onSave={() => void save()}
      onUndo={() => setForm(saving.saved)}
    >
      <div className={styles.questions}>
        <QuestionList
          questions={form.fields}
          errors={saving.errors}
          onChange={(fields) => setForm({ fields })}
          create={newField}
          kept={new Set(saving.saved.fields.map(({ id }) => id))}
          extra={(field, at, set) => (
            <SelectField
              name={`${at}.asks_customer`}
              label={t("who")}
              help={t("whoHelp")}
              value={field.asks_customer ? "customer" : "team"}
              onChange={({ currentTarget }) =>
                set({ ...field, asks_customer: currentTarget.value === "customer" })
              }
            >
              <option value="team">{t("whoTeam")}</option>
              <option value="customer">{t("whoCustomer")}</option>
            </SelectField>
          )}
        />
      </div>
    </EditorFrame>
  );
}
