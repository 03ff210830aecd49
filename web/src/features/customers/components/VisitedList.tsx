"use client";
// Those whom a staff member visits or did visit lately, found by name. What is typed, which is personal, stands in no
// address that a server sees.
import { useLocale, useTranslations } from "next-intl";
import type { ListState, Query } from "@/components/list/address";
import { type Column, DataTable } from "@/components/list/DataTable";
import { FilterBar } from "@/components/list/FilterBar";
import { ListFoot } from "@/components/list/ListFoot";
import { Button, ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { formatDay } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { type CustomerRow, type Page, STANDARD_SORT } from "../rules";
import styles from "./customers.module.css";
import { useSearch } from "./useSearch";

const PATH = "/st/customers/";

type Props = { first: Page; state: ListState; zone: string };

export function VisitedList({ first, state, zone }: Props) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const { sort } = state;
  const { text, type, page, busy, problem, more } = useSearch({
    first,
    tag: "",
    archived: false,
    sort,
    keepsText: true,
  });
  const hrefOf = (query: Query) => `${PATH}?${new URLSearchParams(query)}`.replace(/\?$/, "");
  const day = (at: string | null) => (at ? formatDay(at, zone, locale, { year: true }) : "");
  const columns: Column<CustomerRow>[] = [
    {
      key: "name",
      title: t("name"),
      sort: "name",
      cell: ({ id, name }) => (
        <Link href={`${PATH}${id}/`}>
          <bdi>{name}</bdi>
        </Link>
      ),
    },
    { key: "next", title: t("next"), sort: "next", cell: (row) => day(row.next_visit_at) },
    { key: "last", title: t("last"), sort: "last", cell: (row) => day(row.last_visit_at) },
  ];
  return (
    <>
      <search className={styles.search}>
        <TextField
          name="customer-search"
          label={t("search")}
          help={t("visited.searchHelp")}
          type="search"
          required={false}
          maxLength={120}
          autoComplete="off"
          dir="auto"
          value={text}
          onChange={({ currentTarget }) => type(currentTarget.value)}
        />
      </search>
      <FilterBar
        path={PATH}
        filters={[]}
        sort={sort}
        sorts={[
          { value: "", label: t("byName") },
          { value: "next", label: t("visited.byNext") },
          { value: "-last", label: t("visited.byLast") },
        ]}
      />
      {problem && <ProblemNotice problem={problem} />}
      {page.customers.length === 0 && !busy ? (
        <EmptyState
          icon="person"
          heading="h2"
          title={t(text ? "noneFound" : "none")}
          action={<ButtonLink href="/st/calendar/">{t("visited.toCalendar")}</ButtonLink>}
        >
          {t(text ? "visited.noneFoundText" : "visited.noneText")}
        </EmptyState>
      ) : (
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={page.customers}
          keyOf={({ id }) => id}
          state={state}
          standard={STANDARD_SORT}
          hrefOf={hrefOf}
          busy={busy}
        />
      )}
      <ListFoot
        state={state}
        count={page.customers.length}
        next={text ? null : page.next}
        hrefOf={hrefOf}
        file={text && page.next ? <Button onClick={more}>{t("more")}</Button> : undefined}
      />
    </>
  );
}
