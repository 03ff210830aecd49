// The calendar page of every part of the team; only whose days are in it differs.
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { requireArea } from "@/features/session/loaders";
import type { AreaName } from "@/features/session/rules";
import { now } from "@/lib/clock";
import { dateIn } from "@/lib/datetime/calendar";
import { Texts } from "@/lib/i18n/Texts";
import { loadCalendar } from "../loaders";
import { lookFrom, rangeOf } from "../rules";
import { CalendarBoard } from "./CalendarBoard";
import styles from "./CalendarPage.module.css";

export type Search = Promise<Record<string, string | string[] | undefined>>;

export async function CalendarPage({ area, searchParams }: { area: AreaName; searchParams: Search }) {
  const me = await requireArea(area);
  const [t, search] = await Promise.all([getTranslations("calendar"), searchParams]);
  const params = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const zone = "Europe/London";
  const today = dateIn(zone, now());
  const usual = { view: area === "st" ? ("week" as const) : ("day" as const), date: today };
  const asked = rangeOf(lookFrom(params, usual));
  const answer = await loadCalendar(asked);
  const mayBook = area === "ad" || (area === "man" && me.scope_actions?.includes("appointments"));
  const seesCustomers = area !== "man" || me.scope_actions?.includes("customers");
  const bookPath = mayBook ? `/${area}/book/` : undefined;
  return (
    <div className={styles.page}>
      <PageTitle title={t("title")} />
      <Texts of={["calendar", "appointments", "change", "booking", "whynot", "questions"]}>
        <CalendarBoard
          usual={usual}
          today={today}
          zone={zone}
          first={{ asked, answer }}
          bookPath={bookPath}
          customersPath={seesCustomers ? `/${area}/customers/` : undefined}
          ordersPath={`/${area}/orders/`}
        />
      </Texts>
    </div>
  );
}
