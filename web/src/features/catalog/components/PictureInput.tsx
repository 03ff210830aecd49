"use client";
// A picture is chosen and sent at once; nothing shows it to others before the form around it is saved.
import { type ChangeEvent, useState } from "react";
import { TextField } from "@/components/ui/Field";
import { problemOf } from "@/lib/api/problem";
import { sendPicture } from "../api";

type Props = {
  name: string;
  label: string;
  help: string;
  /** What is said while it is on its way, and when it did not arrive for no reason that the server gave. */
  sending: string;
  failed: string;
  error?: string | undefined;
  onSent: (address: string) => void;
};

export function PictureInput({ name, label, help, sending, failed, error, onSent }: Props) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState("");

  async function choose({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const [file] = currentTarget.files ?? [];
    if (!file) return;
    setBusy(true);
    setRefused("");
    try {
      onSent(await sendPicture(file));
    } catch (found) {
      setRefused(problemOf(found).title || failed);
    } finally {
      setBusy(false);
      currentTarget.value = "";
    }
  }

  return (
    <>
      <TextField
        type="file"
        name={name}
        label={label}
        help={help}
        optional
        accept="image/jpeg,image/png,image/webp"
        aria-busy={busy || undefined}
        error={refused || error}
        onChange={(event) => void choose(event)}
      />
      <p role="status" className={busy ? undefined : "visually-hidden"}>
        {busy ? sending : ""}
      </p>
    </>
  );
}
