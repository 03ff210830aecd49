// An absence in words: "Mon 8 June to Fri 12 June" for whole days, else with the times.
import { useLocale, useTranslations } from "next-intl";
import { addDays, dateIn } from "@/lib/datetime/calendar";
import { formatDate, formatDay, formatRange, formatTime, type Instant } from "@/lib/datetime/format";

type Span = { starts_at: Instant; ends_at: Instant };

export function useSpell(): (span: Span, zone: string) => string {
  const t = useTranslations("areas.hours");
  const locale = useLocale();
  return ({ starts_at, ends_at }, zone) => {
    const whole = [starts_at, ends_at].every((at) => formatTime(at, zone, locale) === "00:00");
    if (!whole) return formatRange(starts_at, ends_at, zone, locale);
    const from = formatDay(starts_at, zone, locale);
    const until = formatDate(addDays(dateIn(zone, new Date(ends_at)), -1), locale);
    return from === until ? from : t("wholeDays", { first: from, last: until });
  };
}
