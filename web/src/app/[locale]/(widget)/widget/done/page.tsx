// The confirmation inside another site's page. The order's link stands behind the #, which no server sees.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BrandColour } from "@/components/theme/BrandColour";
import { loadBusinesses } from "@/features/business/loaders";
import { Confirmation } from "@/features/orders/components/Confirmation";
import { WidgetFrame } from "@/features/widget/components/WidgetFrame";
import { loadSites } from "@/features/widget/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("booking.done");
  return { title: t("visit"), referrer: "no-referrer" };
}

export default async function WidgetDonePage({ searchParams }: Props) {
  const [locale, query] = await Promise.all([getLocale(), searchParams]);
  const business = (await loadBusinesses(locale)).find(({ slug }) => slug === query.business);
  if (!business) notFound();
  return (
    <>
      <BrandColour accent={business.accent} />
      <WidgetFrame sites={await loadSites(business.slug)} ownPage="/track/" booked>
        <Confirmation />
      </WidgetFrame>
    </>
  );
}
