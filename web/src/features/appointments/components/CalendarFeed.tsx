"use client";
// One's appointments in one's own calendar: the secret address, how to use it, another one, none.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { closeFeed, openFeed } from "../api";
import { Ask } from "./Ask";
import styles from "./CalendarFeed.module.css";

type Question = "renew" | "close";

/** What calendar programs open by a click: the same address under their own scheme. */
const subscription = (url: string) => url.replace(/^https?:/, "webcal:");

export function CalendarFeed({ url: first }: { url: string | null }) {
  const t = useTranslations("feed");
  const toast = useToast();
  const [url, setUrl] = useState(first);
  const [asked, setAsked] = useState<Question | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function attempt(work: () => Promise<string | null>, done: string) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      setUrl(await work());
      setAsked(null);
      toast(done);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  async function copy() {
    if (!url) return;
    try {
      await navigator.clipboard.writeText(url);
      toast(t("copied"));
    } catch {
      // Without the right to the clipboard the address is marked, to be copied by hand.
      const box = document.getElementById("feed-url");
      if (box instanceof HTMLInputElement) box.select();
    }
  }

  const open = () => attempt(openFeed, t(url ? "renewed" : "opened"));
  const close = () => attempt(() => closeFeed().then(() => null), t("closed"));
  return (
    <section className={styles.feed} aria-labelledby="feed">
      <h2 id="feed">{t("title")}</h2>
      <p className={styles.lead}>{t("text")}</p>
      {problem && <ProblemNotice problem={problem} />}
      {url === null && (
        <div>
          <Button busy={busy} onClick={() => void open()}>
            {t("open")}
          </Button>
        </div>
      )}
      {url !== null && (
        <>
          <TextField name="feed-url" label={t("address")} help={t("secret")} readOnly value={url} />
          <p>
            <a href={subscription(url)}>{t("subscribe")}</a>
          </p>
          {asked === null && (
            <div className={styles.buttons}>
              <Button onClick={() => void copy()}>{t("copy")}</Button>
              <Button kind="quiet" onClick={() => setAsked("renew")}>
                {t("renew")}
              </Button>
              <Button kind="quiet" onClick={() => setAsked("close")}>
                {t("close")}
              </Button>
            </div>
          )}
          {asked && (
            <Ask
              title={t(`${asked}Question`)}
              yes={t(asked)}
              no={t("keep")}
              danger
              busy={busy}
              onYes={() => void (asked === "renew" ? open() : close())}
              onNo={() => setAsked(null)}
            >
              <p>{t(`${asked}Text`)}</p>
            </Ask>
          )}
        </>
      )}
    </section>
  );
}
