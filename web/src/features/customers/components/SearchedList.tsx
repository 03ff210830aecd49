"use client";
// A list of customers with its one search box. Filters stand in the address; what is typed, which is personal, does not.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListState, Query } from "@/components/list/address";
import { type Column, DataTable } from "@/components/list/DataTable";
import { type Choice, type Filter, FilterBar } from "@/components/list/FilterBar";
import { FileLink, ListFoot } from "@/components/list/ListFoot";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Link } from "@/lib/i18n/navigation";
import { type CustomerRow, type Page, STANDARD_SORT } from "../rules";
import styles from "./customers.module.css";
import { useSearch } from "./useSearch";

type Props = {
  first: Page;
  state: ListState;
  path: string;
  /** The list as a file, as its filters have it: what is typed has no place in an address. */
  file?: string;
  /** What can be typed into the box. */
  help: string;
  filters: Filter[];
  sorts: Choice[];
  /** What stands beside the name. */
  columns: Column<CustomerRow>[];
  /** What to say where the list is empty, and where nobody was found. */
  none: { text: string; found: string; action: ReactNode };
};

export function SearchedList({ first, state, path, file, help, filters, sorts, columns, none }: Props) {
  const t = useTranslations("customers");
  const { tag = "", archived = "" } = state.filters;
  const { text, type, page, busy, problem, more } = useSearch({
    first,
    tag,
    archived: archived === "yes",
    sort: state.sort,
    keepsText: true,
  });
  const hrefOf = (query: Query) => `${path}?${new URLSearchParams(query)}`.replace(/\?$/, "");
  const name: Column<CustomerRow> = {
    key: "name",
    title: t("name"),
    sort: "name",
    cell: (row) => (
      <Link href={`${path}${row.id}/`}>
        <bdi>{row.name}</bdi>
      </Link>
    ),
  };
  return (
    <>
      <search className={styles.search}>
        <TextField
          name="customer-search"
          label={t("search")}
          help={help}
          type="search"
          required={false}
          maxLength={120}
          autoComplete="off"
          dir="auto"
          value={text}
          onChange={({ currentTarget }) => type(currentTarget.value)}
        />
      </search>
      <FilterBar path={path} filters={filters} sort={state.sort} sorts={sorts} />
      {problem && <ProblemNotice problem={problem} />}
      {page.customers.length === 0 && !busy ? (
        <EmptyState icon="person" heading="h2" title={t(text ? "noneFound" : "none")} action={none.action}>
          {text ? none.found : none.text}
        </EmptyState>
      ) : (
        <DataTable
          caption={t("title")}
          columns={[name, ...columns]}
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
        file={
          text
            ? page.next && <Button onClick={more}>{t("more")}</Button>
            : file && page.customers.length > 0 && <FileLink href={file} />
        }
      />
    </>
  );
}
