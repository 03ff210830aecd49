// One extra.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { ExtraEditor } from "@/features/catalog/components/edit/ExtraEditor";
import { loadAllServices, loadCatalogueChoices, loadExtras } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("shelf.extras") };
}

export default async function ExtraPage({ params }: Props) {
  await requireArea("ad");
  const { id } = await params;
  const [t, locale, extras, { businesses }, services] = await Promise.all([
    getTranslations("catalogue"),
    getLocale(),
    loadExtras(),
    loadCatalogueChoices(),
    loadAllServices(),
  ]);
  const extra = extras.find((each) => each.id === id) ?? notFound();
  return (
    <Texts of={["catalogue"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/extras/">{t("shelf.extras")}</Link>}
        title={extra.name[locale] ?? extra.name.en ?? extra.slug}
      />
      <ExtraEditor extra={extra} businesses={businesses} services={services} />
    </Texts>
  );
}
