// One package of visits as it is edited.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadAllServices, loadCatalogueChoices } from "@/features/catalog/loaders";
import { PackageEditor } from "@/features/packages/components/PackageEditor";
import { loadEditedPackage } from "@/features/packages/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("shelf.packages") };
}

export default async function EditedPackagePage({ params }: Props) {
  await requireArea("ad");
  const { id } = await params;
  const [t, locale, found, choices, services] = await Promise.all([
    getTranslations("catalogue"),
    getLocale(),
    loadEditedPackage(id),
    loadCatalogueChoices(),
    loadAllServices(),
  ]);
  if (!found) notFound();
  const isOnSale = found.is_visible && !found.archived_at;
  return (
    <Texts of={["catalogue", "packagesTeam"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/packages/">{t("shelf.packages")}</Link>}
        title={found.name[locale] ?? found.name.en ?? found.slug}
        {...(isOnSale && { lead: <Link href={`/packages/#${found.slug}`}>{t("seeIt")}</Link> })}
      />
      <PackageEditor known={found} choices={choices} services={services} />
    </Texts>
  );
}
