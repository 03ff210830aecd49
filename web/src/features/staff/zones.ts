// Whose clock an appointment is told by on the screens of those who look after several people.
import type { StaffCard } from "./rules";

/** The staff member's own zone; for somebody who can no longer be booked, and so has no card, the business's. */
export function zoneFinder(
  cards: readonly StaffCard[],
  businesses: readonly { slug: string; zone: string }[],
): (visit: { staff_member: { id: string }; business: string }) => string {
  const people = new Map(cards.map(({ id, zone }) => [id, zone]));
  const places = new Map(businesses.map(({ slug, zone }) => [slug, zone]));
  return ({ staff_member, business }) =>
    people.get(staff_member.id) ?? places.get(business) ?? "Europe/London";
}
