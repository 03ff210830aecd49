"use client";
// The list with its one search box. Filters stand in the address; what is typed, which is personal, does not.
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

type Props = { first: Page; state: ListState; tags: string[]; path: string };

const ZONE = "Europe/London";

export function CustomerList({ first, state, tags, path }: Props) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const { tag = "", archived = "" } = state.filters;
  const { text, type, page, busy, problem, more } = useSearch({
    first,
    tag,
    archived: archived === "yes",
    sort: state.sort,
    keepsText: true,
  });
  const hrefOf = (query: Query) => `${path}?${new URLSearchParams(query)}`.replace(/\?$/, "");
  const columns: Column<CustomerRow>[] = [
    {
      key: "name",
      title: t("name"),
      sort: "name",
      cell: ({ id, name }) => (
        <Link href={`${path}${id}/`}>
          <bdi>{name}</bdi>
        </Link>
      ),
    },
    {
      key: "reach",
      title: t("reach"),
      cell: ({ phone, email }) =>
        phone || email ? (
          <>
            {phone && <span className={styles.reach}>{phone}</span>}
            {email && <span className={styles.reach}>{email}</span>}
          </>
        ) : null,
    },
    {
      key: "where",
      title: t("where"),
      cell: ({ town, postcode }) => [town, postcode].filter(Boolean).join(", "),
    },
    { key: "tags", title: t("tags"), cell: (row) => row.tags.join(", ") },
    {
      key: "next",
      title: t("next"),
      cell: ({ next_visit_at: at }) => (at ? formatDay(at, ZONE, locale) : ""),
    },
    {
      key: "recorded",
      title: t("recordedOn"),
      sort: "recorded",
      cell: ({ recorded_at: at }) => formatDay(at, ZONE, locale, { year: true }),
    },
  ];
  const filters = [
    {
      name: "archived",
      label: t("stateTitle"),
      value: archived,
      choices: [
        { value: "", label: t("current") },
        { value: "yes", label: t("archived") },
      ],
    },
    {
      name: "tag",
      label: t("tag"),
      value: tag,
      choices: [{ value: "", label: t("everyTag") }, ...tags.map((name) => ({ value: name, label: name }))],
    },
  ];
  return (
    <>
      <search className={styles.search}>
        <TextField
          name="customer-search"
          label={t("search")}
          help={t("searchHelp")}
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
        path={path}
        filters={tags.length > 0 ? filters : filters.slice(0, 1)}
        sort={state.sort}
        sorts={[
          { value: "", label: t("byName") },
          { value: "-recorded", label: t("newest") },
        ]}
      />
      {problem && <ProblemNotice problem={problem} />}
      {page.customers.length === 0 && !busy ? (
        <EmptyState
          icon="person"
          heading="h2"
          title={t(text ? "noneFound" : "none")}
          action={<ButtonLink href={`${path}new/`}>{t("new")}</ButtonLink>}
        >
          {t(text ? "noneFoundText" : "noneText")}
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
