// /sw.js: the service worker, with the page for when we cannot be reached in every language, and what is shown for a message that
// cannot be read. A browser asks for it now and
// then, and takes another text for a new worker: a new phone number reaches it like a new deploy.
import { createHash } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { loadBusinesses } from "@/features/business/loaders";
import { offlineHeaders, offlinePage } from "@/features/offline/page";
import { worker } from "@/features/offline/worker";
import { locales } from "@/lib/i18n/routing";

export async function GET(request: Request): Promise<Response> {
  let businesses: Awaited<ReturnType<typeof loadBusinesses>>;
  try {
    businesses = await loadBusinesses("en");
  } catch {
    // The browser goes on with the worker it has.
    return new Response(null, { status: 503 });
  }
  const entries = locales.map(async (locale): Promise<[string, string]> => {
    const t = await getTranslations({ locale });
    const words = {
      lang: locale,
      name: t("meta.name"),
      title: t("offline.title"),
      text: t("offline.text"),
      retry: t("error.retry"),
      contact: t("shell.contact"),
      call: (phone: string) => t("shell.phone", { phone }),
    };
    return [locale, offlinePage(words, businesses)];
  });
  const pages = Object.fromEntries(await Promise.all(entries));
  const plain = locales.map(async (locale) => {
    const t = await getTranslations({ locale });
    return [locale, { title: t("meta.name"), body: t("offline.message") }] as const;
  });
  const neutral = Object.fromEntries(await Promise.all(plain));
  const told = { pages, headers: offlineHeaders, neutral, icon: "/icons/192.png" };
  const text = `(${worker.toString()})(${JSON.stringify(told)});\n`;
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  const headers = {
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": "no-cache",
    ETag: etag,
    // All a worker may do is to ask this site for the page that was wanted, and for the picture beside a message.
    "Content-Security-Policy": "default-src 'none'; connect-src 'self'; img-src 'self'",
  };
  const known = request.headers.get("If-None-Match") === etag;
  return new Response(known ? null : text, { status: known ? 304 : 200, headers });
}
