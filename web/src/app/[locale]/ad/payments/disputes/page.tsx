// Disputes of payments, with our records and the deadline of each.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { DisputeList } from "@/features/payments/components/DisputeList";
import { loadDisputes } from "@/features/payments/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disputesTeam"))("title") };
}

export default async function DisputesPage({ searchParams }: Props) {
  await requireArea("ad");
  const { after } = await searchParams;
  const [t, { disputes, next }, businesses] = await Promise.all([
    getTranslations("disputesTeam"),
    loadDisputes(typeof after === "string" ? after : ""),
    loadBusinesses(await getLocale()),
  ]);
  return (
    <Texts of={["disputesTeam", "paymentsTeam"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {disputes.length === 0 ? (
        <EmptyState icon="check" heading="h2" title={t("none")}>
          <p>{t("noneText")}</p>
        </EmptyState>
      ) : (
        <DisputeList disputes={disputes} zone={businesses[0]?.zone ?? "UTC"} />
      )}
      {next && <ButtonLink href={`/ad/payments/disputes/?after=${next}`}>{t("older")}</ButtonLink>}
    </Texts>
  );
}
