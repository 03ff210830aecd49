"use client";
// All customers whom the reader looks after, by one search box, their state and their tags.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { filterOf } from "@/components/list/filters";
import { ButtonLink } from "@/components/ui/Button";
import { formatDay } from "@/lib/datetime/format";
import { readablePhone } from "@/lib/phone";
import type { CustomerRow, Page } from "../rules";
import styles from "./customers.module.css";
import { SearchedList } from "./SearchedList";

type Props = { first: Page; state: ListState; tags: string[]; path: string; file: string };

const ZONE = "Europe/London";

export function CustomerList({ first, state, tags, path, file }: Props) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const columns: Column<CustomerRow>[] = [
    {
      key: "reach",
      title: t("reach"),
      cell: ({ phone, email }) =>
        phone || email ? (
          <>
            {phone && <span className={styles.reach}>{readablePhone(phone)}</span>}
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
  const archived = filterOf(state, "archived", {
    label: t("stateTitle"),
    every: t("current"),
    choices: [{ value: "yes", label: t("archived") }],
  });
  const tag = filterOf(state, "tag", {
    label: t("tag"),
    every: t("everyTag"),
    choices: tags.map((name) => ({ value: name, label: name })),
  });
  return (
    <SearchedList
      first={first}
      state={state}
      path={path}
      file={file}
      help={t("searchHelp")}
      filters={tags.length > 0 ? [archived, tag] : [archived]}
      sorts={[
        { value: "", label: t("byName") },
        { value: "-recorded", label: t("newest") },
      ]}
      columns={columns}
      none={{
        text: t("noneText"),
        found: t("noneFoundText"),
        action: <ButtonLink href={`${path}new/`}>{t("new")}</ButtonLink>,
      }}
    />
  );
}
