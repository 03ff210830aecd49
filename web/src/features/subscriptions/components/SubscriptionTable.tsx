// Subscriptions for the team: filtered, sorted, page by page, and as a file. The address says which.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { filterOf } from "@/components/list/filters";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { formatDay } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { isSubscriptionState, SUBSCRIPTION_STATES, type Subscription } from "../rules";
import { useRhythm } from "./useRhythm";

export const SUBSCRIPTION_FILTERS = ["state", "business"] as const;
const STANDARD_SORT = "-started";

type Props = {
  subscriptions: Subscription[];
  next: string | null;
  state: ListState;
  businesses: { slug: string; name: string }[];
  path: string;
  file: string;
};

export function SubscriptionTable({ subscriptions, next, state, businesses, path, file }: Props) {
  const t = useTranslations("subscriptions");
  const words = useRhythm();
  const locale = useLocale();
  const columns: Column<Subscription>[] = [
    {
      key: "customer",
      title: t("customer"),
      sort: "customer",
      cell: (row) => (
        <Link href={`${path}${row.id}/`}>
          <bdi>{row.customer_name}</bdi>
        </Link>
      ),
    },
    { key: "what", title: t("what"), cell: (row) => row.name },
    { key: "rhythm", title: t("howOften"), cell: (row) => words(row) },
    {
      key: "started",
      title: t("started"),
      sort: "started",
      cell: (row) => formatDay(row.started_at, row.zone, locale),
    },
    {
      key: "next",
      title: t("nextTitle"),
      cell: (row) => (row.next_at ? formatDay(row.next_at, row.zone, locale) : "–"),
    },
    {
      key: "state",
      title: t("stateTitle"),
      cell: (row) => (isSubscriptionState(row.state) ? t(`state.${row.state}`) : row.state),
    },
    {
      key: "price",
      title: t("each"),
      end: true,
      cell: (row) =>
        formatMoney({ amount: row.price_amount, currency: row.currency }, locale, { exact: true }),
    },
  ];
  const filters = [
    filterOf(state, "state", {
      label: t("stateTitle"),
      every: t("everyState"),
      choices: SUBSCRIPTION_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
    }),
    filterOf(state, "business", {
      label: t("business"),
      every: t("everyBusiness"),
      choices: businesses.map(({ slug, name }) => ({ value: slug, label: name })),
    }),
  ];
  return (
    <FilteredList
      caption={t("listTitle")}
      path={path}
      state={state}
      standard={STANDARD_SORT}
      filters={filters}
      sorts={[
        { value: "", label: t("newest") },
        { value: "started", label: t("oldest") },
        { value: "customer", label: t("byCustomer") },
      ]}
      columns={columns}
      rows={subscriptions}
      next={next}
      file={file}
      none={
        <EmptyState
          icon="calendar"
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
