// The page that takes cards stands alone: nothing leads away from it but by loading another page, so what a payment company's
// script may do here ends with it.
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Mark } from "@/components/shell/Mark";
import { BrandColour } from "@/components/theme/BrandColour";
import { loadFrame } from "@/features/business/shell";
import styles from "@/features/payments/components/card.module.css";

export default async function PayLayout({ children }: { children: ReactNode }) {
  const { accent } = await loadFrame(await getLocale());
  return (
    <>
      <BrandColour accent={accent} />
      <header className={styles.header}>
        <Mark />
        <span>Almanac</span>
      </header>
      <main id="page" tabIndex={-1} className={styles.page}>
        {children}
      </main>
    </>
  );
}
