// Invoices and credit notes: filtered, sorted, page by page, and as a file. The address says which. For the team, and for a
// customer their own.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { businessFilter, filterOf } from "@/components/list/filters";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { formatDateShort } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { INVOICE_STATES, type Invoice } from "../rules";
import styles from "./invoices.module.css";

export const INVOICE_FILTERS = ["state", "business"] as const;
const STANDARD_SORT = "-issued";

type Props = {
  invoices: Invoice[];
  next: string | null;
  state: ListState;
  businesses: readonly { slug: string; name: string }[];
  area: "ad" | "cus";
  file: string;
};

export function InvoiceTable({ invoices, next, state, businesses, area, file }: Props) {
  const t = useTranslations("invoices");
  const locale = useLocale();
  const path = `/${area}/invoices/`;
  const money = (amount: number, { currency }: Invoice) =>
    formatMoney({ amount, currency }, locale, { exact: true });
  const date = (on: string | null) => (on ? formatDateShort(on, locale) : "");
  const whose: Column<Invoice>[] = [
    {
      key: "customer",
      title: t("customer"),
      sort: "customer",
      cell: ({ customer_id, customer_name }) => (
        <Link href={`/ad/customers/${customer_id}/statement/`}>
          <bdi>{customer_name}</bdi>
        </Link>
      ),
    },
  ];
  const columns: Column<Invoice>[] = [
    {
      key: "number",
      title: t("number"),
      cell: ({ number, pdf_url }) => (
        <a href={pdf_url} target="_blank" rel="noopener" className={styles.number}>
          {number}
        </a>
      ),
    },
    { key: "issued", title: t("issued"), sort: "issued", cell: ({ issued_on }) => date(issued_on) },
    ...(area === "ad" ? whose : []),
    {
      key: "order",
      title: t("order"),
      cell: ({ order_number }) => <Link href={`/${area}/orders/${order_number}/`}>{order_number}</Link>,
    },
    {
      key: "state",
      title: t("stateTitle"),
      cell: ({ state: standing, corrects, is_test }) => (
        <span className={standing === "overdue" ? styles.late : undefined}>
          {is_test && `${t("test")} · `}
          {t(`state.${standing}`)}
          {corrects && <span className={styles.beneath}>{corrects}</span>}
        </span>
      ),
    },
    { key: "due", title: t("dueOn"), sort: "due", cell: ({ due_on }) => date(due_on) },
    {
      key: "open",
      title: t("open"),
      end: true,
      cell: (row) =>
        row.due_amount !== 0 && <span className={styles.figure}>{money(row.due_amount, row)}</span>,
    },
    {
      key: "total",
      title: t("total"),
      sort: "total",
      end: true,
      cell: (row) => (
        <span className={styles.figure}>
          {money(row.kind === "credit_note" ? -row.total_amount : row.total_amount, row)}
        </span>
      ),
    },
  ];
  return (
    <FilteredList
      caption={t("title")}
      path={path}
      state={state}
      standard={STANDARD_SORT}
      filters={[
        filterOf(state, "state", {
          label: t("stateTitle"),
          every: t("everyState"),
          choices: INVOICE_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
        }),
        ...businessFilter(state, businesses, { label: t("business"), every: t("everyBusiness") }),
      ]}
      sorts={[
        { value: "", label: t("newest") },
        { value: "issued", label: t("oldest") },
        { value: "due", label: t("dueFirst") },
        { value: "-total", label: t("largest") },
      ]}
      columns={columns}
      rows={invoices}
      next={next}
      file={file}
      none={
        <EmptyState
          icon="receipt"
          heading="h2"
          title={t("noneTitle")}
          action={<ButtonLink href={path}>{t("all")}</ButtonLink>}
        >
          {t(area === "ad" ? "noneText" : "noneOwn")}
        </EmptyState>
      }
    />
  );
}
