// The pages that other sites show inside theirs: no head, no foot, no way to the rest of the product.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import styles from "@/features/widget/components/widget.module.css";
import { Texts } from "@/lib/i18n/Texts";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function WidgetLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("widget");
  return (
    <Texts
      of={[
        "addressSearch",
        "booking",
        "questions",
        "track",
        "joining",
        "waiting",
        "widget",
        "payments",
        "invoices",
        "library",
      ]}
    >
      {/* Named, because the page around it has a main part of its own. */}
      <main id="page" tabIndex={-1} className={styles.page} aria-label={t("title")}>
        {children}
      </main>
    </Texts>
  );
}
