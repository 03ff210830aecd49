// Bundles of services in the order customers read them.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBundleRows } from "@/features/bundles/loaders";
import { loadBusinesses } from "@/features/business/loaders";
import { CatalogueTabs } from "@/features/catalog/components/edit/CatalogueTabs";
import { Shelf } from "@/features/catalog/components/edit/Shelf";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("shelf.bundles") };
}

export default async function BundlesPage() {
  await requireArea("ad");
  const locale = await getLocale();
  const [t, tb, rows, businesses] = await Promise.all([
    getTranslations("catalogue"),
    getTranslations("bundlesTeam"),
    loadBundleRows(),
    loadBusinesses(locale),
  ]);
  return (
    <Texts of={["catalogue"]}>
      <PageTitle title={t("title")} lead={tb("shelfLead")} />
      <CatalogueTabs open="bundles" />
      {businesses.map(({ slug, name }) => (
        <Shelf
          key={slug}
          business={slug}
          title={name}
          kind="bundles"
          rows={rows
            .filter(({ business }) => business === slug)
            .map((row) => ({
              id: row.id,
              name: row.name[locale] ?? row.name.en ?? row.id,
              href: `/ad/catalogue/bundles/${row.id}/`,
              detail: [
                tb("rowText", {
                  count: row.step_count,
                  timing: row.timing,
                  percent: row.percent_bp / 10_000,
                }),
                t(row.archived_at ? "isArchived" : row.is_visible ? "isShown" : "isHidden"),
              ].join(" · "),
            }))}
        />
      ))}
    </Texts>
  );
}
