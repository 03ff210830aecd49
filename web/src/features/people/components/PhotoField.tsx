"use client";
// Somebody's photo: chosen, sent at once, shown when it is there, taken away again.
import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { useToast } from "@/components/ui/Toast";
import { Face } from "@/features/catalog/components/Face";
import { type Problem, problemOf } from "@/lib/api/problem";
import { dropPhoto, sendPhoto } from "../api";
import type { StaffRecord } from "../rules";
import styles from "./people.module.css";

type Props = { record: StaffRecord; onSaved: (record: StaffRecord) => void };

export function PhotoField({ record, onSaved }: Props) {
  const t = useTranslations("staffRecords");
  const toast = useToast();
  const box = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function attempt(work: () => Promise<StaffRecord>, done: string) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      onSaved(await work());
      toast(done);
    } catch (error) {
      setProblem(problemOf(error));
    }
    if (box.current) box.current.value = "";
    setBusy(false);
  }

  function refusal({ code, extra }: Problem): string {
    if (code === "picture_too_large") return t("photo.tooLarge");
    if (code === "picture_unreadable")
      return t(extra.reason === "broken" ? "photo.broken" : "photo.wrongKind");
    if (code === "too_many_requests") return t("photo.wait");
    return t("photo.failed");
  }

  return (
    <div className={styles.photo}>
      <Face key={record.photo_url} name={record.name} photoUrl={record.photo_url} size={96} />
      <div>
        <TextField
          ref={box}
          type="file"
          name="photo"
          label={record.photo_url ? t("photo.other") : t("photo.choose")}
          help={t("photo.help")}
          error={problem ? refusal(problem) : undefined}
          optional
          accept="image/jpeg,image/png,image/webp"
          disabled={busy}
          aria-busy={busy || undefined}
          onChange={({ target }: ChangeEvent<HTMLInputElement>) => {
            const [file] = target.files ?? [];
            if (file) void attempt(() => sendPhoto(record.id, file), t("photo.saved"));
          }}
        />
        <p role="status" className={busy ? undefined : "visually-hidden"}>
          {busy ? t("photo.sending") : ""}
        </p>
        {record.photo_url && (
          <Button
            kind="quiet"
            busy={busy}
            onClick={() => void attempt(() => dropPhoto(record.id), t("photo.gone"))}
          >
            {t("photo.remove")}
          </Button>
        )}
      </div>
    </div>
  );
}
