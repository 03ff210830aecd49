"use client";
// Opening an account: three questions, then a letter. Whether the address is known is never said here.
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { looksLikeAddress } from "@/lib/email";
import { signUp } from "../api";
import type { Company } from "../companies";
import type { PasswordFault } from "../rules";
import { CompanyButtons } from "./CompanyButtons";
import { LookInMailbox } from "./LookInMailbox";
import { PasswordField } from "./PasswordField";
import styles from "./session.module.css";
import { useTry } from "./useTry";

type Faults = { name?: "name"; email?: "email" | "emailWrong"; password?: "password" | PasswordFault };

export function SignUpForm({ companies }: { companies: Company[] }) {
  const t = useTranslations("account");
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Faults>({});
  const [sentTo, setSentTo] = useState("");
  const { busy, problem, attempt } = useTry();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [name, email, password] = ["name", "email", "password"].map((field) => String(typed.get(field)));
    if (name === undefined || email === undefined || password === undefined) return;
    const found: Faults = {
      ...(name.trim() === "" && { name: "name" }),
      ...(!looksLikeAddress(email) && { email: email.trim() === "" ? "email" : "emailWrong" }),
      ...(password === "" && { password: "password" }),
    };
    if (point(found)) return;
    await attempt(async () => {
      const fault = await signUp({ name, email: email.trim(), password });
      if (fault === null) setSentTo(email.trim());
      else point(fault === "email" ? { email: "emailWrong" } : { password: fault });
    });
  }

  /** Shows what is wrong and leads to the first of it; true when there is anything. */
  function point(found: Faults): boolean {
    setFaults(found);
    const [first] = Object.keys(found);
    if (first) form.current?.querySelector<HTMLInputElement>(`#${first}`)?.focus();
    return Boolean(first);
  }

  function weak(fault: "password" | PasswordFault): string {
    return fault === "password" ? t("missing.password") : t(`weak.${fault}`);
  }

  if (sentTo) return <LookInMailbox email={sentTo} onBack={() => setSentTo("")} />;
  return (
    <>
      <form ref={form} onSubmit={submit} method="post" noValidate className={styles.form}>
        {problem && <ProblemNotice problem={problem} />}
        <TextField
          name="name"
          label={t("name")}
          autoComplete="name"
          maxLength={200}
          error={faults.name && t("missing.name")}
          onChange={() => setFaults(({ name: _, ...others }) => others)}
        />
        <TextField
          name="email"
          label={t("email")}
          type="email"
          autoComplete="email"
          maxLength={254}
          error={faults.email && t(`missing.${faults.email}`)}
          onChange={() => setFaults(({ email: _, ...others }) => others)}
        />
        <PasswordField
          label={t("password")}
          help={t("passwordHelp")}
          kind="new-password"
          error={faults.password && weak(faults.password)}
          onChange={() => setFaults(({ password: _, ...others }) => others)}
        />
        <Button type="submit" kind="main" wide busy={busy}>
          {t("signUp.submit")}
        </Button>
      </form>
      <CompanyButtons companies={companies} next={null} />
    </>
  );
}
