// The dates on which each business is closed; the address says which business.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { FilterBar } from "@/components/list/FilterBar";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { Holidays } from "@/features/holidays/components/Holidays";
import { loadHolidays, loadProposals } from "@/features/holidays/loaders";
import { requireArea } from "@/features/session/loaders";
import { now } from "@/lib/clock";
import { dateIn } from "@/lib/datetime/calendar";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("holidays"))("title") };
}

export default async function HolidaysPage({ searchParams }: Props) {
  await requireArea("ad");
  const [t, businesses] = await Promise.all([getTranslations("holidays"), loadBusinesses(await getLocale())]);
  const asked = readList(await searchParams, ["business"]).filters.business;
  const business = businesses.find(({ slug }) => slug === asked) ?? businesses[0];
  if (!business) return <PageTitle title={t("title")} />;
  const today = dateIn(business.zone, now());
  const [holidays, proposals] = await Promise.all([
    loadHolidays(business.slug, today),
    loadProposals(business.slug, today),
  ]);
  return (
    <Texts of={["list", "holidays", "simulator"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {businesses.length > 1 && (
        <FilterBar
          path="/ad/holidays/"
          sort=""
          filters={[
            {
              name: "business",
              label: t("business"),
              value: business.slug,
              choices: businesses.map(({ slug, name }) => ({ value: slug, label: name })),
            },
          ]}
        />
      )}
      <Holidays
        key={`${business.slug}-${proposals.region}`}
        business={business.slug}
        today={today}
        holidays={holidays}
        proposals={proposals}
      />
    </Texts>
  );
}
