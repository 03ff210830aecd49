"use client";
// The authenticator app: photographed or typed, then proven by one code.
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { useGuarded } from "@/features/proof/useGuarded";
import { APP_PICTURE, activateApp, beginApp, removeApp } from "../api";
import { useFactors } from "../hooks";
import { inFours } from "../rules";
import styles from "./security.module.css";

export function AppSection() {
  const t = useTranslations("security.app");
  const { data = [], refetch } = useFactors();
  const { busy, run, notice } = useGuarded();
  const [secret, setSecret] = useState<string | null>(null);
  const isOn = data.some((factor) => factor.type === "totp");

  async function refresh() {
    setSecret(null);
    await refetch();
  }

  const remove = () =>
    run(async () => {
      await removeApp();
      await refresh();
    });
  const begin = () =>
    run(async () => {
      setSecret(await beginApp());
      await refetch();
    });

  return (
    <>
      <p className={styles.muted}>{t(isOn ? "on" : "lead")}</p>
      {secret && !isOn && <Proof secret={secret} onDone={refresh} />}
      {notice}
      {isOn && (
        <Button kind="danger" busy={busy} onClick={() => void remove()}>
          {t("remove")}
        </Button>
      )}
      {!isOn && !secret && (
        <Button busy={busy} onClick={() => void begin()}>
          {t("begin")}
        </Button>
      )}
    </>
  );
}

function Proof({ secret, onDone }: { secret: string; onDone: () => Promise<void> }) {
  const t = useTranslations("security.app");
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const { busy, run, notice } = useGuarded();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("app-code")).replace(/\s/g, "");
    await run(async () => {
      if ((await activateApp(code)) === "done") return onDone();
      setWrong(true);
      field.current?.select();
    });
  }

  return (
    <>
      <p>{t("scan")}</p>
      {/* Drawn by our server for this browser alone, and never kept: an image of the framework would be a copy. */}
      {/* biome-ignore lint/performance/noImgElement: see above */}
      <img className={styles.picture} src={APP_PICTURE} alt={t("picture")} />
      <p>
        {t("type")} <span className={styles.secret}>{inFours(secret)}</span>
      </p>
      {notice}
      <form onSubmit={submit} method="post" noValidate className={styles.form}>
        <TextField
          ref={field}
          name="app-code"
          label={t("code")}
          size={10}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
          error={wrong ? t("wrong") : undefined}
          onChange={() => setWrong(false)}
        />
        <Button type="submit" kind="main" busy={busy}>
          {t("submit")}
        </Button>
      </form>
    </>
  );
}
