"use client";
// A customer's own name and phone. The e-mail is changed where one proves the new one.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { useToast } from "@/components/ui/Toast";
import { Link } from "@/lib/i18n/navigation";
import { useTask } from "@/lib/useTask";
import { saveMyDetails } from "../api";
import type { MyDetails } from "../rules";
import styles from "./customers.module.css";
import { Refusal, useRefusedFields } from "./Refusal";

export function OwnDetails({ details }: { details: MyDetails }) {
  const t = useTranslations("customers");
  const toast = useToast();
  const { busy, problem, attempt, run } = useTask();
  const [saved, setSaved] = useState(details);
  const [name, setName] = useState(details.name);
  const [phone, setPhone] = useState(details.phone);
  const [tried, setTried] = useState(0);
  const refused = useRefusedFields(problem);
  const nameError = tried > 0 && !name.trim() ? t("missing.own") : refused.get("name");
  const errors = [
    { name: "name", error: nameError },
    { name: "phone", error: refused.get("phone") },
  ].flatMap((each) => (each.error ? [{ name: each.name, error: each.error }] : []));

  function send(event: FormEvent) {
    event.preventDefault();
    setTried((count) => count + 1);
    if (!name.trim()) return;
    void run(async () => {
      const found = await saveMyDetails({ name: name.trim(), phone: phone.trim() }, saved.revision);
      setSaved(found);
      setName(found.name);
      setPhone(found.phone);
      toast(t("saved"));
    });
  }

  return (
    <form method="post" noValidate onSubmit={send} className={styles.form}>
      <Refusal problem={problem} attempt={tried + attempt} errors={errors} />
      <TextField
        name="name"
        label={t("yourName")}
        maxLength={200}
        autoComplete="name"
        dir="auto"
        value={name}
        error={nameError}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextField
        name="phone"
        label={t("phone")}
        help={t("yourPhoneHelp")}
        type="tel"
        autoComplete="tel"
        size={20}
        optional
        maxLength={40}
        value={phone}
        error={refused.get("phone")}
        onChange={({ currentTarget }) => setPhone(currentTarget.value)}
      />
      <dl className={styles.facts}>
        <dt>{t("email")}</dt>
        <dd>
          {saved.email} <Link href="/cus/security/">{t("changeEmail")}</Link>
        </dd>
      </dl>
      <Button type="submit" kind="main" busy={busy}>
        {t("save")}
      </Button>
    </form>
  );
}
