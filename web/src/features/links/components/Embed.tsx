"use client";
// The line for another site's page: as a button that opens the journey over it, or the journey in the page itself.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField } from "@/components/ui/Field";
import { embedCode, type LinkTo, type Placing } from "../rules";
import { CopyText } from "./CopyText";

export function Embed({ origin, to }: { origin: string; to: LinkTo }) {
  const t = useTranslations("links.embed");
  const [placing, setPlacing] = useState<Placing>("button");
  return (
    <>
      <SelectField
        name="placing"
        label={t("placing")}
        value={placing}
        onChange={(event) => setPlacing(event.currentTarget.value === "inline" ? "inline" : "button")}
      >
        <option value="button">{t("button")}</option>
        <option value="inline">{t("inline")}</option>
      </SelectField>
      <CopyText
        name="embed"
        label={t("code")}
        help={t("codeHelp")}
        copy={t("copy")}
        text={embedCode(origin, to, placing)}
        rows={4}
      />
    </>
  );
}
