// A new bundle of services.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { BundleEditor } from "@/features/bundles/components/BundleEditor";
import { loadAllServices, loadCatalogueChoices } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("newBundle") };
}

export default async function NewBundlePage() {
  await requireArea("ad");
  const [t, choices, services] = await Promise.all([
    getTranslations("catalogue"),
    loadCatalogueChoices(),
    loadAllServices(),
  ]);
  return (
    <Texts of={["catalogue", "bundlesTeam"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/bundles/">{t("shelf.bundles")}</Link>}
        title={t("newBundle")}
      />
      <BundleEditor known={null} choices={choices} services={services} />
    </Texts>
  );
}
