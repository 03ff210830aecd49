// A booking by its number and e-mail, or by the link in a message: /track/#link. What is behind the # no server sees.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NeedsScripts } from "@/components/ui/NeedsScripts";
import { TrackPage } from "@/features/orders/components/TrackPage";
import { now } from "@/lib/clock";
import { Texts } from "@/lib/i18n/Texts";
import { pageMetadata } from "@/lib/seo/page";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("track"), getLocale()]);
  const page = pageMetadata({ locale, path: "/track/", title: t("title"), description: t("lead") });
  return { ...page, robots: { index: false }, referrer: "no-referrer" };
}

export default async function Track() {
  const t = await getTranslations("track");
  return (
    <Texts
      of={[
        "booking",
        "change",
        "addressSearch",
        "questions",
        "track",
        "joining",
        "payments",
        "invoices",
        "subscriptions",
        "library",
        "giftCards",
        "packages",
      ]}
    >
      <NeedsScripts title={t("title")}>
        <TrackPage now={now().toISOString()} />
      </NeedsScripts>
    </Texts>
  );
}
