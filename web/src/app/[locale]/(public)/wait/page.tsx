// What somebody waits for, by the link in a letter: /wait/#key. What is behind the # no server sees.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NeedsScripts } from "@/components/ui/NeedsScripts";
import { WaitPage } from "@/features/waiting/components/WaitPage";
import { now } from "@/lib/clock";
import { Texts } from "@/lib/i18n/Texts";
import { pageMetadata } from "@/lib/seo/page";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("waiting"), getLocale()]);
  const page = pageMetadata({ locale, path: "/wait/", title: t("title"), description: t("lead") });
  return { ...page, robots: { index: false }, referrer: "no-referrer" };
}

export default async function Wait() {
  const t = await getTranslations("waiting");
  return (
    <Texts of={["booking", "waiting"]}>
      <NeedsScripts title={t("title")}>
        <WaitPage now={now().toISOString()} />
      </NeedsScripts>
    </Texts>
  );
}
