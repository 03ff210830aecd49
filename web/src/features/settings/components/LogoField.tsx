"use client";
// The logo of a business, with the way to take it off.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { Logo } from "@/components/ui/Logo";
import { PictureInput } from "@/features/catalog/components/PictureInput";
import styles from "./settings.module.css";

type Props = { value: string; error: string | undefined; onChange: (address: string) => void };

export function LogoField({ value, error, onChange }: Props) {
  const t = useTranslations("settings.logo");
  return (
    <div>
      <PictureInput
        name="logo_url"
        label={t(value ? "other" : "label")}
        help={t("help")}
        sending={t("sending")}
        failed={t("failed")}
        error={error}
        onSent={onChange}
      />
      {value && (
        <div className={styles.beside}>
          <Logo src={value} />
          <Button kind="quiet" onClick={() => onChange("")}>
            {t("remove")}
          </Button>
        </div>
      )}
    </div>
  );
}
