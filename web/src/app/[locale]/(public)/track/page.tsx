// A booking by its number and e-mail, or by the link in a message: /track/#link. What is behind the # no server sees.
import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { TrackPage } from "@/features/orders/components/TrackPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("track");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function Track() {
  const { shell, ui, problems, error, booking, track } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ shell, ui, problems, error, booking, track }}>
      <TrackPage />
    </NextIntlClientProvider>
  );
}
