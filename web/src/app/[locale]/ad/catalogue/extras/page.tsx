// Extras in the order customers read them.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { CatalogueTabs } from "@/features/catalog/components/edit/CatalogueTabs";
import { Shelf } from "@/features/catalog/components/edit/Shelf";
import { loadExtras } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";
import { formatMoney } from "@/lib/money/money";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("shelf.extras") };
}

export default async function ExtrasPage() {
  await requireArea("ad");
  const locale = await getLocale();
  const [t, extras, businesses] = await Promise.all([
    getTranslations("catalogue"),
    loadExtras(),
    loadBusinesses(locale),
  ]);
  return (
    <Texts of={["catalogue"]}>
      <PageTitle title={t("title")} lead={t("extrasLead")} />
      <CatalogueTabs open="extras" />
      {businesses.map(({ slug, name }) => (
        <Shelf
          key={slug}
          business={slug}
          title={name}
          kind="extras"
          rows={extras
            .filter(({ business }) => business === slug)
            .map((row) => ({
              id: row.id,
              name: row.name[locale] ?? row.name.en ?? row.slug,
              href: `/ad/catalogue/extras/${row.id}/`,
              detail: row.archived_at
                ? t("isArchived")
                : `${formatMoney({ amount: row.price_amount, currency: row.currency }, locale)} · ${t(row.service_ids.length === 0 ? "fitsAll" : "fitsSome")}`,
            }))}
        />
      ))}
    </Texts>
  );
}
