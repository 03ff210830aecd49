"use client";
// The number that texts of somebody who works here go to.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { useFieldWords } from "@/lib/errors/fields";
import { readablePhone } from "@/lib/phone";
import { useTask } from "@/lib/useTask";
import { savePhone } from "../api";
import styles from "./choices.module.css";

export function OwnPhone({ first }: { first: string }) {
  const t = useTranslations("messages");
  const toast = useToast();
  const { busy, problem, run } = useTask();
  const [phone, setPhone] = useState(readablePhone(first));
  const error = useFieldWords()(problem).phone;

  function send(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      setPhone(readablePhone(await savePhone(phone.trim())));
      toast(t("saved"));
    });
  }

  return (
    <form method="post" noValidate onSubmit={send} className={styles.narrow}>
      {problem && !error && <ProblemNotice problem={problem} />}
      <TextField
        name="phone"
        label={t("phone")}
        help={t("textsHelp")}
        error={error}
        type="tel"
        autoComplete="tel"
        size={20}
        optional
        maxLength={30}
        value={phone}
        onChange={({ currentTarget }) => setPhone(currentTarget.value)}
      />
      <Button type="submit" busy={busy}>
        {t("savePhone")}
      </Button>
    </form>
  );
}
