// Coupons that are the signed-in customer's alone, their points, and bringing friends.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { OwnPoints } from "@/features/points/components/OwnPoints";
import { loadOwnPoints } from "@/features/points/loaders";
import { BringFriends } from "@/features/pricing/components/BringFriends";
import { OwnCoupons } from "@/features/pricing/components/OwnCoupons";
import { loadBringing, loadOwnCoupons } from "@/features/pricing/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coupons"))("title") };
}

export default async function OwnCouponsPage() {
  await requireArea("cus");
  const [t, coupons, points, bringing, businesses] = await Promise.all([
    getTranslations("coupons"),
    loadOwnCoupons(),
    loadOwnPoints(),
    loadBringing(),
    loadBusinesses(await getLocale()),
  ]);
  const zones = Object.fromEntries(businesses.map(({ slug, zone }) => [slug, zone]));
  return (
    <Texts of={["coupons", "points"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {coupons.length === 0 ? (
        <EmptyState
          heading="h2"
          icon="tag"
          title={t("noneTitle")}
          action={<ButtonLink href="/booking/">{t("book")}</ButtonLink>}
        >
          <p>{t("noneText")}</p>
        </EmptyState>
      ) : (
        <OwnCoupons coupons={coupons} zones={zones} />
      )}
      {points.map((each) => (
        <OwnPoints
          key={each.business}
          points={each}
          named={points.length > 1}
          zone={zones[each.business] ?? "UTC"}
        />
      ))}
      {bringing.map((each) => (
        <BringFriends key={each.business} bringing={each} named={bringing.length > 1} />
      ))}
    </Texts>
  );
}
