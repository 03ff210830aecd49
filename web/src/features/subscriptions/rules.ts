// Visits that repeat: how often, and how each date came out.
import { visitAnchor } from "@/features/appointments/rules";
import type { components } from "@/lib/api/schema";
import { dateIn } from "@/lib/datetime/calendar";
import type { IsoDate } from "@/lib/datetime/format";

type Schemas = components["schemas"];
export type Subscription = Schemas["SubscriptionOut"];
export type SubscriptionWhole = Schemas["SubscriptionWhole"];
export type SubscriptionVisit = Schemas["SubscriptionVisitOut"];
export type Pause = Schemas["PauseOut"];
export type Plan = Schemas["PlanOut"];
export type PlanItem = Schemas["PlanItemOut"];
export type SeriesChange = Schemas["SeriesChangeIn"];
export type Choices = Schemas["SeriesChoicesOut"];
/** Its customer, or somebody of the team. */
export type Reader = "customer" | "team";
export type Rhythm = Pick<Schemas["RepeatIn"], "frequency" | "every">;

/** How often visits may come, as they are offered. */
export const rhythms = [
  { name: "weekly", frequency: "weekly", every: 1 },
  { name: "fortnightly", frequency: "weekly", every: 2 },
  { name: "fourweekly", frequency: "weekly", every: 4 },
  { name: "monthlyByDate", frequency: "monthly_by_date", every: 1 },
  { name: "monthlyByWeekday", frequency: "monthly_by_weekday", every: 1 },
] as const satisfies readonly (Rhythm & { name: string })[];

export type RhythmName = (typeof rhythms)[number]["name"];

/** The name of a rhythm; null for one that is not among those offered. */
export function rhythmOf({ frequency, every }: Rhythm): RhythmName | null {
  return rhythms.find((each) => each.frequency === frequency && each.every === every)?.name ?? null;
}

/** Visits still to come, the next first. */
export function ahead(whole: SubscriptionWhole): SubscriptionVisit[] {
  return whole.visits
    .filter((visit) => visit.is_ahead)
    .sort((one, other) => one.starts_at.localeCompare(other.starts_at));
}

/** Where a visit is changed by itself: its place on the page of its order. */
export function visitOnOrder(
  orders: string,
  { number, appointment_id }: Pick<SubscriptionVisit, "number" | "appointment_id">,
): string {
  return `${orders}${number}/#${visitAnchor(appointment_id)}`;
}

/** On which day a visit is, by the clock the subscription goes by. */
export function dayOf(visit: SubscriptionVisit, zone: string): IsoDate {
  return dateIn(zone, new Date(visit.starts_at));
}

/** How many visits each day has, those called off left out. */
export function standingByDay(whole: SubscriptionWhole): Map<IsoDate, number> {
  const found = new Map<IsoDate, number>();
  for (const visit of whole.visits) {
    if (visit.state === "cancelled") continue;
    const day = dayOf(visit, whole.zone);
    found.set(day, (found.get(day) ?? 0) + 1);
  }
  return found;
}

export const SUBSCRIPTION_STATES = ["active", "paused", "ended", "cancelled"] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

export function isSubscriptionState(value: string): value is SubscriptionState {
  return SUBSCRIPTION_STATES.some((state) => state === value);
}

const REASONS = [
  "too_late",
  "limit_reached",
  "over",
  "not_yours",
  "unpaid",
  "nothing_fits",
  "taken",
  "changed_since",
  "costs_more",
  "package",
] as const;

/** Why a visit is left alone; one we have no words for is like one that is too late. */
export function reasonOf(item: PlanItem): (typeof REASONS)[number] {
  return REASONS.find((reason) => reason === item.left_alone) ?? "too_late";
}
