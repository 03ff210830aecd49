// The booking journey of one business, for other sites to show inside theirs.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BrandColour } from "@/components/theme/BrandColour";
import { Journey } from "@/features/booking/components/Journey";
import { WithoutScripts } from "@/features/booking/components/WithoutScripts";
import { loadJourney } from "@/features/booking/loaders";
import { resume } from "@/features/booking/rules";
import { WidgetFrame } from "@/features/widget/components/WidgetFrame";
import { loadSites } from "@/features/widget/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking"))("title") };
}

export default async function WidgetPage({ searchParams }: Props) {
  const [locale, { business: slug, service, bundle, staff }] = await Promise.all([getLocale(), searchParams]);
  if (typeof slug !== "string") notFound();
  const data = await loadJourney(locale, slug);
  if (data?.business.slug !== slug) notFound();
  const { business, basket, bookedNumber } = data;
  const visits = business.visits_at_customer;
  const services = data.services.filter((each) => each.business === slug);
  const start = resume(service || bundle ? "service" : undefined, basket, visits);
  const own = new URLSearchParams({ business: slug });
  if (typeof service === "string") own.set("service", service);
  if (typeof bundle === "string") own.set("bundle", bundle);
  if (typeof staff === "string") own.set("staff", staff);
  return (
    <>
      <BrandColour accent={business.accent} />
      <WidgetFrame sites={await loadSites(slug)} ownPage={`/booking/?${own}`}>
        <WithoutScripts business={business} services={services} />
        <div className="needs-scripts">
          <Journey
            business={business}
            businesses={[business]}
            services={services}
            bundles={data.bundles.filter((each) => each.business === slug)}
            basket={basket}
            bookedNumber={bookedNumber}
            start={start}
            returning={false}
            map={null}
          />
        </div>
      </WidgetFrame>
    </>
  );
}
