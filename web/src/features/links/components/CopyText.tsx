"use client";
// A text to take along: it can be selected by hand, or copied by one press.
import { useTranslations } from "next-intl";
import { type Ref, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import styles from "./links.module.css";

type Props = { name: string; label: string; help?: string; copy: string; text: string; rows?: number };

export function CopyText({ name, label, help, copy, text, rows = 2 }: Props) {
  const t = useTranslations("links");
  const [copied, setCopied] = useState<boolean | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  async function take() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      field.current?.select();
      setCopied(false);
    }
  }
  return (
    <div className={styles.copy}>
      <TextArea
        ref={field as Ref<HTMLTextAreaElement>}
        name={name}
        label={label}
        help={help}
        value={text}
        rows={rows}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className={styles.actions}>
        <Button onClick={() => void take()}>{copy}</Button>
        <span role="status">{copied === null ? "" : t(copied ? "copied" : "copyFailed")}</span>
      </p>
    </div>
  );
}
