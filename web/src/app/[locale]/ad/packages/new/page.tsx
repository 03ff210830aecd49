// A package that nobody pays for, for the customer whom the address names.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadCustomer } from "@/features/customers/loaders";
import { GivePass } from "@/features/packages/components/GivePass";
import { loadPackages } from "@/features/packages/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("packagesTeam"))("new") };
}

export default async function GivePassPage({ searchParams }: Props) {
  await requireArea("ad");
  const { customer: asked } = await searchParams;
  if (typeof asked !== "string") notFound();
  const locale = await getLocale();
  const [t, customer, packages] = await Promise.all([
    getTranslations("packagesTeam"),
    loadCustomer(asked),
    loadPackages(locale),
  ]);
  return (
    <Texts of={["packagesTeam", "proof"]}>
      <PageTitle
        above={<Link href={`/ad/customers/${customer.id}/`}>{customer.name}</Link>}
        title={t("new")}
        lead={t("newLead", { name: customer.name })}
      />
      {packages.length === 0 ? (
        <EmptyState icon="tag" heading="h2" title={t("noPackages")}>
          <p>{t("noPackagesText")}</p>
        </EmptyState>
      ) : (
        <GivePass packages={packages} customer={{ id: customer.id, name: customer.name }} />
      )}
    </Texts>
  );
}
