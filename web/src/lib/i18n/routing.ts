// The languages of the interface and how they stand in the address: English without a prefix, the others with one.
import { defineRouting } from "next-intl/routing";

export const locales = ["en", "uk", "es", "fr", "de"] as const;
export type Locale = (typeof locales)[number];

/** Each language in its own words, for the switch in the footer. */
export const localeNames: Record<Locale, string> = {
  en: "English",
  uk: "Українська",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
};

export const routing = defineRouting({
  locales,
  defaultLocale: "en",
  localePrefix: "as-needed",
  localeCookie: { name: "language", maxAge: 60 * 60 * 24 * 365, sameSite: "lax" },
});
