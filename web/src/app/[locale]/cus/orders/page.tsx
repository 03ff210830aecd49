// Everything this customer has booked, the newest first, page by page.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { OrderRows } from "@/features/appointments/components/OrderRows";
import { loadOrders } from "@/features/appointments/loaders";
import { EarlierOrders } from "@/features/orders/components/EarlierOrders";
import { requireArea } from "@/features/session/loaders";
import styles from "../../area.module.css";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas.customer"))("ordersTitle") };
}

export default async function OrdersPage({ searchParams }: Props) {
  await requireArea("cus");
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : "";
  const [t, locale, { orders, next }] = await Promise.all([
    getTranslations("areas.customer"),
    getLocale(),
    loadOrders(cursor),
  ]);
  return (
    <>
      <PageTitle title={t("ordersTitle")} lead={t("ordersLead")} />
      <EarlierOrders />
      {orders.length === 0 ? (
        <EmptyState
          icon="receipt"
          heading="h2"
          title={t("noOrdersTitle")}
          action={
            <ButtonLink kind="main" href="/booking/">
              {t("book")}
            </ButtonLink>
          }
        >
          {t("noOrdersText")}
        </EmptyState>
      ) : (
        <OrderRows orders={orders} locale={locale} />
      )}
      <p className={styles.pager}>
        {cursor && <ButtonLink href="/cus/orders/">{t("first")}</ButtonLink>}
        {next && (
          <ButtonLink href={{ pathname: "/cus/orders/", query: { after: next } }}>{t("more")}</ButtonLink>
        )}
      </p>
    </>
  );
}
