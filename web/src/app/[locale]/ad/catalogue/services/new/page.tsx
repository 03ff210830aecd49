// A new service.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { ServiceEditor } from "@/features/catalog/components/edit/ServiceEditor";
import { loadCatalogueChoices } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("newService") };
}

export default async function NewServicePage() {
  await requireArea("ad");
  const [t, choices] = await Promise.all([getTranslations("catalogue"), loadCatalogueChoices()]);
  return (
    <Texts of={["catalogue"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/">{t("title")}</Link>}
        title={t("newService")}
        lead={t("newServiceLead")}
      />
      <ServiceEditor service={null} choices={choices} />
    </Texts>
  );
}
