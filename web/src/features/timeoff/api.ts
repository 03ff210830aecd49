// Answering requests for time off, and whether there need be any. The only file here that names these endpoints.

import { asSeen } from "@/features/simulator/api";
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { Absence, Approval } from "./rules";

/** Refused with 409 when somebody else has answered it, and with 412 when it has changed since it was read. */
export function answerTimeOff(
  { id, revision }: Absence,
  granted: boolean,
  answer: string,
  seen?: string,
): Promise<Absence> {
  return read(
    api.POST("/api/time-off/{time_off_id}/answer", {
      params: { path: { time_off_id: id } },
      body: { granted, answer },
      headers: { "If-Match": `"${revision}"`, ...(seen ? asSeen(seen) : {}) },
    }),
  );
}

/** Refused with 412 when somebody else changed it since it was read. */
export async function setApproval({ business, revision }: Approval, needed: boolean): Promise<number> {
  const saved = await read(
    api.PUT("/api/businesses/{slug}/settings/{group}", {
      params: { path: { slug: business, group: "time_off" } },
      body: { values: { needs_approval: needed } },
      headers: revision ? { "If-Match": `"${revision}"` } : {},
    }),
  );
  return saved.revision;
}
