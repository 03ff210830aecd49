// Services for their editors: filtered, sorted, page by page, and as a file.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { businessFilter, filterOf } from "@/components/list/filters";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { SERVICE_SORT, type ServiceRow } from "../../editing";
import { useLength } from "../useLength";

const PATH = "/ad/catalogue/";

type Props = {
  services: ServiceRow[];
  next: string | null;
  state: ListState;
  businesses: { slug: string; name: string }[];
  file: string;
};

export function ServiceTable({ services, next, state, businesses, file }: Props) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const length = useLength();
  const columns: Column<ServiceRow>[] = [
    {
      key: "name",
      title: t("service"),
      sort: "name",
      cell: ({ id, name }) => <Link href={`${PATH}services/${id}/`}>{name}</Link>,
    },
    { key: "category", title: t("category"), cell: ({ category }) => category },
    { key: "business", title: t("business"), cell: ({ business_name }) => business_name },
    {
      key: "length",
      title: t("length"),
      sort: "length",
      cell: ({ duration_minutes }) => length(duration_minutes),
    },
    { key: "people", title: t("people"), cell: ({ people }) => t("peopleCount", { count: people }) },
    {
      key: "state",
      title: t("state"),
      cell: (row) => t(row.archived_at ? "isArchived" : row.is_visible ? "isShown" : "isHidden"),
    },
    {
      key: "price",
      title: t("price"),
      sort: "price",
      end: true,
      cell: ({ price_amount, currency }) =>
        formatMoney({ amount: price_amount, currency }, locale, { exact: true }),
    },
  ];
  const filters = [
    filterOf(state, "state", {
      label: t("state"),
      every: t("current"),
      choices: [
        { value: "archived", label: t("archived") },
        { value: "all", label: t("all") },
      ],
    }),
    ...businessFilter(state, businesses, { label: t("business"), every: t("everyBusiness") }),
  ];
  return (
    <FilteredList
      caption={t("title")}
      path={PATH}
      state={state}
      standard={SERVICE_SORT}
      filters={filters}
      sorts={[
        { value: "", label: t("arranged") },
        { value: "name", label: t("byName") },
        { value: "price", label: t("cheapest") },
        { value: "-price", label: t("dearest") },
      ]}
      columns={columns}
      rows={services}
      next={next}
      file={file}
      none={
        <EmptyState
          icon="receipt"
          heading="h2"
          title={t("noneTitle")}
          action={<ButtonLink href={`${PATH}services/new/`}>{t("newService")}</ButtonLink>}
        >
          {t("noneText")}
        </EmptyState>
      }
    />
  );
}
