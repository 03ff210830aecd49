// The pictures beside shared links: /cards/home.en.png, /cards/mentors.uk.png. Drawn here, kept by whoever asked.
import { ImageResponse } from "next/og";
import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cardSize, SocialCard } from "@/components/seo/SocialCard";
import { routing } from "@/lib/i18n/routing";
import { isCard } from "@/lib/seo/cards";
import { cardFonts } from "@/lib/seo/fonts";

type Context = { params: Promise<{ card: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [page, locale, kind, more] = (await params).card.split(".");
  if (kind !== "png" || more !== undefined || !isCard(page) || !hasLocale(routing.locales, locale))
    return new Response(null, { status: 404 });
  const [t, meta, fonts] = await Promise.all([
    getTranslations({ locale, namespace: page }),
    getTranslations({ locale, namespace: "meta" }),
    cardFonts(),
  ]);
  return new ImageResponse(<SocialCard title={t("title")} lead={t("lead")} name={meta("name")} />, {
    ...cardSize,
    fonts,
    headers: { "Cache-Control": "public, max-age=86400" },
  });
}
