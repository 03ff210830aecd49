// Dates on which a business is closed, and the bank holidays proposed to it.
import type { components } from "@/lib/api/schema";

export type Holiday = components["schemas"]["HolidayOut"];
export type Proposals = components["schemas"]["HolidayProposalsOut"];
export type ProposedDay = Proposals["days"][number];
export type Region = Proposals["region"];

export const REGIONS = ["england_and_wales", "scotland", "northern_ireland"] as const satisfies Region[];

/** The proposals that are not kept yet. */
export function stillProposed(days: readonly ProposedDay[], kept: readonly Holiday[]): ProposedDay[] {
  const dates = new Set(kept.map(({ on_date }) => on_date));
  return days.filter(({ on_date }) => !dates.has(on_date));
}

/** By year, in order. */
export function byYear(days: readonly ProposedDay[]): [string, ProposedDay[]][] {
  const years = new Map<string, ProposedDay[]>();
  for (const day of days) {
    const year = day.on_date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), day]);
  }
  return [...years];
}
