// What happened: who, when, what, about whom, and what was and is. The address says what is looked for.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { businessFilter, filterOf } from "@/components/list/filters";
import { TypedFilter } from "@/components/list/TypedFilter";
import { Button, ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { type AuditEvent, type Choices, eventKey, ROLES, STANDARD_SORT } from "../rules";
import styles from "./audit.module.css";
import { EventDetails } from "./EventDetails";

export const PATH = "/ad/audit/";

type Props = {
  events: AuditEvent[];
  next: string | null;
  state: ListState;
  choices: Choices;
  businesses: { slug: string; name: string }[];
  zone: string;
  file: string;
};

export function AuditTable({ events, next, state, choices, businesses, zone, file }: Props) {
  const t = useTranslations("audit");
  const locale = useLocale();
  const { first_on = "", last_on = "", number = "", person_id = "" } = state.filters;
  const eventName = (name: string) => (t.has(eventKey(name)) ? t(eventKey(name)) : name);
  const columns: Column<AuditEvent>[] = [
    {
      key: "when",
      title: t("when"),
      sort: "when",
      cell: ({ at }) => (
        <time dateTime={at} className={styles.when}>
          {formatDay(at, zone, locale, { year: true })}, {formatTime(at, zone, locale)}
        </time>
      ),
    },
    { key: "who", title: t("who"), cell: ({ who, role }) => <bdi>{who || t(`role.${role}`)}</bdi> },
    {
      key: "what",
      title: t("what"),
      sort: "kind",
      cell: ({ name, business }) => (
        <>
          <strong>{eventName(name)}</strong>
          {business && <span className={styles.business}> {business}</span>}
        </>
      ),
    },
    {
      key: "details",
      title: t("details"),
      cell: (event) => <EventDetails event={event} zone={zone} />,
    },
  ];
  const kinds = choices.kinds
    .map((value) => ({ value, label: eventName(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <FilteredList
      caption={t("title")}
      path={PATH}
      state={state}
      standard={STANDARD_SORT}
      filters={[
        filterOf(state, "who", {
          label: t("who"),
          every: t("everybody"),
          choices: [
            ...choices.team.map(({ id, name, kind }) => ({
              value: id,
              label: `${name} (${t(`kind.${kind}`)})`,
            })),
            ...ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })),
          ],
        }),
        filterOf(state, "kind", { label: t("what"), every: t("everyKind"), choices: kinds }),
        ...businessFilter(state, businesses, { label: t("business"), every: t("everyBusiness") }),
      ]}
      sorts={[
        { value: "", label: t("newest") },
        { value: "when", label: t("oldest") },
        { value: "kind", label: t("byKind") },
      ]}
      columns={columns}
      rows={events}
      next={next}
      file={file}
      none={
        <EmptyState
          icon="search"
          heading="h2"
          title={t("noneTitle")}
          action={<ButtonLink href={PATH}>{t("all")}</ButtonLink>}
        >
          {first_on && last_on && last_on < first_on ? t("backwards") : t("noneText")}
        </EmptyState>
      }
    >
      {person_id && <input type="hidden" name="person_id" value={person_id} />}
      <TypedFilter name="first_on" label={t("from")} type="date" value={first_on} />
      <TypedFilter name="last_on" label={t("to")} type="date" value={last_on} />
      <TypedFilter name="number" label={t("number")} type="search" value={number} />
      <Button type="submit">{t("search")}</Button>
    </FilteredList>
  );
}
