// The people one looks after: filtered, sorted, page by page, and as a file. The address says which.
import { useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { businessFilter, filterOf } from "@/components/list/filters";
import { TypedFilter } from "@/components/list/TypedFilter";
import { Button, ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Face } from "@/features/catalog/components/Face";
import { Link } from "@/lib/i18n/navigation";
import { STANDARD_SORT, type StaffRecord, stateOf } from "../rules";
import styles from "./people.module.css";

type Props = {
  records: StaffRecord[];
  next: string | null;
  state: ListState;
  businesses: { slug: string; name: string }[];
  language: string;
  /** Where this list is; a record is below it. */
  path: string;
  file: string;
};

export function StaffTable({ records, next, state, businesses, language, path, file }: Props) {
  const t = useTranslations("staffRecords");
  const columns: Column<StaffRecord>[] = [
    {
      key: "name",
      title: t("name"),
      sort: "name",
      cell: ({ id, name, photo_url }) => (
        <Link href={`${path}${id}/`}>
          <span className={styles.person}>
            <Face name={name} photoUrl={photo_url} size={36} />
            <bdi>{name}</bdi>
          </span>
        </Link>
      ),
    },
    { key: "title", title: t("titleField"), cell: ({ title }) => title[language] ?? title.en ?? "" },
    { key: "business", title: t("business"), sort: "business", cell: ({ business_name }) => business_name },
    { key: "place", title: t("place"), cell: ({ location }) => location },
    { key: "state", title: t("stateTitle"), cell: (record) => t(`state.${stateOf(record)}`) },
  ];
  const { text = "" } = state.filters;
  return (
    <FilteredList
      caption={t("title")}
      path={path}
      state={state}
      standard={STANDARD_SORT}
      filters={[
        filterOf(state, "state", {
          label: t("stateTitle"),
          every: t("active"),
          choices: [
            { value: "archived", label: t("archived") },
            { value: "all", label: t("everybody") },
          ],
        }),
        ...businessFilter(state, businesses, { label: t("business"), every: t("everyBusiness") }),
      ]}
      sorts={[
        { value: "", label: t("byName") },
        { value: "-name", label: t("byNameBack") },
        { value: "business", label: t("byBusiness") },
        { value: "-added", label: t("newest") },
      ]}
      columns={columns}
      rows={records}
      next={next}
      file={file}
      none={
        <EmptyState
          icon="person"
          heading="h2"
          title={t("noneTitle")}
          action={<ButtonLink href={path}>{t("all")}</ButtonLink>}
        >
          {t("noneText")}
        </EmptyState>
      }
    >
      <TypedFilter name="text" label={t("search")} type="search" value={text} />
      <Button type="submit">{t("find")}</Button>
    </FilteredList>
  );
}
