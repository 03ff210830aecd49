"use client";
// What is left of a package, for whoever has its code.
import { useTranslations } from "next-intl";
import { CodeForm } from "@/features/giftcards/components/CodeForm";
import { passBalance } from "../api";
import { PassFacts } from "./PassList";

export function PassBalanceForm() {
  const t = useTranslations("packages");
  const words = {
    label: t("codeWord"),
    help: t("codeHelp"),
    missing: t("codeMissing"),
    unknown: t("codeUnknown"),
    look: t("look"),
  };
  return (
    <CodeForm find={passBalance} unknown="pass_unknown" words={words}>
      {(found) => <div role="status">{found && <PassFacts held={found} />}</div>}
    </CodeForm>
  );
}
