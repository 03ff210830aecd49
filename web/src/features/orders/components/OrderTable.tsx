// Orders for the team: filtered, sorted, page by page, and as a file. The address says which.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { businessFilter, filterOf } from "@/components/list/filters";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { formatDay, formatRange } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { isOrderState, isVisit, ORDER_STATES, type Order, STANDARD_SORT } from "../rules";
import { counted } from "../what";

export const ORDER_FILTERS = ["state", "business"] as const;

type Props = {
  orders: Order[];
  next: string | null;
  state: ListState;
  businesses: { slug: string; name: string; zone: string }[];
  /** Where this list is; an order is below it. */
  path: string;
  file: string;
};

export function OrderTable({ orders, next, state, businesses, path, file }: Props) {
  const t = useTranslations("orderList");
  const locale = useLocale();
  const zoneOf = (order: Order) => businesses.find(({ slug }) => slug === order.business)?.zone ?? "UTC";
  const columns: Column<Order>[] = [
    {
      key: "number",
      title: t("number"),
      cell: (order) => <Link href={`${path}${order.number}/`}>{order.number}</Link>,
    },
    {
      key: "customer",
      title: t("customer"),
      sort: "customer",
      cell: (order) => <bdi>{order.customer_name}</bdi>,
    },
    { key: "what", title: t("what"), cell: (order) => counted(order.lines.map(({ name }) => name)) },
    { key: "first", title: t("first"), cell: (order) => firstVisit(order, locale) },
    {
      key: "placed",
      title: t("placed"),
      sort: "placed",
      cell: (order) => formatDay(order.placed_at, zoneOf(order), locale),
    },
    {
      key: "state",
      title: t("stateTitle"),
      cell: (order) => {
        const said = isOrderState(order.state) ? t(`state.${order.state}`) : order.state;
        return [order.is_test ? t("test") : "", order.in_review ? t("held") : said]
          .filter(Boolean)
          .join(" · ");
      },
    },
    {
      key: "total",
      title: t("total"),
      sort: "total",
      end: true,
      cell: ({ total_amount, currency }) =>
        formatMoney({ amount: total_amount, currency }, locale, { exact: true }),
    },
  ];
  const filters = [
    filterOf(state, "state", {
      label: t("stateTitle"),
      every: t("everyState"),
      choices: ORDER_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
    }),
    ...businessFilter(state, businesses, { label: t("business"), every: t("everyBusiness") }),
  ];
  return (
    <FilteredList
      caption={t("title")}
      path={path}
      state={state}
      standard={STANDARD_SORT}
      filters={filters}
      sorts={[
        { value: "", label: t("newest") },
        { value: "placed", label: t("oldest") },
        { value: "customer", label: t("byCustomer") },
        { value: "-customer", label: t("byCustomerBack") },
        { value: "-total", label: t("dearest") },
        { value: "total", label: t("cheapest") },
      ]}
      columns={columns}
      rows={orders}
      next={next}
      file={file}
      none={
        <EmptyState
          icon="receipt"
          heading="h2"
          title={t("noneTitle")}
          action={<ButtonLink href={path}>{t("all")}</ButtonLink>}
        >
          {t("noneText")}
        </EmptyState>
      }
    />
  );
}

function firstVisit(order: Order, locale: string): string {
  const [first] = order.lines
    .filter(isVisit)
    .sort((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at));
  return first ? formatRange(first.starts_at, first.ends_at, first.zone, locale) : "";
}
