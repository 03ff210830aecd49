"use client";
// Those whom a staff member visits or did visit lately, found by name.
import { useLocale, useTranslations } from "next-intl";
import type { ListState } from "@/components/list/address";
import { ButtonLink } from "@/components/ui/Button";
import { formatDay } from "@/lib/datetime/format";
import type { Page } from "../rules";
import { SearchedList } from "./SearchedList";

type Props = { first: Page; state: ListState; zone: string };

export function VisitedList({ first, state, zone }: Props) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const day = (at: string | null) => (at ? formatDay(at, zone, locale, { year: true }) : "");
  return (
    <SearchedList
      first={first}
      state={state}
      path="/st/customers/"
      help={t("visited.searchHelp")}
      filters={[]}
      sorts={[
        { value: "", label: t("byName") },
        { value: "next", label: t("visited.byNext") },
        { value: "-last", label: t("visited.byLast") },
      ]}
      columns={[
        { key: "next", title: t("next"), sort: "next", cell: (row) => day(row.next_visit_at) },
        { key: "last", title: t("last"), sort: "last", cell: (row) => day(row.last_visit_at) },
      ]}
      none={{
        text: t("visited.noneText"),
        found: t("visited.noneFoundText"),
        action: <ButtonLink href="/st/calendar/">{t("visited.toCalendar")}</ButtonLink>,
      }}
    />
  );
}
