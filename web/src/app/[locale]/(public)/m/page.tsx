// Where the short link of a text leads first: /m/#word. What is behind the # no server sees.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NeedsScripts } from "@/components/ui/NeedsScripts";
import { PageTitle } from "@/components/ui/PageTitle";
import { ShortLink } from "@/features/notifications/components/ShortLink";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("messages.short");
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "no-referrer" };
}

export default async function ShortLinkPage() {
  const t = await getTranslations("messages.short");
  return (
    <Texts of={["messages"]}>
      <PageTitle title={t("title")} />
      <NeedsScripts>
        <ShortLink />
      </NeedsScripts>
    </Texts>
  );
}
