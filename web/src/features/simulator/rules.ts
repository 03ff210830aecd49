// What a change of somebody's time would break, and what is chosen for each visit.
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Simulation = Schemas["SimulationOut"];
export type Broken = Schemas["BrokenVisit"];

export type Choice = "move" | "give" | "leave";
/** By the appointment's id; what is not named stays as it is. */
export type Choices = ReadonlyMap<string, Choice>;

export function breaksAnything({ broken, unnamed }: Simulation): boolean {
  return broken.length + unnamed > 0;
}

/** The visits that are to be changed, in their order. */
export function chosenOf(broken: readonly Broken[], choices: Choices): Broken[] {
  return broken.filter(({ appointment_id }) => (choices.get(appointment_id) ?? "leave") !== "leave");
}

/** The wish that a choice stands for; null where the visit stays, or the fix is not there. */
export function wishOf(visit: Broken, choice: Choice | undefined) {
  if (choice === "move" && visit.move_to) return { starts_at: visit.move_to, agreed: [] };
  if (choice === "give" && visit.give_to) {
    const { staff_member_id, agreed = [] } = visit.give_to;
    return { starts_at: visit.starts_at, staff_member_id, agreed };
  }
  return null;
}

const SAID = ["hours", "break", "time_off", "buffer", "area"] as const;

/** The first rule that there are words for. */
export function whyOf({ codes }: Pick<Broken, "codes">): (typeof SAID)[number] | "other" {
  return SAID.find((code) => codes.includes(code)) ?? "other";
}

/** A refusal to save carries the fresh list, field by field as a preview has it. */
export function freshList(extra: Record<string, unknown>): Simulation {
  return extra as unknown as Simulation;
}
