// Where a customer's texts go, and the page where the number is changed.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { readablePhone } from "@/lib/phone";
import styles from "./choices.module.css";

export function PhoneLine({ phone, canText }: { phone: string; canText: boolean }) {
  const t = useTranslations("messages");
  const words = {
    number: (chunk: ReactNode) => <strong className={styles.number}>{chunk}</strong>,
    link: (chunk: ReactNode) => <Link href="/cus/details/">{chunk}</Link>,
  };
  return (
    <>
      <p>
        {phone
          ? t.rich(canText ? "textsTo" : "textsLandline", { ...words, phone: readablePhone(phone) })
          : t.rich("textsNone", words)}
      </p>
      <p className={styles.quiet}>{t("textsHelp")}</p>
    </>
  );
}
