// Orders within the manager's scope, as the address asks for them.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { ORDER_FILTERS, OrderTable } from "@/features/orders/components/OrderTable";
import { loadOrderList, ordersFile } from "@/features/orders/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orderList"))("title") };
}

export default async function OrdersPage({ searchParams }: Props) {
  await requireArea("man");
  const state = readList(await searchParams, ORDER_FILTERS);
  const locale = await getLocale();
  const [t, found, businesses] = await Promise.all([
    getTranslations("orderList"),
    loadOrderList(state),
    loadBusinesses(locale),
  ]);
  return (
    <Texts of={["list"]}>
      <PageTitle title={t("title")} lead={t("leadInScope")} />
      <OrderTable
        {...found}
        state={state}
        businesses={businesses}
        path="/man/orders/"
        file={ordersFile(state, locale)}
      />
    </Texts>
  );
}
