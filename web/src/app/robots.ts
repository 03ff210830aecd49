// Which pages a search engine may read: the public ones, in each language.
import type { MetadataRoute } from "next";
import { locales, routing } from "@/lib/i18n/routing";
import { publicUrl } from "@/lib/seo/page";

const closed = ["/cus/", "/st/", "/man/", "/ad/", "/booking/done/", "/track/", "/m/", "/widget/", "/kit/"];

export default function robots(): MetadataRoute.Robots {
  const prefixes = locales.map((locale) => (locale === routing.defaultLocale ? "" : `/${locale}`));
  const pages = prefixes.flatMap((prefix) => closed.map((path) => prefix + path));
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/admin/", ...pages] },
    sitemap: `${publicUrl}/sitemap.xml`,
  };
}
