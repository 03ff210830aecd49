"use client";
// Passing a page on: the device's own way where it has one, the address to copy, a mail. Nobody else is told.
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/Button";
import styles from "./mentors.module.css";

const never = () => () => {};

export function Share({ url, subject }: { url: string; subject: string }) {
  const t = useTranslations("mentors.share");
  const [copied, setCopied] = useState<boolean | null>(null);
  // What this browser can do; before its script runs nothing is offered that would not work.
  const can = useSyncExternalStore(
    never,
    () => (typeof navigator.share === "function" ? "share" : "copy"),
    () => "none",
  );
  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  }
  return (
    <>
      <div className={styles.share}>
        {can === "share" && (
          <Button onClick={() => void navigator.share({ title: subject, url }).catch(() => {})}>
            {t("share")}
          </Button>
        )}
        {can !== "none" && <Button onClick={() => void copy()}>{t("copy")}</Button>}
        <a href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(url)}`}>
          {t("mail")}
        </a>
      </div>
      <p role="status">{copied === null ? "" : copied ? t("copied") : t("copyFailed", { url })}</p>
    </>
  );
}
