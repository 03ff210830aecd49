"use client";
// A code to type beside a basket: a coupon's, a gift card's, a package's.
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import styles from "./journey.module.css";
import type { useCodeCalls } from "./useCodeCalls";

type Props = {
  name: string;
  words: { label: string; use: string; missing: string };
  calls: ReturnType<typeof useCodeCalls>;
  onSend: (code: string) => Promise<unknown>;
};

/** No form of its own: it stands within that of its page. */
export function CodeEntry({ name, words, calls, onSend }: Props) {
  const [code, setCode] = useState("");

  async function send() {
    if (!code.trim()) return calls.setError(words.missing);
    if (await calls.run(() => onSend(code.slice(0, 60)))) setCode("");
  }

  return (
    <div className={styles.couponForm}>
      <TextField
        name={name}
        label={words.label}
        size={20}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        error={calls.error}
        onChange={(event) => setCode(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          void send();
        }}
      />
      <Button busy={calls.busy} onClick={() => void send()}>
        {words.use}
      </Button>
    </div>
  );
}
