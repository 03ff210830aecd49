// What one manager may see and do.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { ScopeEditor } from "@/features/access/components/ScopeEditor";
import { loadChoices, loadScope, loadTemplates } from "@/features/access/loaders";
import { requireArea } from "@/features/session/loaders";
import { problemOf } from "@/lib/api/problem";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { params: Promise<{ user: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access"))("title") };
}

async function scopeOrNotFound(user: string) {
  try {
    return await loadScope(user);
  } catch (error) {
    // 400 and 422: the address names nobody by a key.
    if ([400, 404, 422].includes(problemOf(error).status)) notFound();
    throw error;
  }
}

export default async function ScopePage({ params }: Props) {
  await requireArea("ad");
  const { user } = await params;
  const [t, scope, choices, templates] = await Promise.all([
    getTranslations("access"),
    scopeOrNotFound(user),
    loadChoices(),
    loadTemplates(),
  ]);
  return (
    <Texts of={["access", "proof"]}>
      <PageTitle
        above={<Link href="/ad/access/">{t("title")}</Link>}
        title={scope.name}
        lead={t("scopeLead")}
      />
      <ScopeEditor scope={scope} choices={choices} templates={templates} />
    </Texts>
  );
}
