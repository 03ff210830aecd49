"use client";
// Passkeys: the device's own lock instead of a password.
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { useGuarded } from "@/features/proof/useGuarded";
import { knowsPasskeys } from "@/lib/webauthn";
import { addPasskey, removePasskey } from "../api";
import { useFactors } from "../hooks";
import type { Passkey } from "../rules";
import styles from "./security.module.css";

export function PasskeySection() {
  const t = useTranslations("security.passkeys");
  const { data = [], refetch } = useFactors();
  const { busy, run, notice } = useGuarded();
  const [known, setKnown] = useState(true);
  const [told, setTold] = useState<"added" | "failed" | "nameMissing" | null>(null);
  useEffect(() => setKnown(knowsPasskeys()), []);
  const passkeys = data.filter((factor): factor is Passkey => factor.type === "webauthn");

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("passkey")).trim();
    setTold(name ? null : "nameMissing");
    if (!name) return;
    await run(async () => {
      const done = await addPasskey(name);
      setTold(done ? "added" : "failed");
      if (done) form.reset();
      await refetch();
    });
  }

  const remove = (id: number) =>
    run(async () => {
      await removePasskey(id);
      setTold(null);
      await refetch();
    });

  return (
    <>
      <p className={styles.muted}>{t("lead")}</p>
      {passkeys.length > 0 && (
        <ul className={styles.list}>
          {passkeys.map(({ id, name }) => (
            <li key={id} className={styles.row}>
              <span>{name}</span>
              <Button kind="danger" aria-label={t("removeNamed", { name })} onClick={() => void remove(id)}>
                {t("remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {notice}
      {told === "added" && <Notice tone="good" role="status" title={t("added")} />}
      {told === "failed" && <Notice tone="warn" role="alert" title={t("failed")} />}
      {known ? (
        <form onSubmit={add} method="post" noValidate className={styles.form}>
          <TextField
            name="passkey"
            label={t("name")}
            help={t("nameHelp")}
            maxLength={80}
            error={told === "nameMissing" ? t("nameMissing") : undefined}
            onChange={() => setTold(null)}
          />
          <Button type="submit" busy={busy}>
            {t("add")}
          </Button>
        </form>
      ) : (
        <p>{t("unknown")}</p>
      )}
    </>
  );
}
