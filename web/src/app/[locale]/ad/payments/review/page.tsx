// Paid orders that somebody looks at before they stand.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { ReviewList } from "@/features/payments/components/ReviewList";
import { loadReviews } from "@/features/payments/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviewsTeam"))("title") };
}

export default async function ReviewPage() {
  await requireArea("ad");
  const [t, open, all, businesses] = await Promise.all([
    getTranslations("reviewsTeam"),
    loadReviews("open"),
    loadReviews(""),
    loadBusinesses(await getLocale()),
  ]);
  const zone = businesses[0]?.zone ?? "UTC";
  const decided = all.filter(({ state }) => state !== "open");
  return (
    <Texts of={["reviewsTeam"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {open.length > 0 ? (
        <ReviewList reviews={open} zone={zone} />
      ) : (
        <EmptyState icon="check" heading="h2" title={t("none")}>
          <p>{t("noneText")}</p>
        </EmptyState>
      )}
      {decided.length > 0 && (
        <section aria-labelledby="decided">
          <h2 id="decided">{t("earlier")}</h2>
          <ReviewList reviews={decided} zone={zone} />
        </section>
      )}
    </Texts>
  );
}
