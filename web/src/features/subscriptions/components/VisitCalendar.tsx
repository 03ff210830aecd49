"use client";
// The visits of a subscription in the months they are in. A day that is chosen shows its visits alone.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { MonthCalendar } from "@/components/ui/MonthCalendar";
import { addMonths, dateIn, firstOfMonth } from "@/lib/datetime/calendar";
import type { IsoDate } from "@/lib/datetime/format";
import { ahead, type SubscriptionWhole, standingByDay } from "../rules";

type Props = { whole: SubscriptionWhole; value: IsoDate | null; onChange: (day: IsoDate) => void };

export function VisitCalendar({ whole, value, onChange }: Props) {
  const t = useTranslations("subscriptions");
  const now = useNow();
  const today = dateIn(whole.zone, new Date(now()));
  const next = ahead(whole)[0];
  const [month, setMonth] = useState(() =>
    firstOfMonth(next ? dateIn(whole.zone, new Date(next.starts_at)) : today),
  );
  const days = standingByDay(whole);
  const all = [today, ...days.keys()].sort();
  const first = all[0] ?? today;
  const last = addMonths(all.at(-1) ?? today, 1);
  return (
    <MonthCalendar
      month={month}
      onMonth={setMonth}
      free={days}
      today={today}
      first={first}
      last={last}
      value={value}
      onChange={onChange}
      nameDay={(day, count) => t("dayNamed", { day, count })}
    />
  );
}
