"use client";
// The page behind the short link of a text: /m/#word. It goes on to what the word stands for, a page of ours.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useHash } from "@/lib/useHash";
import { readShortLink } from "../api";
import { ownUrl, wordOf } from "../own";
import styles from "./ShortLink.module.css";

type Found = { hash: string; is: "unknown" } | { hash: string; is: "problem"; problem: Problem };

/** Replaces this page, so that "back" does not come here again. Only to our own origin, whatever the answer says. */
async function goOn(word: string, signal: AbortSignal): Promise<boolean> {
  const url = ownUrl(await readShortLink(word, signal), window.location.origin);
  if (url) window.location.replace(url);
  return url !== null;
}

export function ShortLink() {
  const t = useTranslations("messages.short");
  const hash = useHash();
  const [found, setFound] = useState<Found | null>(null);
  const [tries, setTries] = useState(1);

  useEffect(() => {
    if (hash === undefined || tries === 0) return;
    const word = wordOf(hash);
    const leaving = new AbortController();
    const none = () => setFound({ hash, is: "unknown" });
    if (!word) return none();
    goOn(word, leaving.signal).then(
      (isOurs) => !isOurs && none(),
      (error) => {
        if (leaving.signal.aborted) return;
        const problem = problemOf(error);
        if (problem.status === 404 || problem.status === 422) none();
        else setFound({ hash, is: "problem", problem });
      },
    );
    return () => leaving.abort();
  }, [hash, tries]);

  const now = found?.hash === hash ? found : null;
  if (now?.is === "unknown")
    return (
      <EmptyState
        icon="link"
        heading="h2"
        title={t("unknown")}
        action={
          <p className={styles.ways}>
            <ButtonLink kind="main" href="/track/">
              {t("track")}
            </ButtonLink>
            <ButtonLink href="/booking/">{t("book")}</ButtonLink>
          </p>
        }
      >
        {t("unknownText")}
      </EmptyState>
    );
  if (now?.is === "problem")
    return (
      <ProblemNotice
        problem={now.problem}
        onRetry={() => {
          setFound(null);
          setTries((count) => count + 1);
        }}
      />
    );
  return <p role="status">{t("opening")}</p>;
}
