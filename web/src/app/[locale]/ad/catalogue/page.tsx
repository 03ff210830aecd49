// Services as administrators edit them.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { CatalogueTabs } from "@/features/catalog/components/edit/CatalogueTabs";
import { ServiceTable } from "@/features/catalog/components/edit/ServiceTable";
import { SERVICE_FILTERS } from "@/features/catalog/editing";
import { loadServiceRows, servicesFile } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("title") };
}

export default async function CataloguePage({ searchParams }: Props) {
  await requireArea("ad");
  const state = readList(await searchParams, SERVICE_FILTERS);
  const locale = await getLocale();
  const [t, found, businesses] = await Promise.all([
    getTranslations("catalogue"),
    loadServiceRows(state),
    loadBusinesses(locale),
  ]);
  return (
    <Texts of={["list", "catalogue"]}>
      <PageTitle
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href="/ad/catalogue/order/">{t("toOrder")}</ButtonLink>}
      />
      <CatalogueTabs open="services" />
      <ServiceTable {...found} state={state} businesses={businesses} file={servicesFile(state, locale)} />
    </Texts>
  );
}
