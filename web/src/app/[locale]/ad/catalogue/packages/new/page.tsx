// A new package of visits.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadAllServices, loadCatalogueChoices } from "@/features/catalog/loaders";
import { PackageEditor } from "@/features/packages/components/PackageEditor";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("newPackage") };
}

export default async function NewPackagePage() {
  await requireArea("ad");
  const [t, choices, services] = await Promise.all([
    getTranslations("catalogue"),
    loadCatalogueChoices(),
    loadAllServices(),
  ]);
  return (
    <Texts of={["catalogue", "packagesTeam"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/packages/">{t("shelf.packages")}</Link>}
        title={t("newPackage")}
      />
      <PackageEditor known={null} choices={choices} services={services} />
    </Texts>
  );
}
