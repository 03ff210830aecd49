// All packages that customers have, for administrators: filtered, sorted, page by page, and as a file.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { filterOf } from "@/components/list/filters";
import { TypedFilter } from "@/components/list/TypedFilter";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { formatDate, formatDay } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { PASS_STATES, type PackageRow, type TeamPass } from "../rules";

const STANDARD_SORT = "-made";

type Props = {
  passes: TeamPass[];
  next: string | null;
  packages: readonly PackageRow[];
  state: ListState;
  zone: string;
  path: string;
  file: string;
};

export function PassTable({ passes, next, packages, state, zone, path, file }: Props) {
  const t = useTranslations("packagesTeam");
  const tp = useTranslations("packages");
  const locale = useLocale();
  const columns: Column<TeamPass>[] = [
    {
      key: "package",
      title: t("package"),
      cell: (held) => <Link href={`/ad/packages/${held.id}/`}>{held.name}</Link>,
    },
    { key: "for", title: t("customer"), cell: ({ customer_name }) => <bdi>{customer_name}</bdi> },
    {
      key: "code",
      title: t("code"),
      cell: ({ ending }) => (ending ? `…${ending}` : t("noCode")),
    },
    {
      key: "made",
      title: t("made"),
      sort: "made",
      cell: ({ created_at }) => formatDay(created_at, zone, locale),
    },
    {
      key: "how",
      title: t("how"),
      cell: (held) =>
        held.order_number ? (
          <Link href={`/ad/orders/${held.order_number}/`}>{held.order_number}</Link>
        ) : (
          t("byHand", { name: held.given_by })
        ),
    },
    {
      key: "ends",
      title: t("ends"),
      sort: "ends",
      cell: ({ valid_until }) => (valid_until ? formatDate(valid_until, locale) : t("noEnd")),
    },
    { key: "state", title: t("state"), cell: (held) => tp(`state.${held.state}`) },
    {
      key: "left",
      title: t("left"),
      end: true,
      cell: (held) => `${held.left} / ${held.visits}`,
    },
    {
      key: "amount",
      title: t("amount"),
      end: true,
      cell: ({ amount, currency }) => formatMoney({ amount, currency }, locale, { exact: true }),
    },
  ];
  const filters = [
    filterOf(state, "state", {
      label: t("state"),
      every: t("every"),
      choices: PASS_STATES.map((value) => ({ value, label: tp(`state.${value}`) })),
    }),
    filterOf(state, "package_id", {
      label: t("package"),
      every: t("everyPackage"),
      choices: packages.map(({ id, name }) => ({ value: id, label: name[locale] ?? name.en ?? "" })),
    }),
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
        { value: "made", label: t("oldest") },
        { value: "ends", label: t("endsFirst") },
      ]}
      columns={columns}
      rows={passes}
      next={next}
      file={file}
      none={
        <EmptyState
          icon="tag"
          heading="h2"
          title={t("none")}
          action={<ButtonLink href={path}>{t("all")}</ButtonLink>}
        >
          <p>{t("noneText")}</p>
        </EmptyState>
      }
    >
      <TypedFilter
        name="ending"
        label={t("codeEnds")}
        type="search"
        value={state.filters.ending ?? ""}
        most={4}
      />
    </FilteredList>
  );
}
