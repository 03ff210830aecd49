"use client";
// What one tells about oneself: photo and biography. The rest of the record is for those who look after it.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { useFieldWords } from "@/lib/errors/fields";
import { saveBiography } from "../api";
import { fieldOf, type StaffRecord } from "../rules";
import { LocalizedFields } from "./LocalizedFields";
import { PhotoField } from "./PhotoField";
import styles from "./people.module.css";
import { useRecord } from "./useRecord";

export function ProfileEditor({ record }: { record: StaffRecord }) {
  const t = useTranslations("staffRecords");
  const [biography, setBiography] = useState(record.biography);
  const form = useRecord(record, (found) => setBiography(found.biography));
  const work = (revision: number) => saveBiography(record.id, biography, revision);
  const [refused] = Object.entries(useFieldWords()(form.problem)).filter(
    ([path]) => fieldOf(path) === "biography",
  );
  return (
    <>
      <PhotoField record={form.saved} onSaved={form.setSaved} />
      <form
        method="post"
        noValidate
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void form.save(work);
        }}
      >
        {form.notices(work)}
        <LocalizedFields
          name="biography"
          label={t("biography")}
          help={t("biographyHelp")}
          error={refused?.[1]}
          text={biography}
          long
          maxLength={4000}
          onChange={setBiography}
        />
        <Button type="submit" kind="main" busy={form.busy}>
          {t("save")}
        </Button>
      </form>
    </>
  );
}
