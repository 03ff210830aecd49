"use client";
// Another e-mail address: it counts when the link in the letter to it is opened.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { useGuarded } from "@/features/proof/useGuarded";
import { looksLikeAddress } from "@/lib/email";
import { changeAddress } from "../api";
import styles from "./security.module.css";

export function EmailForm({ email }: { email: string }) {
  const t = useTranslations("security.email");
  const ta = useTranslations("account.missing");
  const [wrong, setWrong] = useState(false);
  const [sentTo, setSentTo] = useState("");
  const { busy, run, notice } = useGuarded();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get("email")).trim();
    setWrong(!looksLikeAddress(wanted));
    if (!looksLikeAddress(wanted)) return;
    await run(async () => {
      const outcome = await changeAddress(wanted);
      if (outcome === "sent") setSentTo(wanted);
      else setWrong(true);
    });
  }

  return (
    <>
      <p className={styles.muted}>{email ? t("now", { email }) : t("none")}</p>
      {sentTo && (
        <Notice tone="good" role="status">
          <p>{t("sent", { email: sentTo })}</p>
        </Notice>
      )}
      {notice}
      <form onSubmit={submit} method="post" noValidate className={styles.form}>
        <TextField
          name="email"
          label={t("wanted")}
          type="email"
          autoComplete="email"
          maxLength={254}
          error={wrong ? ta("emailWrong") : undefined}
          onChange={() => setWrong(false)}
        />
        <Button type="submit" busy={busy}>
          {t("submit")}
        </Button>
      </form>
    </>
  );
}
