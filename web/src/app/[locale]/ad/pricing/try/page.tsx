// What would this cost?
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadServices } from "@/features/catalog/loaders";
import { PriceTrial } from "@/features/pricing/components/PriceTrial";
import { PricingTabs } from "@/features/pricing/components/PricingTabs";
import { requireArea } from "@/features/session/loaders";
import { now } from "@/lib/clock";
import { addDays, dateIn } from "@/lib/datetime/calendar";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pricing"))("tab.try") };
}

export default async function TryPage() {
  await requireArea("ad");
  const [t, services] = await Promise.all([getTranslations("pricing"), loadServices(await getLocale())]);
  return (
    <Texts of={["booking", "questions", "pricing"]}>
      <PageTitle title={t("title")} lead={t("try.lead")} />
      <PricingTabs open="try" />
      <PriceTrial services={services} tomorrow={addDays(dateIn("Europe/London", now()), 1)} />
    </Texts>
  );
}
