// One gift card, by the link of its letter: to use and to print.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeldCard } from "@/features/giftcards/components/HeldCard";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("giftCards"))("pageTitle"),
    robots: { index: false, follow: false },
  };
}

export default function GiftCardPage() {
  return (
    <Texts of={["giftCards"]}>
      <HeldCard />
    </Texts>
  );
}
