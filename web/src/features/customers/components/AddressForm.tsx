"use client";
// One address, new or changed.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea, TextField } from "@/components/ui/Field";
import { AddressLine } from "@/features/places/components/AddressLine";
import type { Problem } from "@/lib/api/problem";
import { useTask } from "@/lib/useTask";
import type { AddressIn } from "../rules";
import styles from "./customers.module.css";
import { Refusal, useRefusedFields } from "./Refusal";

type Props = {
  first: AddressIn;
  /** How to get in is there, and the reader may only write it anew. */
  hidesNotes?: boolean;
  /** Several forms on one page want different ids. */
  prefix: string;
  submit: string;
  onSubmit: (address: AddressIn) => Promise<unknown>;
  onCancel: () => void;
};

const POSTCODE = new Set(["postcode_malformed", "postcode_unknown", "postcode_lookup_down"]);
const FIELDS = ["line1", "line2", "town", "postcode", "access_notes"] as const;

export function AddressForm({ first, hidesNotes, prefix, submit, onSubmit, onCancel }: Props) {
  const t = useTranslations("addressSearch");
  const { busy, problem, attempt, run, setProblem } = useTask();
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(0);
  const set = (change: Partial<AddressIn>) => {
    setDraft((now) => ({ ...now, ...change }));
    setProblem(null);
  };
  const refused = useRefusedFields(problem);
  const missing = (name: "line1" | "town" | "postcode") =>
    tried > 0 && !draft[name].trim() ? t(`missing.${name}`) : undefined;
  const errorOf = (name: (typeof FIELDS)[number]): string | undefined => {
    if (name === "line1" || name === "town") return missing(name) ?? refused.get(name);
    if (name === "postcode") return missing(name) ?? postcodeWords(problem) ?? refused.get(name);
    return refused.get(name);
  };
  const postcodeWords = (found: Problem | null) =>
    found && POSTCODE.has(found.code) ? t("wrongPostcode") : undefined;
  const errors = FIELDS.flatMap((name) => {
    const error = errorOf(name);
    return error ? [{ name: `${prefix}-${name}`, error }] : [];
  });

  function send(event: FormEvent) {
    event.preventDefault();
    setTried((count) => count + 1);
    if (draft.line1.trim() && draft.town.trim() && draft.postcode.trim()) void run(() => onSubmit(draft));
  }

  return (
    <form method="post" noValidate onSubmit={send} className={styles.form}>
      <Refusal problem={problem} attempt={tried + attempt} errors={errors} />
      <AddressLine
        name={`${prefix}-line1`}
        label={t("line1")}
        maxLength={200}
        autoComplete="address-line1"
        dir="auto"
        value={draft.line1}
        error={errorOf("line1")}
        onChange={({ currentTarget }) => set({ line1: currentTarget.value })}
        onFill={(filled) => {
          set(filled);
          return true;
        }}
      />
      <TextField
        name={`${prefix}-line2`}
        label={t("line2")}
        optional
        maxLength={200}
        autoComplete="address-line2"
        dir="auto"
        value={draft.line2 ?? ""}
        error={errorOf("line2")}
        onChange={({ currentTarget }) => set({ line2: currentTarget.value })}
      />
      <TextField
        name={`${prefix}-town`}
        label={t("town")}
        maxLength={100}
        size={20}
        autoComplete="address-level2"
        dir="auto"
        value={draft.town}
        error={errorOf("town")}
        onChange={({ currentTarget }) => set({ town: currentTarget.value })}
      />
      <TextField
        name={`${prefix}-postcode`}
        label={t("postcode")}
        maxLength={40}
        size={10}
        autoComplete="postal-code"
        autoCapitalize="characters"
        value={draft.postcode}
        error={errorOf("postcode")}
        onChange={({ currentTarget }) => set({ postcode: currentTarget.value })}
      />
      <TextArea
        name={`${prefix}-access_notes`}
        label={t("access")}
        help={hidesNotes ? t("accessHidden") : t("accessHelp")}
        optional
        maxLength={2000}
        autoComplete="off"
        dir="auto"
        value={draft.access_notes ?? ""}
        error={errorOf("access_notes")}
        onChange={({ currentTarget }) =>
          set({ access_notes: hidesNotes && !currentTarget.value ? null : currentTarget.value })
        }
      />
      <div className={styles.buttons}>
        <Button type="submit" kind="main" busy={busy}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
