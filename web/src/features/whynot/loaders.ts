// Whom a reader may ask about, and for which services.
import "server-only";
import { getLocale } from "next-intl/server";
import { loadBusinesses } from "@/features/business/loaders";
import type { Me } from "@/features/session/rules";
import { loadStaffCards } from "@/features/staff/loaders";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { Person } from "./rules";

/** Staff ask about themselves, managers about those in their scope, administrators about everybody. The server holds to the
 * same rule; here it only keeps names out of the list that would be refused. */
export async function loadPeople(me: Me): Promise<Person[]> {
  const businesses = await loadBusinesses(await getLocale());
  const api = await serverApi(await getLocale());
  const [cards, ...services] = await Promise.all([
    loadStaffCards(businesses.map(({ slug }) => slug)),
    ...businesses.map(({ slug }) =>
      read(api.GET("/api/services", { params: { query: { business: slug } } })),
    ),
  ]);
  const offered = services.flat();
  return cards
    .filter(({ id }) => mayAsk(me, id))
    .map(({ id, name, zone }) => ({
      id,
      name,
      zone,
      services: offered
        .filter(({ staff }) => staff.some((person) => person.staff_id === id))
        .map(({ id: service, name: title, venue }) => ({
          id: service,
          name: title,
          travels: venue === "customer",
        })),
    }));
}

function mayAsk(me: Me, staffId: string): boolean {
  if (me.role === "admin") return true;
  if (me.role === "manager") return (me.scope_staff_ids ?? []).includes(staffId);
  return me.staff_id === staffId;
}
