// Looking for a person in the browser: a name goes in a body and never in an address.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { Person } from "./rules";

export function findPeople(words: string): Promise<Person[]> {
  return read(api.POST("/api/audit-people", { body: { words } }));
}
