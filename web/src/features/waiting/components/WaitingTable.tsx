// Who waits, for the team: filtered, sorted, page by page, and as a file. The address says which.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { businessFilter, filterOf } from "@/components/list/filters";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { STANDARD_SORT, type TeamEntry, WAITING_STATES, windowWords } from "../rules";

export const WAITING_FILTERS = ["state", "business", "service"] as const;

type Named = { slug: string; name: string };
type Props = {
  entries: TeamEntry[];
  next: string | null;
  state: ListState;
  businesses: Named[];
  services: Named[];
  /** Where this list is; an entry is below it. */
  path: string;
  file: string;
};

export function WaitingTable({ entries, next, state, businesses, services, path, file }: Props) {
  const t = useTranslations("waitingTeam");
  const tw = useTranslations("waiting");
  const locale = useLocale();
  const columns: Column<TeamEntry>[] = [
    {
      key: "name",
      title: t("name"),
      cell: (entry) => (
        <Link href={`${path}${entry.id}/`}>
          <bdi>{entry.name}</bdi>
        </Link>
      ),
    },
    { key: "what", title: t("what"), cell: (entry) => entry.names.join(" + ") },
    { key: "first", title: t("when"), sort: "first", cell: (entry) => windowWords(entry, locale) },
    {
      key: "who",
      title: tw("who"),
      cell: (entry) => entry.staff.map(({ name }) => name).join(", ") || tw("anyone"),
    },
    {
      key: "joined",
      title: tw("since"),
      sort: "joined",
      cell: (entry) =>
        `${formatDay(entry.joined_at, entry.zone, locale)}, ${formatTime(entry.joined_at, entry.zone, locale)}`,
    },
    { key: "state", title: t("stateTitle"), cell: (entry) => t(`state.${entry.state}`) },
  ];
  const filters = [
    filterOf(state, "state", {
      label: t("stateTitle"),
      every: t("everyState"),
      choices: WAITING_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
    }),
    filterOf(state, "service", {
      label: t("what"),
      every: t("everyService"),
      choices: services.map(({ slug, name }) => ({ value: slug, label: name })),
    }),
    ...businessFilter(state, businesses, { label: t("business"), every: t("everyBusiness") }),
  ];
  const isNarrowed = Object.keys(state.filters).length > 0;
  return (
    <FilteredList
      caption={t("title")}
      path={path}
      state={state}
      standard={STANDARD_SORT}
      filters={filters}
      sorts={[
        { value: "", label: t("longest") },
        { value: "-joined", label: t("shortest") },
        { value: "first", label: t("soonest") },
        { value: "last", label: t("endsFirst") },
      ]}
      columns={columns}
      rows={entries}
      next={next}
      file={file}
      none={
        <EmptyState
          icon="clock"
          heading="h2"
          title={t(isNarrowed ? "noneFits" : "none")}
          action={isNarrowed && <ButtonLink href={path}>{t("all")}</ButtonLink>}
        >
          {t(isNarrowed ? "noneFitsText" : "noneText")}
        </EmptyState>
      }
    />
  );
}
