// Every endpoint of the journey, for the browser. Each basket call answers with the whole basket, priced.
import { api, idempotent } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { IsoDate } from "@/lib/datetime/format";
import type { Basket, FreeTimes, NothingFits } from "./rules";

type Schemas = components["schemas"];

export const getBasket = (): Promise<Basket> => read(api.GET("/api/basket"));

export const setPlace = (body: Schemas["PlaceIn"]): Promise<Basket> =>
  read(api.PUT("/api/basket/place", { body }));

export const addLine = (serviceId: string, extras: Schemas["ExtraIn"][] = []): Promise<Basket> =>
  read(api.POST("/api/basket/lines", { body: { service_id: serviceId, seats: 1, extras } }));

export const changeExtras = (line: string, extras: Schemas["ExtraIn"][]): Promise<Basket> =>
  read(api.PATCH("/api/basket/lines/{line_id}", { params: { path: { line_id: line } }, body: { extras } }));

/** Null takes an answer back; `leaving` lets the request outlive the page. */
export const saveAnswers = (
  line: string,
  answers: Schemas["AnswersIn"]["answers"],
  leaving = false,
): Promise<Basket> =>
  read(
    api.PATCH("/api/basket/lines/{line_id}/answers", {
      params: { path: { line_id: line } },
      body: { answers },
      keepalive: leaving,
    }),
  );

export function sendFile(line: string, question: string, file: File): Promise<Basket> {
  const form = new FormData();
  form.append("file", file);
  return read(
    api.POST("/api/basket/lines/{line_id}/answers/{question_id}", {
      params: { path: { line_id: line, question_id: question } },
      body: form as unknown as { file: string }, // The document calls the bytes of a file a string.
      bodySerializer: (body) => body,
    }),
  );
}

/** Puts all services of a bundle in at once. */
export const putBundle = (bundle_id: string): Promise<Basket> =>
  read(api.POST("/api/basket/bundles", { body: { bundle_id } }));

/** Takes all services of this time of a bundle out. */
export const takeBundleOut = (instance_id: string): Promise<Basket> =>
  read(api.DELETE("/api/basket/bundles/{instance_id}", { params: { path: { instance_id } } }));

export const removeLine = (line: string): Promise<Basket> =>
  read(api.DELETE("/api/basket/lines/{line_id}", { params: { path: { line_id: line } } }));

export const removeGood = (good: string): Promise<Basket> =>
  read(api.DELETE("/api/basket/goods/{good_id}", { params: { path: { good_id: good } } }));

/** Puts back what was just taken out; its time has to be held again. */
export const restoreLine = (line: string): Promise<Basket> =>
  read(api.POST("/api/basket/lines/{line_id}/restore", { params: { path: { line_id: line } } }));

/** Makes these lines one visit, one after another: one time is then chosen for all. */
export const joinLines = (lines: string[]): Promise<Basket> =>
  read(api.POST("/api/basket/visits", { body: { line_ids: lines } }));

/** Gives each service of the line's visit its own time again. */
export const partLines = (line: string): Promise<Basket> =>
  read(api.DELETE("/api/basket/visits/{line_id}", { params: { path: { line_id: line } } }));

/** A line of the basket, of the reader's own or of one that is filled for a caller. */
export type LineAsked = { line: string; phone?: true };

const lineOf = (asked: LineAsked) => ({ params: { path: { line_id: asked.line } }, ...proof(asked) });
const dateOf = (asked: LineAsked, on: IsoDate) => ({
  params: { path: { line_id: asked.line, on } },
  ...proof(asked),
});

/** Lets a line come again; its dates are looked for. */
export const setRepeat = (asked: LineAsked, body: Schemas["RepeatIn"]): Promise<Basket> =>
  read(api.PUT("/api/basket/lines/{line_id}/repeat", { ...lineOf(asked), body }));

/** Only the one visit. */
export const stopRepeating = (asked: LineAsked): Promise<Basket> =>
  read(api.DELETE("/api/basket/lines/{line_id}/repeat", lineOf(asked)));

/** Other times near a date of a line that repeats. */
export const nearDate = (asked: LineAsked, on: IsoDate): Promise<Schemas["DateOut"][]> =>
  read(api.GET("/api/basket/lines/{line_id}/dates/{on}", dateOf(asked, on)));

/** Another time for a date; without one it is left out. */
export const chooseDate = (asked: LineAsked, on: IsoDate, body: Schemas["DateIn"]): Promise<Basket> =>
  read(api.PUT("/api/basket/lines/{line_id}/dates/{on}", { ...dateOf(asked, on), body }));

/** Uses the coupon of this code. */
export const nameCoupon = (code: string): Promise<Basket> =>
  read(api.PUT("/api/basket/coupon", { body: { code } }));

export const dropCoupon = (): Promise<Basket> => read(api.DELETE("/api/basket/coupon"));

/** Has the gift card of this code pay, as far as it reaches. */
export const nameGiftCard = (code: string): Promise<Basket> =>
  read(api.PUT("/api/basket/gift-cards", { body: { code } }));

export const dropGiftCard = (card: string): Promise<Basket> =>
  read(api.DELETE("/api/basket/gift-cards/{card_id}", { params: { path: { card_id: card } } }));

/** Has the visits of the package with this code ready; lines that it is good for use them. */
export const namePass = (code: string): Promise<Basket> =>
  read(api.PUT("/api/basket/passes", { body: { code } }));

export const dropPass = (pass: string): Promise<Basket> =>
  read(api.DELETE("/api/basket/passes/{pass_id}", { params: { path: { pass_id: pass } } }));

/** Uses a visit of a package for a line; null: none. */
export const takePass = (line: string, pass: string | null): Promise<Basket> =>
  read(
    api.PUT("/api/basket/lines/{line_id}/pass", {
      params: { path: { line_id: line } },
      body: { pass_id: pass },
    }),
  );

/** `leaving` lets the request outlive the page. */
export const saveDetails = (body: Schemas["DetailsIn"], leaving = false): Promise<Basket> =>
  read(api.PATCH("/api/basket/details", { body, keepalive: leaving }));

export type AnyOf = NonNullable<Schemas["HoldIn"]["any_of"]>;

/** That any time of a day does, or of a part of it, by the clock of a zone. */
export type DayWish = { any_of: AnyOf; zone: string } | undefined;

export const anyOfDay = (anyOf: AnyOf | undefined, zone: string): DayWish =>
  anyOf ? { any_of: anyOf, zone } : undefined;

export const hold = (
  line: string,
  startsAt: string,
  staffId: string | null,
  day?: DayWish,
): Promise<Basket> =>
  read(
    api.POST("/api/holds", {
      body: { line_id: line, starts_at: startsAt, staff_id: staffId, zone: "", ...day },
    }),
  );

export const book = (body: Schemas["BookingIn"], key: string): Promise<Schemas["BookedOut"]> =>
  read(api.POST("/api/bookings", { params: { header: idempotent(key) }, body }));

/** Whose free times: of a line of the basket as that stands (basisOf), of a visit that is to be moved, perhaps to another
 * address, by who is signed in or holds its order's link, or of an entry of the waiting list that the team looks for a time for. */
export type Asked =
  | { line: string; basis: string; phone?: true }
  | { appointment: string; address?: string; token?: string }
  | { waiting: string };

export function freeTimes(
  asked: Asked,
  range: { first: IsoDate; last: IsoDate; zone: string; staff: string | null },
  signal: AbortSignal,
): Promise<FreeTimes> {
  const query = {
    ...whose(asked),
    first_on: range.first,
    last_on: range.last,
    zone: range.zone,
    ...(range.staff && { staff: range.staff }),
  };
  return read(api.GET("/api/slots", { params: { query }, signal, ...proof(asked) }));
}

/** Why a date has nothing free, and what would change that. */
export function whyNone(
  asked: Asked,
  wanted: { on: IsoDate; zone: string; staff: string | null },
  signal: AbortSignal,
): Promise<NothingFits> {
  const { on, zone, staff } = wanted;
  const query = { ...whose(asked), on, zone, ...(staff && { staff }) };
  return read(api.GET("/api/slots/why-none", { params: { query }, signal, ...proof(asked) }));
}

/** The very first free time, however far ahead it may be booked. */
export function firstFree(
  asked: Asked,
  wanted: { zone: string; staff: string | null },
  signal: AbortSignal,
): Promise<Schemas["FirstFreeOut"]> {
  const { zone, staff } = wanted;
  const query = { ...whose(asked), zone, ...(staff && { staff }) };
  return read(api.GET("/api/slots/first", { params: { query }, signal, ...proof(asked) }));
}

const whose = (asked: Asked) => {
  if ("line" in asked) return { line: asked.line };
  if ("waiting" in asked) return { waiting: asked.waiting };
  return { appointment: asked.appointment, ...(asked.address && { address: asked.address }) };
};

/** The order's link goes along as a header and never in an address. */
const proof = (asked: Asked | LineAsked) => {
  if ("token" in asked && asked.token) return { headers: { "X-Order-Token": asked.token } };
  // Somebody of the team fills a caller's basket, not their own.
  return "phone" in asked && asked.phone ? { headers: { "X-Basket": "phone" } } : {};
};
