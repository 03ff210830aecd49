// Who takes the money for us: our keys at payment companies, and the messages they sent.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { withoutEmpty } from "@/components/list/address";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { AccountCard } from "@/features/payments/components/AccountCard";
import { CompanyOrder } from "@/features/payments/components/CompanyOrder";
import { NoticeFilters } from "@/features/payments/components/NoticeFilters";
import { NoticeList } from "@/features/payments/components/NoticeList";
import { loadAccounts, loadChecklists, loadNotices } from "@/features/payments/loaders";
import { noticesWanted, placesOf } from "@/features/payments/rules";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paymentsTeam"))("companies") };
}

export default async function CompaniesPage({ searchParams }: Props) {
  await requireArea("ad");
  const asked = await searchParams;
  const wanted = noticesWanted(asked);
  const [t, accounts, checklists, { notices, next }, businesses] = await Promise.all([
    getTranslations("paymentsTeam"),
    loadAccounts(),
    loadChecklists(),
    loadNotices(wanted, typeof asked.after === "string" ? asked.after : ""),
    loadBusinesses(await getLocale()),
  ]);
  const kept = withoutEmpty({ ...wanted, unhandled: wanted.unhandled ? "1" : "", after: next ?? "" });
  const older = `/ad/payments/companies/?${new URLSearchParams(kept)}`;
  return (
    <Texts of={["payments", "paymentsTeam", "proof"]}>
      <PageTitle title={t("companies")} lead={t("companiesLead")} />
      {placesOf(accounts).map(({ method, places }) => (
        <CompanyOrder key={method} method={method} places={places} />
      ))}
      {accounts.map((account) => (
        <AccountCard
          key={`${account.provider} ${account.mode}`}
          account={account}
          checklist={checklists.find(
            ({ provider, mode }) => provider === account.provider && mode === account.mode,
          )}
        />
      ))}
      <section aria-labelledby="notices">
        <h2 id="notices">{t("notices")}</h2>
        <NoticeFilters wanted={wanted} providers={[...new Set(accounts.map(({ provider }) => provider))]} />
        <NoticeList notices={notices} zone={businesses[0]?.zone ?? "UTC"} />
        {next && <ButtonLink href={older}>{t("older")}</ButtonLink>}
      </section>
    </Texts>
  );
}
