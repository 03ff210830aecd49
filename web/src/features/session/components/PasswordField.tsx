"use client";
// A password with a box that shows it: what is typed on a telephone is seldom right the first time.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField, TextField } from "@/components/ui/Field";

type Props = {
  name?: string;
  label: string;
  help?: string;
  error?: string | undefined;
  /** For the password manager: the one that is known, or one that is being made. */
  kind: "current-password" | "new-password";
  onChange?: () => void;
};

export function PasswordField({ name = "password", label, help, error, kind, onChange }: Props) {
  const t = useTranslations("auth");
  const [shown, setShown] = useState(false);
  return (
    <>
      <TextField
        name={name}
        label={label}
        help={help}
        type={shown ? "text" : "password"}
        autoComplete={kind}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={500}
        error={error}
        onChange={onChange}
      />
      <CheckboxField
        name={`${name}-show`}
        label={t("show")}
        checked={shown}
        onChange={(event) => setShown(event.currentTarget.checked)}
      />
    </>
  );
}
