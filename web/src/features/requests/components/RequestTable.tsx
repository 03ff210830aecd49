// Customers' requests for those who answer them: what waits first, the rest by its state. The address says which.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { businessFilter, filterOf } from "@/components/list/filters";
import { EmptyState } from "@/components/ui/EmptyState";
import { Wishes } from "@/features/appointments/components/Wishes";
import { formatDay, formatRange } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { KINDS, STATES, standardSort, type TeamRequest } from "../rules";
import { AnswerRequest } from "./AnswerRequest";
import styles from "./requests.module.css";

type Props = {
  requests: TeamRequest[];
  next: string | null;
  state: ListState;
  area: "ad" | "man" | "st";
  businesses: { slug: string; name: string }[];
  /** On whose clock a visit is told. */
  zoneOf: (visit: TeamRequest["appointment"]) => string;
  file: string;
};

export function RequestTable({ requests, next, state, area, businesses, zoneOf, file }: Props) {
  const t = useTranslations("requests");
  const locale = useLocale();
  const when = (span: { starts_at: string; ends_at: string }, visit: TeamRequest["appointment"]) =>
    formatRange(span.starts_at, span.ends_at, zoneOf(visit), locale);
  const columns: Column<TeamRequest>[] = [
    {
      key: "customer",
      title: t("customer"),
      sort: "name",
      cell: ({ appointment, number }) => {
        const name = <bdi>{appointment.customer.name}</bdi>;
        return area === "ad" ? <Link href={`/ad/orders/${number}/`}>{name}</Link> : name;
      },
    },
    {
      key: "what",
      title: t("what"),
      cell: ({ kind, wishes, note }) => (
        <>
          {t(`kind.${kind}`)}
          <Wishes wishes={wishes} locale={locale} />
          {note && (
            <blockquote className={styles.note} dir="auto">
              {note}
            </blockquote>
          )}
        </>
      ),
    },
    {
      key: "visit",
      title: t("visit"),
      sort: "visit",
      cell: ({ appointment, number }) => (
        <span className={styles.visit}>
          {appointment.service.name}
          <br />
          {when(appointment, appointment)}
          <br />
          <span className={styles.lead}>{t("order", { number })}</span>
        </span>
      ),
    },
    {
      key: "staff",
      title: t("staff"),
      cell: ({ appointment }) => <bdi>{appointment.staff_member.name}</bdi>,
    },
    {
      key: "asked",
      title: t("asked"),
      sort: "asked",
      cell: ({ asked_at, appointment }) => formatDay(asked_at, zoneOf(appointment), locale),
    },
    {
      key: "state",
      title: t("stateTitle"),
      cell: (row) => (
        <>
          {(row.state !== "open" || !row.can_answer) && t(`state.${row.state}`)}
          {row.state === "proposed" && row.proposal && (
            <>
              <br />
              {t("youProposed", { when: when(row.proposal, row.appointment) })}
            </>
          )}
          {row.answer && row.state !== "done" && (
            <>
              <br />
              <bdi className={styles.lead}>{row.answer}</bdi>
            </>
          )}
          {row.can_answer && (
            <AnswerRequest key={`${row.id}-${row.revision}`} request={row} zone={zoneOf(row.appointment)} />
          )}
        </>
      ),
    },
  ];
  const filters = [
    {
      name: "state",
      label: t("stateTitle"),
      value: state.filters.state ?? "",
      choices: [
        { value: "", label: t("state.open") },
        ...STATES.slice(1).map((value) => ({ value, label: t(`state.${value}`) })),
        { value: "all", label: t("every") },
      ],
    },
    filterOf(state, "kind", {
      label: t("what"),
      every: t("everyKind"),
      choices: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    }),
    ...businessFilter(state, businesses, { label: t("business"), every: t("everyBusiness") }),
  ];
  const isNarrowed = Object.keys(state.filters).length > 0;
  return (
    <FilteredList
      caption={t("title")}
      path={`/${area}/requests/`}
      state={state}
      standard={standardSort(state.filters.state)}
      filters={filters}
      sorts={[
        { value: "", label: t(state.filters.state ? "newest" : "oldest") },
        { value: "visit", label: t("soonest") },
        { value: "name", label: t("byName") },
      ]}
      columns={columns}
      rows={requests}
      next={next}
      file={file}
      none={
        <EmptyState icon="check" heading="h2" title={t(isNarrowed ? "nothing" : "none")}>
          {t("noneText")}
        </EmptyState>
      }
    />
  );
}
