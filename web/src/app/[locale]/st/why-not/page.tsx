// Why a time is not free, and what would open it.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WhyNotPage } from "@/features/whynot/components/WhyNotPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("whynot"))("title") };
}

export default function StaffWhyNot() {
  return <WhyNotPage area="st" />;
}
