// One price rule.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadAllServices, loadCatalogueChoices, loadServices } from "@/features/catalog/loaders";
import { RuleEditor } from "@/features/pricing/components/RuleEditor";
import { loadPriceRules } from "@/features/pricing/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pricing"))("tab.rules") };
}

export default async function RulePage({ params }: Props) {
  await requireArea("ad");
  const { id } = await params;
  const locale = await getLocale();
  const [t, rules, choices, services, asking] = await Promise.all([
    getTranslations("pricing"),
    loadPriceRules(),
    loadCatalogueChoices(),
    loadAllServices(),
    loadServices(locale),
  ]);
  const rule = rules.find((each) => each.id === id) ?? notFound();
  return (
    <Texts of={["catalogue", "pricing"]}>
      <PageTitle
        above={<Link href="/ad/pricing/">{t("title")}</Link>}
        title={rule.name[locale] ?? rule.name.en ?? ""}
      />
      <RuleEditor rule={rule} choices={choices} services={services} asking={asking} />
    </Texts>
  );
}
