// A visit that is to be moved or cancelled, the same for everybody who may: who reads along decides the words.
import type { Instant } from "@/lib/datetime/format";
import { type Appointment, firstName, type Visit } from "./rules";

export type Changing = {
  appointmentId: string;
  name: string;
  startsAt: Instant;
  endsAt: Instant;
  zone: string;
  venue: string | null | undefined;
  /** Who comes; stays the one who comes where the new time allows it. */
  staffName: string | null | undefined;
  /** Its customer, or somebody of the team: neither must read sentences meant for the other. */
  reader: "customer" | "team";
  /** Who is told: the customer's address, or for the team their first name. */
  told: string;
  /** Whether they may ask for what they may not do themselves. */
  canAsk: boolean;
  business: { phone: string; email: string };
  /** The order's link, for somebody without an account. */
  token?: string;
};

export function customersChange({ order, line, ...visit }: Visit, token?: string): Changing {
  return {
    appointmentId: visit.appointmentId,
    name: line.name,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    zone: visit.zone,
    venue: line.venue,
    staffName: line.staff_name,
    reader: "customer",
    told: order.customer_email,
    canAsk: line.can_ask ?? false,
    business: { phone: order.business_phone, email: order.business_email },
    ...(token && { token }),
  };
}

/** The team's, from the line of its order. */
export function teamsChangeOnOrder(visit: Visit): Changing {
  return {
    ...customersChange(visit),
    reader: "team",
    told: firstName(visit.order.customer_name),
    canAsk: false,
    business: { phone: "", email: "" },
  };
}

/** `zone` is whose clock the team reads the visit by. */
export function teamsChange(appointment: Appointment, zone: string): Changing {
  return {
    appointmentId: appointment.id,
    name: appointment.service.name,
    startsAt: appointment.starts_at,
    endsAt: appointment.ends_at,
    zone,
    venue: appointment.venue,
    staffName: appointment.staff_member.name,
    reader: "team",
    told: firstName(appointment.customer.name),
    canAsk: false,
    business: { phone: "", email: "" },
  };
}

export type TeamsWay = "move" | "cancel" | "decline";

/** What whoever looks after a visit may do with it: one that waits for a yes is declined, not cancelled. */
export function teamsWays({ line, state }: Pick<Visit, "line" | "state">): TeamsWay[] {
  const ways: TeamsWay[] = [];
  if (line.can_move) ways.push("move");
  if (line.can_cancel) ways.push(state === "pending" && !line.awaits_payment ? "decline" : "cancel");
  return ways;
}
