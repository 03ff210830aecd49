// One service, with everything it says.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { ServiceEditor } from "@/features/catalog/components/edit/ServiceEditor";
import { loadCatalogueChoices, loadEditedService } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { orNotFound } from "@/lib/api/orNotFound";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("title") };
}

export default async function ServicePage({ params }: Props) {
  await requireArea("ad");
  const { id } = await params;
  const [t, locale, service, choices] = await Promise.all([
    getTranslations("catalogue"),
    getLocale(),
    orNotFound(loadEditedService(id)),
    loadCatalogueChoices(),
  ]);
  return (
    <Texts of={["catalogue"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/">{t("title")}</Link>}
        title={service.name[locale] ?? service.name.en ?? service.slug}
        lead={
          service.is_visible && !service.archived_at ? (
            <Link href={`/services/${service.business}/${service.slug}/`}>{t("seeIt")}</Link>
          ) : (
            t("isHidden")
          )
        }
      />
      <ServiceEditor service={service} choices={choices} />
    </Texts>
  );
}
