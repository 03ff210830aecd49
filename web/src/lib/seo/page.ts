// What search engines and shared links learn of a public page: its address in every language, and its card.
import "server-only";
import type { Metadata } from "next";
import { getPathname } from "@/lib/i18n/navigation";
import { type Locale, locales, routing } from "@/lib/i18n/routing";
import { type CardName, cardPath } from "./cards";

/** Where the product stands for everybody. From the settings and not from the request: a made-up host must not end up
 * in a page that others are shown. */
export const publicUrl = (process.env.PUBLIC_URL ?? "http://localhost:3000").replace(/\/$/, "");

/** The full address of a page in a language: "https://book.example.com/uk/mentors/". */
export function addressOf(path: string, locale: string): string {
  const found = getPathname({ href: path, locale: locale as Locale });
  // Next's own links do without the last slash of "/uk/"; the address that answers has it.
  return publicUrl + (found.endsWith("/") ? found : `${found}/`);
}

/** The page in each language, and which to show to everybody else. */
export function languageAddresses(path: string): Record<string, string> {
  const each = Object.fromEntries(locales.map((locale) => [locale, addressOf(path, locale)]));
  return { ...each, "x-default": addressOf(path, routing.defaultLocale) };
}

const openGraphLocales: Record<Locale, string> = {
  en: "en_GB",
  uk: "uk_UA",
  es: "es_ES",
  fr: "fr_FR",
  de: "de_DE",
};

type Page = {
  locale: string;
  /** Without a language: "/mentors/". */
  path: string;
  title: string;
  description: string;
  /** On our own origin; where there is none, a card drawn with the words of `card` stands there. */
  picture?: { url: string; alt: string } | undefined;
  card?: CardName;
  /** The title already names the product. */
  whole?: boolean;
  kind?: "website" | "profile";
};

/** Title, description, canonical address, languages and cards of a page. Nothing of a customer may ever stand here. */
export function pageMetadata({
  locale,
  path,
  title,
  description,
  picture,
  card = "home",
  whole,
  kind = "website",
}: Page): Metadata {
  const words = description.replace(/\s+/g, " ").trim();
  const short = words.length > 200 ? `${words.slice(0, 197).trimEnd()}…` : words;
  const url = addressOf(path, locale);
  const image = picture
    ? { url: publicUrl + picture.url, alt: picture.alt }
    : { url: publicUrl + cardPath(card, locale), width: 1200, height: 630, alt: title };
  return {
    title: whole ? { absolute: title } : title,
    description: short,
    alternates: { canonical: url, languages: languageAddresses(path) },
    openGraph: {
      type: kind,
      siteName: "Almanac",
      title,
      description: short,
      url,
      locale: openGraphLocales[locale as Locale],
      alternateLocale: locales.filter((other) => other !== locale).map((other) => openGraphLocales[other]),
      images: [image],
    },
    twitter: {
      card: picture ? "summary" : "summary_large_image",
      title,
      description: short,
      images: [image.url],
    },
  };
}
