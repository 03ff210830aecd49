// One bundle of services as it is edited.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { BundleEditor } from "@/features/bundles/components/BundleEditor";
import { loadEditedBundle } from "@/features/bundles/loaders";
import { bundleHref } from "@/features/bundles/rules";
import { loadAllServices, loadCatalogueChoices } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("shelf.bundles") };
}

export default async function EditedBundlePage({ params }: Props) {
  await requireArea("ad");
  const { id } = await params;
  const [t, locale, found, choices, services] = await Promise.all([
    getTranslations("catalogue"),
    getLocale(),
    loadEditedBundle(id),
    loadCatalogueChoices(),
    loadAllServices(),
  ]);
  if (!found) notFound();
  const isOnSale = found.is_visible && !found.archived_at;
  return (
    <Texts of={["catalogue", "bundlesTeam"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/bundles/">{t("shelf.bundles")}</Link>}
        title={found.name[locale] ?? found.name.en ?? found.slug}
        {...(isOnSale && { lead: <Link href={bundleHref(found)}>{t("seeIt")}</Link> })}
      />
      <BundleEditor known={found} choices={choices} services={services} />
    </Texts>
  );
}
