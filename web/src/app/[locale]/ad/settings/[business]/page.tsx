// One business: how it shows itself, by which rules it is booked, and where it is.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadServices } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { BusinessSettings } from "@/features/settings/components/BusinessSettings";
import { loadBrand, loadGroups, loadPlaces } from "@/features/settings/loaders";
import { orNotFound } from "@/lib/api/orNotFound";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function BusinessSettingsPage({ params }: Props) {
  await requireArea("ad");
  const [{ business: slug }, locale] = await Promise.all([params, getLocale()]);
  const [t, brand, groups, places, services] = await Promise.all([
    getTranslations("settings"),
    orNotFound(loadBrand(slug)),
    orNotFound(loadGroups(slug)),
    orNotFound(loadPlaces(slug)),
    loadServices(locale, slug),
  ]);
  return (
    <Texts of={["settings", "services"]}>
      <PageTitle
        above={<Link href="/ad/settings/">{t("title")}</Link>}
        title={brand.name}
        lead={t("businessLead")}
      />
      <BusinessSettings brand={brand} groups={groups} places={places} service={services[0] ?? null} />
    </Texts>
  );
}
