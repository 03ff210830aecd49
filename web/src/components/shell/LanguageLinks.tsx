"use client";
// This page in the other languages, each named in its own words.
import { useLocale, useTranslations } from "next-intl";
import { Link, usePathname } from "@/lib/i18n/navigation";
import { type Locale, localeNames, locales } from "@/lib/i18n/routing";
import styles from "./LanguageLinks.module.css";

/** Those offered, and the one that is read. */
export function LanguageLinks({ offered = locales }: { offered?: readonly Locale[] }) {
  const t = useTranslations("shell");
  const here = usePathname();
  const now = useLocale();
  return (
    <nav aria-label={t("language")}>
      <ul className={styles.list}>
        {locales
          .filter((locale) => locale === now || offered.includes(locale))
          .map((locale) => (
            <li key={locale}>
              <Link
                href={here}
                locale={locale}
                lang={locale}
                hrefLang={locale}
                prefetch={false}
                className={styles.link}
                aria-current={locale === now ? "true" : undefined}
              >
                {localeNames[locale]}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
