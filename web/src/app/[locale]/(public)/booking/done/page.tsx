// The confirmation. The order's link stands behind the #, which no server sees: the page is filled in the browser.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Confirmation } from "@/features/orders/components/Confirmation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("booking.done");
  return { title: t("visit"), robots: { index: false }, referrer: "no-referrer" };
}

export default function DonePage() {
  return <Confirmation />;
}
