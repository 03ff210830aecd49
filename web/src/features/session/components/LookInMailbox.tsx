"use client";
// What to do once a letter is on its way: the same words whether the address is known.
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";

export function LookInMailbox({ email, onBack }: { email: string; onBack: () => void }) {
  const t = useTranslations("account.sent");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Notice ref={box} tabIndex={-1} role="status" tone="good" title={t("title")}>
      <p>{t("text", { email })}</p>
      <p>
        <Button kind="quiet" onClick={onBack}>
          {t("back")}
        </Button>
      </p>
    </Notice>
  );
}
