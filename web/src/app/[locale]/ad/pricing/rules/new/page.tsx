// A new price rule.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadAllServices, loadCatalogueChoices, loadServices } from "@/features/catalog/loaders";
import { RuleEditor } from "@/features/pricing/components/RuleEditor";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pricing"))("newRule") };
}

export default async function NewRulePage() {
  await requireArea("ad");
  const locale = await getLocale();
  const [t, choices, services, asking] = await Promise.all([
    getTranslations("pricing"),
    loadCatalogueChoices(),
    loadAllServices(),
    loadServices(locale),
  ]);
  return (
    <Texts of={["catalogue", "pricing"]}>
      <PageTitle above={<Link href="/ad/pricing/">{t("title")}</Link>} title={t("newRule")} />
      <RuleEditor rule={null} choices={choices} services={services} asking={asking} />
    </Texts>
  );
}
