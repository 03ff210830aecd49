// Answering customers' requests, and who must give a reason. The only file here that names these endpoints.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { Instant } from "@/lib/datetime/format";
import type { BackBy, ReasonFrom, ReasonRule, TeamRequest } from "./rules";

export type RequestMoney = components["schemas"]["RequestMoneyOut"];
export type Time = { starts_at: Instant; staff_id: string | null };

/** Refused with 409 when it was answered or taken back, and with 412 when it has changed since it was read. */
const about = ({ id, revision }: TeamRequest) => ({
  params: { path: { request_id: id } },
  headers: { "If-Match": `"${revision}"` },
});

/** `shown`: the money as it was read, where any goes back. */
export async function acceptRequest(
  request: TeamRequest,
  time: Time | null,
  shown?: { token: string },
): Promise<void> {
  await read(
    api.POST("/api/change-requests/{request_id}/accept", {
      ...about(request),
      body: { ...time, back: "policy", amount: 0, token: shown?.token ?? "" },
    }),
  );
}

/** What saying yes to a request to cancel would mean, by how much goes back. */
export function fetchRequestMoney(
  request_id: string,
  back: BackBy,
  amount: number,
  signal: AbortSignal,
): Promise<RequestMoney> {
  return read(
    api.GET("/api/change-requests/{request_id}/money", {
      params: { path: { request_id }, query: { back, amount } },
      signal,
    }),
  );
}

/** `shown` is what was read of this choice: when it means anything else by now, nothing happens. */
export async function acceptCancel(
  request: TeamRequest,
  back: BackBy,
  amount: number,
  shown: Pick<RequestMoney, "token">,
): Promise<void> {
  await read(
    api.POST("/api/change-requests/{request_id}/accept", {
      ...about(request),
      body: { back, amount: back === "amount" ? amount : 0, token: shown.token },
    }),
  );
}

export async function proposeTime(request: TeamRequest, time: Time, words: string): Promise<void> {
  await read(
    api.POST("/api/change-requests/{request_id}/propose", { ...about(request), body: { ...time, words } }),
  );
}

export async function declineRequest(request: TeamRequest, words: string): Promise<void> {
  await read(api.POST("/api/change-requests/{request_id}/decline", { ...about(request), body: { words } }));
}

/** Refused with 412 when somebody else changed the rules of booking since they were read. */
export async function setReasonRule(rule: ReasonRule, reason_needed: ReasonFrom): Promise<number> {
  const saved = await read(
    api.PUT("/api/businesses/{slug}/settings/{group}", {
      params: { path: { slug: rule.business, group: "booking" } },
      body: { values: { ...rule.values, reason_needed } },
      headers: rule.revision ? { "If-Match": `"${rule.revision}"` } : {},
    }),
  );
  return saved.revision;
}
