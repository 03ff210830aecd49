// Payments of orders of which the manager may give money back, as the address asks for them.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { PAYMENT_FILTERS, PaymentTable } from "@/features/payments/components/PaymentTable";
import { loadPayments, paymentsFile } from "@/features/payments/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paymentsTeam"))("title") };
}

export default async function PaymentsPage({ searchParams }: Props) {
  await requireArea("man");
  const state = readList(await searchParams, PAYMENT_FILTERS);
  const locale = await getLocale();
  const businesses = await loadBusinesses(locale);
  const chosen = businesses.find(({ slug }) => slug === state.filters.business) ?? businesses[0];
  const zone = chosen?.zone ?? "UTC";
  const [t, found] = await Promise.all([getTranslations("paymentsTeam"), loadPayments(state, zone)]);
  return (
    <Texts of={["list"]}>
      <PageTitle title={t("title")} lead={t("leadInScope")} />
      <PaymentTable
        {...found}
        state={state}
        businesses={businesses}
        zone={zone}
        path="/man/payments/"
        ordersPath="/man/orders/"
        file={paymentsFile(state, zone, locale)}
      />
    </Texts>
  );
}
