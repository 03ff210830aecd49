// Where people come back to from the company they sign in with.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { companyOf, faultOf } from "@/features/session/companies";
import { CompanyReturn } from "@/features/session/components/CompanyReturn";
import { safeNext } from "@/features/session/rules";
import { AuthPage } from "../../AuthPage";

type Props = {
  params: Promise<{ company: string }>;
  searchParams: Promise<{ next?: string | string[]; error?: string | string[] }>;
};

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const company = companyOf((await params).company);
  if (!company) notFound();
  const t = await getTranslations("account.company");
  return { title: t("title", { company: company.name }), robots: { index: false } };
}

export default async function CompanyPage({ params, searchParams }: Props) {
  const [where, { next, error }] = await Promise.all([params, searchParams]);
  const company = companyOf(where.company);
  if (!company) notFound();
  const [t, locale] = await Promise.all([getTranslations("account.company"), getLocale()]);
  return (
    <AuthPage title={t("title", { company: company.name })}>
      <CompanyReturn
        company={company}
        fault={faultOf(one(error))}
        next={safeNext(one(next))}
        locale={locale}
      />
    </AuthPage>
  );
}
