// Who was invited: filtered, sorted, page by page, and as a file. The address says which.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import type { Column } from "@/components/list/DataTable";
import { FilteredList } from "@/components/list/FilteredList";
import { businessFilter, filterOf } from "@/components/list/filters";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { formatDay } from "@/lib/datetime/format";
import { type Invitation, isWaiting, ROLES, STANDARD_SORT, STATES } from "../rules";
import { Again } from "./Again";
import styles from "./invitations.module.css";

type Props = {
  invitations: Invitation[];
  next: string | null;
  state: ListState;
  businesses: { slug: string; name: string }[];
  zone: string;
  /** Where this list is. */
  path: string;
  file: string;
};

export function InvitationTable({ invitations, next, state, businesses, zone, path, file }: Props) {
  const t = useTranslations("invitations");
  const locale = useLocale();
  const day = (at: string) => formatDay(at, zone, locale, { year: true });
  const columns: Column<Invitation>[] = [
    {
      key: "who",
      title: t("who"),
      sort: "name",
      cell: ({ name, email }) => (
        <span className={styles.who}>
          <bdi>{name}</bdi>
          <br />
          <bdi className={styles.quiet}>{email}</bdi>
        </span>
      ),
    },
    {
      key: "role",
      title: t("role"),
      cell: ({ role, business_name, staff_name, template_name }) =>
        [t(role), business_name, staff_name, template_name].filter(Boolean).join(", "),
    },
    { key: "sent", title: t("sentOn"), sort: "sent", cell: ({ sent_at }) => day(sent_at) },
    { key: "by", title: t("by"), cell: ({ invited_by }) => <bdi>{invited_by}</bdi> },
    { key: "until", title: t("until"), sort: "expires", cell: ({ expires_at }) => day(expires_at) },
    {
      key: "state",
      title: t("stateTitle"),
      cell: (row) => (
        <>
          {t(`state.${row.state}`)}
          {isWaiting(row) && <Again invitation={row} />}
        </>
      ),
    },
  ];
  const filters = [
    filterOf(state, "state", {
      label: t("stateTitle"),
      every: t("everyState"),
      choices: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
    }),
    filterOf(state, "role", {
      label: t("role"),
      every: t("everyRole"),
      choices: ROLES.map((value) => ({ value, label: t(value) })),
    }),
    ...businessFilter(state, businesses, { label: t("business"), every: t("everyBusiness") }),
  ];
  const isNarrowed = Object.keys(state.filters).length > 0;
  return (
    <FilteredList
      caption={t("listTitle")}
      path={path}
      state={state}
      standard={STANDARD_SORT}
      filters={filters}
      sorts={[
        { value: "", label: t("newest") },
        { value: "sent", label: t("oldest") },
        { value: "name", label: t("byName") },
        { value: "expires", label: t("endsFirst") },
      ]}
      columns={columns}
      rows={invitations}
      next={next}
      file={file}
      none={
        <EmptyState
          icon="mail"
          title={t(isNarrowed ? "noneFits" : "none")}
          action={isNarrowed && <ButtonLink href={path}>{t("all")}</ButtonLink>}
        >
          {t(isNarrowed ? "noneFitsText" : "noneText")}
        </EmptyState>
      }
    />
  );
}
