// Time off for those who answer it: what waits first, the rest by its state. The address says which.
import { useLocale, useTranslations } from "next-intl";
import type { ListState, Query } from "@/components/list/address";
import { type Column, DataTable } from "@/components/list/DataTable";
import { FilterBar } from "@/components/list/FilterBar";
import { FileLink, ListFoot } from "@/components/list/ListFoot";
import { EmptyState } from "@/components/ui/EmptyState";
import { useSpell } from "@/features/staff/components/useSpell";
import { formatDay } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { type Absence, STATES, standardSort } from "../rules";
import { Answer } from "./Answer";

type Props = {
  absences: Absence[];
  next: string | null;
  state: ListState;
  area: "ad" | "man";
  file: string;
};

export function AbsenceTable({ absences, next, state, area, file }: Props) {
  const t = useTranslations("timeoff");
  const locale = useLocale();
  const spell = useSpell();
  const path = `/${area}/time-off/`;
  const hrefOf = (query: Query) => {
    const search = new URLSearchParams(query).toString();
    return search ? `${path}?${search}` : path;
  };
  const columns: Column<Absence>[] = [
    {
      key: "who",
      title: t("who"),
      sort: "name",
      cell: ({ staff_member_id, staff_name }) => (
        <Link href={`/${area}/staff/${staff_member_id}/hours/`}>
          <bdi>{staff_name}</bdi>
        </Link>
      ),
    },
    { key: "when", title: t("when"), sort: "starts", cell: (row) => spell(row, row.zone) },
    { key: "reason", title: t("reason"), cell: ({ reason }) => <bdi>{reason}</bdi> },
    {
      key: "visits",
      title: t("visits"),
      cell: ({ visits }) => (visits === null ? "" : t("visitsCount", { count: visits ?? 0 })),
    },
    {
      key: "asked",
      title: t("asked"),
      sort: "asked",
      cell: (row) => formatDay(row.asked_at, row.zone, locale),
    },
    {
      key: "state",
      title: t("stateTitle"),
      cell: (row) =>
        row.can.answer ? (
          <Answer absence={row} when={spell(row, row.zone)} />
        ) : (
          <>
            {t(`state.${row.state}`)}
            {row.answer && <bdi>{`. ${row.answered_by}: ${row.answer}`}</bdi>}
          </>
        ),
    },
  ];
  return (
    <>
      <FilterBar
        path={path}
        sort={state.sort}
        sorts={[
          { value: "", label: t(state.filters.state ? "latest" : "nearest") },
          { value: "name", label: t("byName") },
          { value: "-asked", label: t("lastAsked") },
        ]}
        filters={[
          {
            name: "state",
            label: t("stateTitle"),
            value: state.filters.state ?? "",
            choices: [
              { value: "", label: t("state.requested") },
              ...STATES.slice(1).map((value) => ({ value, label: t(`state.${value}`) })),
              { value: "all", label: t("all") },
            ],
          },
        ]}
      />
      {absences.length === 0 ? (
        <EmptyState icon="calendar" heading="h2" title={t(state.filters.state ? "none" : "noneWaiting")}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={absences}
          keyOf={({ id }) => id}
          state={state}
          standard={standardSort(state.filters.state)}
          hrefOf={hrefOf}
        />
      )}
      <ListFoot
        state={state}
        count={absences.length}
        next={next}
        hrefOf={hrefOf}
        file={absences.length > 0 && <FileLink href={file} />}
      />
    </>
  );
}
