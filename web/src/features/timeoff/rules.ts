// Requests for time off, as those who answer them see them.
import type { components } from "@/lib/api/schema";

export type Absence = components["schemas"]["TimeOffOut"];
export type AbsenceState = Absence["state"];

export const STATES = ["requested", "granted", "refused", "withdrawn"] as const satisfies AbsenceState[];

/** The states an address asks for: those that wait when it says nothing, every one for "all". */
export function statesOf(filter: string | undefined): AbsenceState[] {
  if (!filter) return ["requested"];
  return STATES.filter((state) => state === filter);
}

/** How the list is sorted when the address says nothing: who waits, by when they want to be away; else the latest. */
export function standardSort(filter: string | undefined): "starts" | "-starts" {
  return filter ? "-starts" : "starts";
}

/** Whether the staff of one business must ask; `revision` is that of the setting, 0 before it was first changed. */
export type Approval = { business: string; name: string; needed: boolean; revision: number };
