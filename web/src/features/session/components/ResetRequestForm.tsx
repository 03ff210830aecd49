"use client";
// A forgotten password: the address, then a letter with a link.
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { looksLikeAddress } from "@/lib/email";
import { requestReset } from "../api";
import { LookInMailbox } from "./LookInMailbox";
import styles from "./session.module.css";
import { useTry } from "./useTry";

export function ResetRequestForm() {
  const t = useTranslations("account");
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<"email" | "emailWrong" | null>(null);
  const [sentTo, setSentTo] = useState("");
  const { busy, problem, attempt } = useTry();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email")).trim();
    if (!looksLikeAddress(email)) return point(email === "" ? "email" : "emailWrong");
    await attempt(async () => {
      if ((await requestReset(email)) === "sent") setSentTo(email);
      else point("emailWrong");
    });
  }

  function point(fault: "email" | "emailWrong") {
    setWrong(fault);
    field.current?.focus();
  }

  if (sentTo) return <LookInMailbox email={sentTo} onBack={() => setSentTo("")} />;
  return (
    <form onSubmit={submit} method="post" noValidate className={styles.form}>
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        ref={field}
        name="email"
        label={t("email")}
        type="email"
        autoComplete="email"
        maxLength={254}
        error={wrong ? t(`missing.${wrong}`) : undefined}
        onChange={() => setWrong(null)}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {t("reset.submit")}
      </Button>
    </form>
  );
}
