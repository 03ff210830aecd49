"use client";
// A whole record: photo, name, what is told about somebody, where they are based and whether they can be booked.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { CheckboxField, SelectField, TextField } from "@/components/ui/Field";
import { useFieldWords } from "@/lib/errors/fields";
import { languageName } from "@/lib/i18n/languages";
import { saveRecord } from "../api";
import {
  choosableLanguages,
  draftOf,
  fieldOf,
  type Known,
  type Place,
  type StaffRecord,
  toggled,
} from "../rules";
import { LocalizedFields } from "./LocalizedFields";
import { PhotoField } from "./PhotoField";
import styles from "./people.module.css";
import { useRecord } from "./useRecord";

type Props = { record: StaffRecord; places: Place[]; known: Known[]; zones: string[] };

export function StaffEditor({ record, places, known, zones }: Props) {
  const t = useTranslations("staffRecords");
  const locale = useLocale();
  const [draft, setDraft] = useState(draftOf(record));
  const [missing, setMissing] = useState(false);
  const form = useRecord(record, (found) => setDraft(draftOf(found)));
  const { saved, busy, problem } = form;
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const work = (revision: number) => saveRecord(record.id, draft, revision);
  const refused = new Map(
    Object.entries(useFieldWords()(problem)).map(([path, words]) => [fieldOf(path), words]),
  );
  const errorOf = (field: string) =>
    field === "name" && missing ? t("nameMissing") : (refused.get(field) ?? undefined);
  const problems = ["name", "title", "biography", "zone", "location_id", "languages", "expertise"].flatMap(
    (name) => {
      const error = errorOf(name);
      return error ? [{ name, error }] : [];
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(draft.name.trim() === "");
    if (draft.name.trim() !== "") void form.save(work);
  }

  return (
    <>
      {saved.can.tell && <PhotoField record={saved} onSaved={form.setSaved} />}
      <form method="post" noValidate onSubmit={submit} className={styles.form}>
        {form.notices(work)}
        <ErrorSummary problems={problems} attempt={form.attempts} />
        <TextField
          name="name"
          label={t("nameShown")}
          maxLength={200}
          autoComplete="off"
          value={draft.name}
          error={errorOf("name")}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <LocalizedFields
          name="title"
          label={t("titleField")}
          error={errorOf("title")}
          text={draft.title}
          maxLength={120}
          onChange={(title) => set({ title })}
        />
        <LocalizedFields
          name="biography"
          label={t("biography")}
          help={t("biographyHelp")}
          error={errorOf("biography")}
          text={draft.biography}
          long
          maxLength={4000}
          onChange={(biography) => set({ biography })}
        />
        <SelectField
          name="location_id"
          label={t("place")}
          help={t("placeHelp")}
          optional
          error={errorOf("location_id")}
          value={draft.location_id ?? ""}
          onChange={({ currentTarget }) => set({ location_id: currentTarget.value || null })}
        >
          <option value="">{t("noPlace")}</option>
          {places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="zone"
          label={t("zone")}
          help={t("zoneHelp")}
          error={errorOf("zone")}
          value={draft.zone}
          onChange={({ currentTarget }) => set({ zone: currentTarget.value })}
        >
          {[...new Set([draft.zone, ...zones])].map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </SelectField>
        <fieldset className={styles.group} id="languages" tabIndex={-1}>
          <legend>{t("languages")}</legend>
          <div className={styles.choices}>
            {choosableLanguages(record.languages).map((code) => (
              <CheckboxField
                key={code}
                name={`language-${code}`}
                label={languageName(code, locale)}
                checked={draft.languages.includes(code)}
                onChange={() => set({ languages: toggled(draft.languages, code) })}
              />
            ))}
          </div>
        </fieldset>
        {known.length > 0 && (
          <fieldset className={styles.group} id="expertise" tabIndex={-1}>
            <legend>{t("expertise")}</legend>
            <div className={styles.choices}>
              {known.map(({ slug, name }) => (
                <CheckboxField
                  key={slug}
                  name={`expertise-${slug}`}
                  label={name}
                  checked={draft.expertise.includes(slug)}
                  onChange={() => set({ expertise: toggled(draft.expertise, slug) })}
                />
              ))}
            </div>
          </fieldset>
        )}
        <CheckboxField
          name="is_bookable"
          label={t("bookable")}
          help={t("bookableHelp")}
          checked={draft.is_bookable}
          onChange={({ currentTarget }) => set({ is_bookable: currentTarget.checked })}
        />
        {saved.can.feature && (
          <CheckboxField
            name="is_featured"
            label={t("featured")}
            checked={draft.is_featured ?? false}
            onChange={({ currentTarget }) => set({ is_featured: currentTarget.checked })}
          />
        )}
        <Button type="submit" kind="main" busy={busy}>
          {t("save")}
        </Button>
      </form>
    </>
  );
}
