// Payments for the team: filtered, sorted, page by page, and as a file. The address says which.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { businessFilter, filterOf } from "@/components/list/filters";
import { TypedFilter } from "@/components/list/TypedFilter";
import { Button, ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { METHODS, methodNamed, PAYMENT_STATES, stateNamed, type TeamPayment } from "../rules";
import { isWarned } from "../steps";

export const PAYMENT_FILTERS = [
  "state",
  "method",
  "business",
  "number",
  "to_give",
  "first_on",
  "last_on",
] as const;
const STANDARD_SORT = "-made";

type Props = {
  payments: TeamPayment[];
  next: string | null;
  state: ListState;
  businesses: { slug: string; name: string }[];
  zone: string;
  path: string;
  /** Where the orders are that the payments belong to. */
  ordersPath: string;
  file: string;
};

export function PaymentTable({ payments, next, state, businesses, zone, path, ordersPath, file }: Props) {
  const t = useTranslations("payments");
  const tt = useTranslations("paymentsTeam");
  const locale = useLocale();
  const { first_on = "", last_on = "", number = "" } = state.filters;
  const money = (amount: number, currency: string) =>
    formatMoney({ amount, currency }, locale, { exact: true });
  const columns: Column<TeamPayment>[] = [
    {
      key: "order",
      title: tt("order"),
      cell: ({ order_number }) => <Link href={`${ordersPath}${order_number}/`}>{order_number}</Link>,
    },
    { key: "customer", title: tt("customer"), cell: ({ customer_name }) => <bdi>{customer_name}</bdi> },
    {
      key: "made",
      title: tt("made"),
      sort: "made",
      cell: ({ id, created_at }) => (
        <Link href={`${path}${id}/`}>
          {formatDay(created_at, zone, locale)}, {formatTime(created_at, zone, locale)}
        </Link>
      ),
    },
    {
      key: "how",
      title: tt("how"),
      cell: (payment) =>
        payment.paid_with || t(`method.${methodNamed(payment.method)}`, { method: payment.method }),
    },
    {
      key: "state",
      title: tt("stateTitle"),
      cell: (payment) => standing(payment),
    },
    {
      key: "back",
      title: tt("back"),
      end: true,
      cell: (payment) =>
        payment.refunded_amount > 0 ? money(payment.refunded_amount, payment.currency) : "",
    },
    {
      key: "amount",
      title: tt("amount"),
      sort: "amount",
      end: true,
      cell: (payment) => money(payment.amount, payment.currency),
    },
  ];
  function standing(payment: TeamPayment): string {
    const said = ofMoney(payment);
    return payment.is_test ? `${tt("test")} · ${said}` : said;
  }
  function ofMoney(payment: TeamPayment): string {
    const dispute = payment.disputes.find(
      ({ stage }) => stage === "needs_response" || stage === "under_review",
    );
    if (dispute) return tt("disputed");
    if (isWarned(payment)) return tt("warned");
    return tt(`state.${stateNamed(payment.state)}`);
  }
  const filters = [
    filterOf(state, "state", {
      label: tt("stateTitle"),
      every: tt("everyState"),
      choices: PAYMENT_STATES.map((value) => ({ value, label: tt(`state.${value}`) })),
    }),
    filterOf(state, "method", {
      label: tt("how"),
      every: tt("everyWay"),
      choices: METHODS.map((value) => ({ value, label: t(`method.${value}`) })),
    }),
    filterOf(state, "to_give", {
      label: tt("toGiveFilter"),
      every: tt("everyBack"),
      choices: [{ value: "true", label: tt("toGiveOnly") }],
    }),
    ...businessFilter(state, businesses, { label: tt("business"), every: tt("everyBusiness") }),
  ];
  return (
    <FilteredList
      caption={tt("title")}
      path={path}
      state={state}
      standard={STANDARD_SORT}
      filters={filters}
      sorts={[
        { value: "", label: tt("newest") },
        { value: "made", label: tt("oldest") },
        { value: "-amount", label: tt("dearest") },
        { value: "amount", label: tt("cheapest") },
      ]}
      columns={columns}
      rows={payments}
      next={next}
      file={file}
      none={
        <EmptyState
          icon="receipt"
          heading="h2"
          title={tt("noneTitle")}
          action={<ButtonLink href={path}>{tt("all")}</ButtonLink>}
        >
          {first_on && last_on && last_on < first_on ? tt("backwards") : tt("noneText")}
        </EmptyState>
      }
    >
      <TypedFilter name="first_on" label={tt("from")} type="date" value={first_on} />
      <TypedFilter name="last_on" label={tt("to")} type="date" value={last_on} />
      <TypedFilter name="number" label={tt("number")} type="search" value={number} />
      <Button type="submit">{tt("search")}</Button>
    </FilteredList>
  );
}
