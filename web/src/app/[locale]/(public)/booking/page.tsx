// The booking journey. What was begun is loaded here, so that the right step is there with the first answer.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/EmptyState";
import { ContactLinks } from "@/features/booking/components/ContactLinks";
import { Journey } from "@/features/booking/components/Journey";
import { WithoutScripts } from "@/features/booking/components/WithoutScripts";
import { loadJourney } from "@/features/booking/loaders";
import { isStep, resume } from "@/features/booking/rules";
import { CoverageMap } from "@/features/places/components/CoverageMap";
import { loadCoverage } from "@/features/places/loaders";
import { pageMetadata } from "@/lib/seo/page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("booking"), getLocale()]);
  // One page stands for all its steps and links.
  return pageMetadata({ locale, path: "/booking/", title: t("title"), description: t("description") });
}

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export default async function BookingPage({ searchParams }: Props) {
  const [locale, query, t] = await Promise.all([
    getLocale(),
    searchParams,
    getTranslations("booking.service"),
  ]);
  const slug = text(query.business);
  const data = await loadJourney(locale, slug);
  if (!data) {
    return (
      <EmptyState title={t("empty")}>
        <p>{t("emptyText")}</p>
        <ContactLinks phone="" />
      </EmptyState>
    );
  }
  const { business, businesses, services, bundles, basket, bookedNumber } = data;
  const visits = business.visits_at_customer;
  // A link to a service or a bundle begins there; otherwise the reader goes on where they were.
  const linked = text(query.service) ?? text(query.bundle);
  const start = linked ? resume("service", basket, visits) : resume(data.remembered, basket, visits);
  const areas = visits ? await loadCoverage(locale, business.slug) : null;
  const returning = !isStep(text(query.step)) && !linked && (basket?.lines.length ?? 0) > 0;
  return (
    <>
      <WithoutScripts
        business={business}
        services={services.filter((service) => service.business === business.slug)}
      />
      <div className="needs-scripts">
        <Journey
          business={business}
          businesses={businesses}
          services={services}
          bundles={bundles}
          basket={basket}
          bookedNumber={bookedNumber}
          start={start}
          returning={returning}
          map={areas && <CoverageMap areas={areas} />}
        />
      </div>
    </>
  );
}
