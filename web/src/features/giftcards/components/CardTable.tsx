// All gift cards for administrators: filtered, sorted, page by page, and as a file. The address says which.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { businessFilter, filterOf } from "@/components/list/filters";
import { TypedFilter } from "@/components/list/TypedFilter";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { formatDay } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import type { TeamCard } from "../rules";

const STANDARD_SORT = "-made";
const STATES = ["issued", "unpaid", "stopped", "voided"] as const;

type Props = {
  cards: TeamCard[];
  next: string | null;
  businesses: readonly { slug: string; name: string }[];
  state: ListState;
  zone: string;
  path: string;
  /** Where the same list is as a file. */
  file: string;
};

export function CardTable({ cards, next, businesses, state, zone, path, file }: Props) {
  const t = useTranslations("giftCardsTeam");
  const tc = useTranslations("giftCards");
  const locale = useLocale();
  const money = (amount: number, currency: string) =>
    formatMoney({ amount, currency }, locale, { exact: true });
  const columns: Column<TeamCard>[] = [
    {
      key: "card",
      title: t("card"),
      cell: (card) => (
        <Link href={`/ad/gift-cards/${card.id}/`}>{card.ending ? `…${card.ending}` : t("noCode")}</Link>
      ),
    },
    { key: "for", title: t("for"), cell: ({ recipient_name }) => <bdi>{recipient_name}</bdi> },
    {
      key: "made",
      title: t("made"),
      sort: "made",
      cell: ({ created_at }) => formatDay(created_at, zone, locale),
    },
    {
      key: "how",
      title: t("how"),
      cell: (card) =>
        card.order_number ? (
          <Link href={`/ad/orders/${card.order_number}/`}>{card.order_number}</Link>
        ) : (
          t("byHand", { name: card.given_by })
        ),
    },
    { key: "state", title: t("state"), cell: (card) => tc(`state.${card.state}`) },
    {
      key: "amount",
      title: t("amount"),
      sort: "amount",
      end: true,
      cell: (card) => money(card.amount, card.currency),
    },
    {
      key: "left",
      title: t("left"),
      end: true,
      cell: (card) => money(card.balance_amount, card.currency),
    },
  ];
  const filters = [
    filterOf(state, "state", {
      label: t("state"),
      every: t("every"),
      choices: STATES.map((value) => ({ value, label: t(`filter.${value}`) })),
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
        { value: "made", label: t("oldest") },
        { value: "-amount", label: t("dearest") },
        { value: "amount", label: t("cheapest") },
      ]}
      columns={columns}
      rows={cards}
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
