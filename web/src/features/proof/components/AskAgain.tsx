"use client";
// "Please give your password once more", or a code, or a passkey: what waits for it is done as soon as it is right.
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Sheet } from "@/components/ui/Sheet";
import { type Problem, problemOf } from "@/lib/api/problem";
import { knowsPasskeys } from "@/lib/webauthn";
import { sayAgain, signAgain } from "../api";
import type { Way } from "../rules";
import styles from "./proof.module.css";

type Props = { ways: Way[]; onSaid: () => Promise<void>; onClose: () => void };

export function AskAgain({ ways, onSaid, onClose }: Props) {
  const t = useTranslations("proof");
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<Way | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const left = useRef(false);
  const typed = ways.find((way) => way !== "passkey");
  const byPasskey = ways.includes("passkey") && knowsPasskeys();
  useEffect(() => {
    left.current = false;
    form.current?.querySelector("input")?.focus();
    return () => {
      left.current = true;
    };
  }, []);

  async function attempt(way: Way, say: () => Promise<boolean>) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setWrong(null);
    try {
      const isRight = await say();
      if (left.current) return; // closed meanwhile: the reader thought better of it
      if (isRight) return await onSaid();
      setWrong(way);
      form.current?.querySelector("input")?.select();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = String(new FormData(event.currentTarget).get("again"));
    if (typed) void attempt(typed, async () => said !== "" && (await sayAgain(typed, said)));
  }

  return (
    <Sheet small title={t("title")} onClose={onClose}>
      <p>{t("lead")}</p>
      {problem && <ProblemNotice problem={problem} />}
      {typed && (
        <form ref={form} onSubmit={submit} method="post" noValidate>
          <TextField
            name="again"
            label={t(typed)}
            help={typed === "code" ? t("codeHelp") : undefined}
            type={typed === "code" ? "text" : "password"}
            autoComplete={typed === "code" ? "one-time-code" : "current-password"}
            maxLength={500}
            error={wrong === typed ? t(`wrong.${typed}`) : undefined}
            onChange={() => setWrong(null)}
          />
          <Button type="submit" kind="main" busy={busy}>
            {t("submit")}
          </Button>{" "}
          <Button kind="quiet" onClick={onClose}>
            {t("back")}
          </Button>
        </form>
      )}
      {!typed && !byPasskey && (
        <>
          <p>{t("noWay")}</p>
          <Button onClick={onClose}>{t("back")}</Button>
        </>
      )}
      {byPasskey && (
        <div className={styles.passkey}>
          <Button
            kind={typed ? "second" : "main"}
            busy={busy}
            onClick={() => void attempt("passkey", signAgain)}
          >
            {t(typed ? "passkey" : "passkeyAlone")}
          </Button>
          {wrong === "passkey" && <p role="alert">{t("wrong.passkey")}</p>}
        </div>
      )}
    </Sheet>
  );
}
