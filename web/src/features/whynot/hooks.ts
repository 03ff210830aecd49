// Reasons and changes in the reader's own words: the facts come from the engine, the sentences from the catalogue.
import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { type Change, lengthOf, type Person, type Reason, spanText } from "./rules";

export type Words = { reason: (reason: Reason) => string; change: (change: Change) => string };

/** For one explained day: its date, its zone, and the names of those who may stand in. */
export function useWords(date: string, zone: string, staffId: string, people: readonly Person[]): Words {
  const t = useTranslations("whynot");
  const locale = useLocale();

  const length = (seconds: number | null | undefined) => {
    const { hours, minutes } = lengthOf(seconds ?? 0);
    if (hours === 0) return t("minutes", { minutes });
    return minutes === 0 ? t("hours", { hours }) : t("hoursMinutes", { hours, minutes });
  };
  const distance = (metres: number | null | undefined) =>
    t("metres", { km: Math.round((metres ?? 0) / 100) / 10 });
  const spanOf = (fact: Reason | Change) => spanText(fact.starts_at, fact.ends_at, zone, locale, date);
  const nameOf = (id: string | null | undefined) =>
    id === staffId ? t("them") : (people.find((person) => person.id === id)?.name ?? t("someone"));

  function hours(reason: Reason, span: string): string {
    if (reason.why === "holiday") return t("reason.hours_holiday");
    if (reason.why === "override")
      return span ? t("reason.hours_override", { span }) : t("reason.hours_override_none");
    if (!span) return t("reason.hours_none");
    return reason.why === "service_hours" ? t("reason.hours_service", { span }) : t("reason.hours", { span });
  }

  function reason(found: Reason): string {
    const { code, need, have, until } = found;
    const span = spanOf(found);
    const when = until ? `${formatDay(until, zone, locale)}, ${formatTime(until, zone, locale)}` : "";
    switch (code) {
      case "hours":
        return hours(found, span);
      case "capacity":
        return t("reason.capacity", { need: need ?? 0, have: have ?? 0 });
      case "area":
        return t("reason.area", { need: distance(need), have: distance(have) });
      case "lead_time":
        return t("reason.lead_time", { until: when });
      case "horizon":
        return t("reason.horizon", { until: when });
      case "too_long":
        return t("reason.too_long", { need: length(need), have: length(have) });
      case "off_grid":
        return t("reason.off_grid", { until: until ? formatTime(until, zone, locale) : "" });
      case "buffer":
        return t("reason.buffer", { need: length(need), have: length(have), span });
      case "travel":
        return t("reason.travel", { need: length(need), have: length(have) });
      case "limit":
        return t("reason.limit", { have: have ?? 0 });
      case "break":
      case "time_off":
      case "busy":
      case "hold":
        return t(`reason.${code}`, { span });
      case "not_offered":
      case "window":
        return t(`reason.${code}`);
    }
  }

  function change(found: Change): string {
    const span = spanOf(found);
    switch (found.kind) {
      case "several":
        return found.steps.map(change).join(" ");
      case "shorter":
      case "start_here":
      case "sooner":
        return t(`change.${found.kind}`, { length: length(found.seconds) });
      case "fewer_seats":
      case "longer_horizon":
      case "raise_limit":
      case "more_seats":
        return t(`change.${found.kind}`, { count: found.amount });
      case "other_staff":
        return t("change.other_staff", { name: nameOf(found.staff_member_id) });
      case "other_start":
        return t("change.other_start", { when: span, name: nameOf(found.staff_member_id) });
      case "less_buffer":
        return t("change.less_buffer", {
          before: length(found.before_seconds),
          after: length(found.after_seconds),
        });
      case "wider_area":
        return t("change.wider_area", { distance: distance(found.amount) });
      case "offer":
        return t("change.offer");
      case "skip_break":
      case "more_hours":
      case "ignore_block":
      case "cancel_time_off":
      case "release":
        return t(`change.${found.kind}`, { span });
    }
  }

  return { reason, change };
}
