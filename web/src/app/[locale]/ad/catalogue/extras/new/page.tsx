// A new extra, perhaps for one service.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { ExtraEditor } from "@/features/catalog/components/edit/ExtraEditor";
import { loadAllServices, loadCatalogueChoices } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<{ service?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("newExtra") };
}

export default async function NewExtraPage({ searchParams }: Props) {
  await requireArea("ad");
  const { service } = await searchParams;
  const [t, { businesses }, services] = await Promise.all([
    getTranslations("catalogue"),
    loadCatalogueChoices(),
    loadAllServices(),
  ]);
  return (
    <Texts of={["catalogue"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/extras/">{t("shelf.extras")}</Link>}
        title={t("newExtra")}
      />
      <ExtraEditor
        extra={null}
        businesses={businesses}
        services={services}
        {...(typeof service === "string" && { service })}
      />
    </Texts>
  );
}
