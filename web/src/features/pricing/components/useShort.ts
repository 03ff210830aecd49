// A rule and a coupon in a few words, for their lists. Needs the texts under "pricing".
import { useLocale, useTranslations } from "next-intl";
import { formatDate, weekdayNames } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import { type Coupon, clockOf, type PriceRule } from "../rules";

type Names = ReadonlyMap<string, string>;

export function useShort(names: Names) {
  const t = useTranslations("pricing");
  const locale = useLocale();
  const list = (words: string[]) => new Intl.ListFormat(locale, { type: "unit" }).format(words);
  const named = (ids: readonly string[]) => list(ids.flatMap((id) => names.get(id) ?? []));
  const signed = (amount: number, currency: string) =>
    `${amount > 0 ? "+" : ""}${formatMoney({ amount, currency }, locale)}`;

  function effect({ effect: found, currency }: PriceRule): string {
    const { kind, percent_bp: percent, amount = 0, per_seat: perSeat } = found;
    if (kind === "percent") return t("short.percent", { value: (percent ?? 0) / 10_000 });
    if (kind === "table") return t("short.table");
    const words = signed(amount, currency);
    if (kind === "each") return t("short.each", { amount: words });
    return perSeat ? `${words} ${t("short.seat")}` : words;
  }

  function conditions({ when }: PriceRule): string[] {
    const days = weekdayNames(locale);
    const { lead_below_hours: below, lead_least_hours: least } = when;
    const sized = [when.seats_least, when.seats_most, when.minutes_least, when.minutes_most, when.question];
    return [
      list((when.weekdays ?? []).flatMap((day) => days[day] ?? [])),
      when.from_minute == null ? "" : `${clockOf(when.from_minute)}–${clockOf(when.until_minute)}`,
      span(when.first_on, when.last_on),
      list(when.areas ?? []),
      below == null ? "" : t("short.before", { hours: below }),
      least == null ? "" : t("short.ahead", { hours: least }),
      sized.some((each) => each != null) ? t("short.more") : "",
    ];
  }

  function span(first: string | null | undefined, last: string | null | undefined): string {
    if (!first && !last) return "";
    const day = (date: string | null | undefined) => (date ? formatDate(date, locale, { year: true }) : "");
    return `${day(first)} – ${day(last)}`.trim();
  }

  return {
    rule: (rule: PriceRule): string[] => [
      rule.archived_at ? t("putAway") : "",
      effect(rule),
      named([...rule.service_ids, ...rule.category_ids]) || t("short.everything"),
      ...conditions(rule),
    ],
    coupon: (coupon: Coupon): string[] => {
      const { currency, uses: count, limit } = coupon;
      return [
        coupon.archived_at ? t("putAway") : "",
        coupon.customer_name ? t("coupon.for", { name: coupon.customer_name }) : "",
        coupon.code ? "" : t("coupon.bySelf"),
        coupon.percent_bp
          ? t("short.percent", { value: -coupon.percent_bp / 10_000 })
          : signed(-coupon.amount, currency),
        named([...coupon.service_ids, ...coupon.category_ids]) || t("short.everything"),
        limit ? t("coupon.usedOf", { count, limit }) : t("coupon.used", { count }),
        coupon.given_amount
          ? t("coupon.gave", { amount: formatMoney({ amount: coupon.given_amount, currency }, locale) })
          : "",
      ];
    },
  };
}
