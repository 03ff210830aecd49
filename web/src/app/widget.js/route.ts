// /widget.js: the one script tag that other sites need. Its words come from the same catalogues as everything else.
import { getTranslations } from "next-intl/server";
import { type EmbedWords, embed } from "@/features/widget/embed";
import { locales } from "@/lib/i18n/routing";

export async function GET(): Promise<Response> {
  const entries = locales.map(async (locale): Promise<[string, EmbedWords[string]]> => {
    const t = await getTranslations({ locale, namespace: "widget" });
    return [locale, { book: t("book"), close: t("close"), title: t("title"), open: t("open") }];
  });
  const words: EmbedWords = Object.fromEntries(await Promise.all(entries));
  return new Response(`(${embed.toString()})(${JSON.stringify(words)});\n`, {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  });
}
