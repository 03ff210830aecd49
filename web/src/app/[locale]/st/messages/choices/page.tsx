// What somebody whose time is booked is told where.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChoicesPage } from "@/features/notifications/components/ChoicesPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("choicesTitle") };
}

export default function StaffMessageChoices() {
  return <ChoicesPage area="st" />;
}
