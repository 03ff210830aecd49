"use client";
import { useState } from "react";
import { Countdown } from "@/components/ui/Countdown";
import { MonthCalendar } from "@/components/ui/MonthCalendar";
import { SlotGrid } from "@/components/ui/SlotGrid";
import { addDays } from "@/lib/datetime/calendar";
import { formatDate } from "@/lib/datetime/format";

const today = "2026-06-08";
const free = new Map(
  Array.from({ length: 56 }, (_, index) => [addDays(today, index), index % 7 > 4 ? 0 : 4] as const).filter(
    ([, count]) => count > 0,
  ),
);
const times = [
  "07:00",
  "07:30",
  "08:00",
  "08:30",
  "09:00",
  "10:15",
  "11:00",
  "11:45",
  "12:30",
  "13:00",
  "14:30",
  "16:00",
  "17:30",
];

export function KitTimes() {
  const [day, setDay] = useState<string | null>(null);
  const [month, setMonth] = useState("2026-06-01");
  const [slot, setSlot] = useState<string | null>(null);
  const date = day ?? "2026-06-09";
  return (
    <>
      <Countdown secondsLeft={600} />
      <MonthCalendar
        month={month}
        onMonth={setMonth}
        free={free}
        today={today}
        last="2026-08-31"
        value={day}
        onChange={setDay}
      />
      <SlotGrid
        name="time"
        legend={`Times on ${formatDate(date, "en")}`}
        zone="Europe/London"
        slots={times.map((time, index) => ({
          startsAt: `${date}T${time}:00Z`,
          ...(index === 4 && { note: "£4 less" }),
        }))}
        value={slot}
        onChange={setSlot}
      />
    </>
  );
}
