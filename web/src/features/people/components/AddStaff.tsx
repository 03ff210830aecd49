"use client";
// One more staff member: a business and a name; everything else follows on their own page.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useFieldWords } from "@/lib/errors/fields";
import { useRouter } from "@/lib/i18n/navigation";
import { addRecord } from "../api";
import styles from "./people.module.css";

type Props = { businesses: { slug: string; name: string }[]; path: string };

export function AddStaff({ businesses, path }: Props) {
  const t = useTranslations("staffRecords");
  const router = useRouter();
  const [business, setBusiness] = useState(businesses[0]?.slug ?? "");
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function add(event: FormEvent) {
    event.preventDefault();
    const wanted = name.trim();
    setMissing(wanted === "");
    if (busy || wanted === "") return;
    setBusy(true);
    setProblem(null);
    try {
      const { id } = await addRecord(business, wanted);
      router.push(`${path}${id}/`);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  const refused = useFieldWords()(problem);
  return (
    <form method="post" noValidate onSubmit={(event) => void add(event)} className={styles.form}>
      {problem && !refused.name && !refused.business && <ProblemNotice problem={problem} />}
      <SelectField
        name="business"
        label={t("business")}
        value={business}
        error={refused.business}
        onChange={({ currentTarget }) => setBusiness(currentTarget.value)}
      >
        {businesses.map(({ slug, name: shown }) => (
          <option key={slug} value={slug}>
            {shown}
          </option>
        ))}
      </SelectField>
      <TextField
        name="name"
        label={t("nameShown")}
        maxLength={200}
        autoComplete="off"
        value={name}
        error={missing ? t("nameMissing") : refused.name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" kind="main" busy={busy}>
        {t("addSubmit")}
      </Button>
    </form>
  );
}
