// A booking by its number and e-mail, or by the link in a message: /track/#link. What is behind the # no server sees.
import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { NeedsScripts } from "@/components/ui/NeedsScripts";
import { TrackPage } from "@/features/orders/components/TrackPage";
import { now } from "@/lib/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("track");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function Track() {
  const t = await getTranslations("track");
  const { shell, ui, problems, error, booking, change, track } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ shell, ui, problems, error, booking, change, track }}>
      <NeedsScripts title={t("title")}>
        <TrackPage now={now().toISOString()} />
      </NeedsScripts>
    </NextIntlClientProvider>
  );
}
