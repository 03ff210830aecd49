"use client";
// The picture of a service or a category, as it is now, with the way to take it off.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { PictureInput } from "../PictureInput";
import styles from "./edit.module.css";

type Props = { value: string; onChange: (address: string) => void; error?: string | undefined };

export function PictureField({ value, onChange, error }: Props) {
  const t = useTranslations("catalogue");
  return (
    <div className={styles.section}>
      {value && (
        <>
          {/* biome-ignore lint/performance/noImgElement: our own picture, already small. */}
          <img src={value} alt={t("pictureNow")} className={styles.picture} />
          <div>
            <Button kind="quiet" onClick={() => onChange("")}>
              {t("pictureRemove")}
            </Button>
          </div>
        </>
      )}
      <PictureInput
        name="picture_url"
        label={value ? t("pictureOther") : t("picture")}
        help={t("pictureHelp")}
        sending={t("pictureSending")}
        failed={t("pictureFailed")}
        error={error}
        onSent={onChange}
      />
    </div>
  );
}
