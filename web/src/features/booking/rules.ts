// The order of the journey: which steps a business needs, how far a basket has come, and where each step stands.
import type { components } from "@/lib/api/schema";
import type { Instant } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";

export type Basket = components["schemas"]["BasketOut"];
export type BasketLine = components["schemas"]["BasketLineOut"];
export type Repeat = components["schemas"]["RepeatOut"];
export type SeriesDate = components["schemas"]["DateOut"];
export type BasketGood = components["schemas"]["BasketGoodsOut"];
export type BasketBundle = components["schemas"]["BasketBundleOut"];
export type Details = components["schemas"]["DetailsOut"];
export type Alternative = components["schemas"]["Alternative"];
export type FreeTimes = components["schemas"]["SlotsOut"];
export type FreeSlot = components["schemas"]["SlotOut"];
export type NothingFits = components["schemas"]["NothingFitsOut"];
export type SlotStaff = components["schemas"]["SlotStaffOut"];

const allSteps = ["place", "service", "extras", "questions", "time", "basket", "details", "payment"] as const;
export type StepName = (typeof allSteps)[number];
/** A step, and the line of the basket it is about where that matters. */
export type Position = { step: StepName; line: string | null };

type Needs = { visits: boolean; extras: boolean; questions: boolean };

/** The steps this booking needs, in order: without visits no place, without extras or questions no step for them. */
export function stepsNeeded(needs: Needs): StepName[] {
  const unasked: Partial<Record<StepName, boolean>> = {
    place: !needs.visits,
    extras: !needs.extras,
    questions: !needs.questions,
  };
  return allSteps.filter((step) => !unasked[step]);
}

/** What is asked of a basket in which nothing has a time. */
export const goodsSteps: readonly StepName[] = ["basket", "details", "payment"];

/** Whether there is something in it, and nothing of it has a time. */
export function hasOnlyGoods(basket: Basket | null): boolean {
  return basket !== null && basket.lines.length === 0 && basket.goods.length > 0;
}

/** Whether the goods beside visits have all of it paid with the order: nothing is charged later, as of visits that repeat. */
export function isWholeNow({ lines, goods, totals }: Pick<Basket, "lines" | "goods" | "totals">): boolean {
  const isLater = totals.some((total) => total.due_now_amount < total.to_pay_amount);
  return lines.length > 0 && goods.length > 0 && !isLater;
}

/** Where to go on from a service, or from its extras: to whichever of the next steps it needs. */
export function stepAfter(
  step: "service" | "extras",
  service: { extras: readonly unknown[]; questions: readonly unknown[] } | undefined,
): StepName {
  if (step === "service" && service && service.extras.length > 0) return "extras";
  return service && service.questions.length > 0 ? "questions" : "time";
}

/** The bundle that a line is of. */
export function bundleOf(basket: Basket | null, line: BasketLine | null): BasketBundle | null {
  return basket?.bundles.find(({ line_ids }) => line !== null && line_ids.includes(line.id)) ?? null;
}

type Asking = { id: string; extras: readonly unknown[]; questions: readonly unknown[] };

/** Where to go on with a line from a step of it. What is done in a row in a bundle is asked about one after the other, before the
 * one time of all is chosen. */
export function onward(
  step: "service" | "extras" | "questions",
  line: BasketLine,
  basket: Basket | null,
  services: readonly Asking[],
): Position {
  const next =
    step === "questions"
      ? "time"
      : stepAfter(
          step,
          services.find(({ id }) => id === line.service_id),
        );
  if (next !== "time" || line.starts_at) return { step: next, line: line.id };
  const visit = bundleOf(basket, line) ? visitOf(basket, line) : [line];
  const following = visit[visit.findIndex(({ id }) => id === line.id) + 1];
  if (following) return onward("service", following, basket, services);
  return { step: "time", line: visit[0]?.id ?? line.id };
}

type Group = { bundle: BasketBundle | null; lines: BasketLine[] };

/** The lines of a basket in their order, those of a bundle together where its first one stands. */
export function groupsOf(basket: Basket | null): Group[] {
  const groups: Group[] = [];
  for (const line of basket?.lines ?? []) {
    const bundle = bundleOf(basket, line);
    const begun = bundle && groups.find((group) => group.bundle === bundle);
    if (begun) begun.lines.push(line);
    else groups.push({ bundle, lines: [line] });
  }
  return groups;
}

export function isStep(value: string | null | undefined): value is StepName {
  return allSteps.some((step) => step === value);
}

/** Instead of a line's id: the step is about one that is not in the basket yet. */
export const NEW_LINE = "new";

/** How often somebody comes: what is done one after the other is one visit. */
export function visitsIn({ lines }: Basket): number {
  return new Set(lines.map((line) => line.visit ?? line.id)).size;
}

/** All that is done in one visit with this line, in their order; mostly the line alone. */
export function visitOf(basket: Basket | null, line: BasketLine): BasketLine[] {
  if (!line.visit) return [line];
  return (basket?.lines ?? []).filter((each) => each.visit === line.visit);
}

/** What a line's free times and their prices hang upon, told as one text: those found for another are not this visit's. */
export function basisOf({ place, caller, coupon, lines }: Basket): string {
  const wished = lines.map((line) => [
    line.id,
    line.service_id,
    line.duration_minutes,
    line.total_amount,
    line.seats,
    line.extras.map(({ extra_id, quantity }) => [extra_id, quantity]),
    line.preferred_staff,
    line.visit,
    line.starts_at,
    line.staff?.id,
  ]);
  return JSON.stringify([place, caller, coupon, wished]);
}

/** The person to ask for, where one does all of a visit; null leaves the choice to us. */
export function onePerson(staffIds: readonly (string | null | undefined)[]): string | null {
  return new Set(staffIds).size === 1 ? (staffIds[0] ?? null) : null;
}

/** The names of those who sell what is in the basket, each once. */
export function sellersOf(basket: Basket): string[] {
  return [...new Set([...basket.lines, ...basket.goods].map((each) => each.business_name).filter(Boolean))];
}

/** The line a step is about: the one named, else the one still without a time, else the latest. */
export function currentLine(basket: Basket | null, id: string | null): BasketLine | null {
  const lines = basket?.lines ?? [];
  return (
    lines.find((line) => line.id === id) ??
    lines.find((line) => line.state === "open") ??
    lines.at(-1) ??
    null
  );
}

/** The first step that still needs an answer. */
export function furthest(basket: Basket | null, visits: boolean): Position {
  const lines = basket?.lines ?? [];
  if (basket?.goods.some((good) => !good.is_on_sale)) return { step: "basket", line: null };
  if (hasOnlyGoods(basket)) {
    const asked = basket?.missing.some((name) => name.startsWith("details."));
    return { step: asked ? "details" : "payment", line: null };
  }
  if (visits && !basket?.place) return { step: "place", line: null };
  if (!basket || lines.length === 0) return { step: "service", line: null };
  if (basket.missing.includes("place")) return { step: "place", line: null };
  const gone = lines.find((line) => line.state === "unavailable");
  if (gone) return { step: "basket", line: null };
  const unmeasured = lines.find((line) => line.starts_at === null && line.asks_length);
  if (unmeasured) return { step: "questions", line: unmeasured.id };
  const untimed = lines.find((line) => line.starts_at === null);
  if (untimed) return { step: "time", line: untimed.id };
  const asked = lines.find((line) =>
    basket.missing.some((name) => name.startsWith(`lines.${line.id}.answers.`)),
  );
  if (asked) return { step: "questions", line: asked.id };
  if (basket.missing.some((name) => name.startsWith("details."))) return { step: "details", line: null };
  return { step: "payment", line: null };
}

/** The position asked for, or, where its conditions are not met, the first step that needs an answer. */
export function reachable(wanted: Position, basket: Basket | null, visits: boolean): Position {
  const end = furthest(basket, visits);
  const line = currentLine(basket, wanted.line);
  // Beside goods nobody was asked where yet, until a service is wished for.
  if (wanted.step === "service" && hasOnlyGoods(basket) && visits && !basket?.place)
    return { step: "place", line: null };
  const met: Record<StepName, boolean> = {
    place: visits || basket?.needs_address === true,
    service: end.step !== "place",
    extras: line !== null && end.step !== "place",
    questions: line !== null && end.step !== "place",
    // What its length hangs on is answered before.
    time: line !== null && end.step !== "place" && !visitOf(basket, line).some((each) => each.asks_length),
    basket: line !== null || hasOnlyGoods(basket),
    details: end.step === "details" || end.step === "payment",
    payment: end.step === "payment",
  };
  return met[wanted.step] ? wanted : end;
}

/** Where to go on after the browser was closed: where the reader was, if that still makes sense. */
export function resume(remembered: string | undefined, basket: Basket | null, visits: boolean): Position {
  const [step, line] = remembered?.split(".") ?? [];
  if (!basket || !isStep(step)) return furthest(basket, visits);
  return reachable({ step, line: line || null }, basket, visits);
}

/** How a position is remembered; holds nothing personal. */
export function remembered({ step, line }: Position): string {
  return line ? `${step}.${line}` : step;
}

/** What each gift card pays, as it is shown; those that pay nothing are left out. */
export function cardsPaying(basket: Basket): Record<string, number> {
  const paying = basket.gift_cards.filter(({ used_amount }) => used_amount > 0);
  return Object.fromEntries(paying.map(({ id, used_amount }) => [id, used_amount]));
}

/** In which currencies a gift card is bought: there no gift card pays. */
export function cardsBoughtIn({ goods }: Basket): Set<string> {
  return new Set(goods.filter(({ kind }) => kind === "gift_card").map(({ currency }) => currency));
}

/** What the customer agrees to with "Book": a change of any of it is another wish and gets another key. */
export function wishOf(
  basket: Basket,
  consent: boolean,
  method: string,
  { download = false, keep = false } = {},
): string {
  const goods = basket.goods.map((good) => good.id);
  const visits = basket.lines.map((line) => [
    line.id,
    line.starts_at,
    line.staff?.id,
    ...(line.repeat ? [line.repeat] : []),
  ]);
  return JSON.stringify([
    basket.totals,
    consent,
    method,
    visits,
    keep,
    ...(goods.length > 0 ? [goods, download] : []),
    ...Object.entries(cardsPaying(basket)),
  ]);
}

/** Free starts of a day, one a time of day: several people free at once are one choice. */
export function startsOf(day: FreeTimes["days"][number] | undefined): FreeSlot[] {
  const starts = new Map<Instant, FreeSlot>();
  for (const slot of day?.slots ?? []) if (!starts.has(slot.starts_at)) starts.set(slot.starts_at, slot);
  return [...starts.values()];
}

/** The clocks of whoever could be met at these starts, or of the one who is asked for; each once. */
export function clocksOf(times: FreeTimes, slots: readonly FreeSlot[], person: SlotStaff | null): string[] {
  const staff = person
    ? [person]
    : slots.flatMap((slot) => slot.staff.flatMap((at) => times.staff[at] ?? []));
  return [...new Set(staff.map(({ zone }) => zone))];
}

/** How many seats a group session has left at a start; null for a session of one's own. */
export function seatsLeft(times: FreeTimes, at: Instant): number | null {
  if (times.capacity <= 1) return null;
  return times.standing.find((session) => session.starts_at === at)?.seats_left ?? times.capacity;
}

export type PriceChange = FreeTimes["price_changes"][number];

/** What these starts cost more or less than usual, by start, where they do. */
export function changesOf(times: FreeTimes, slots: readonly FreeSlot[]): Map<Instant, PriceChange> {
  const shown = new Set(slots.map(({ starts_at }) => starts_at));
  return new Map(
    times.price_changes.filter((each) => shown.has(each.starts_at)).map((each) => [each.starts_at, each]),
  );
}

/** "+£10" or "−£3". */
export function signedPrice(amount: number, currency: string, locale: string): string {
  return `${amount < 0 ? "−" : "+"}${formatMoney({ amount: Math.abs(amount), currency }, locale)}`;
}

/** How many starts are free on each date. */
export function freeByDate(times: FreeTimes | undefined): Map<string, number> {
  return new Map((times?.days ?? []).map((day) => [day.on, startsOf(day).length]));
}

const reasonNames = ["hours", "lead_time", "horizon", "area", "too_long", "capacity", "taken"] as const;
export type NothingReason = (typeof reasonNames)[number] | "other";

/** The reasons there are words for, most frequent first. Two say enough; one the page does not know becomes "other". */
export function reasonsToTell(reasons: readonly string[]): NothingReason[] {
  const known = reasons.map((reason) => reasonNames.find((name) => name === reason) ?? "other");
  return known.length > 0 ? [...new Set(known)].slice(0, 2) : ["other"];
}

const couponReasons = [
  "not_yours",
  "own_code",
  "not_yet",
  "over",
  "nothing_fits",
  "below_minimum",
  "used_up",
  "used_by_customer",
  "not_first",
  "better_without",
  "unknown",
] as const;
export type CouponReason = (typeof couponReasons)[number];

/** Why a coupon takes nothing off, where that is so. */
export function couponReason(told: unknown): CouponReason | null {
  return couponReasons.find((each) => each === told) ?? null;
}

type PriceStep = Omit<BasketLine["steps"][number], "kind"> & { kind: string };

/** Why a line costs what it does. Of one that repeats, its later visits together are the last step. */
export function stepsOf({ steps, repeat, total_amount }: BasketLine): PriceStep[] {
  const later = repeat ? repeat.visit_count - 1 : 0;
  if (!repeat || later < 1) return steps;
  const amount = repeat.series_amount - total_amount;
  return [...steps, { kind: "later", label: "", quantity: later, unit_amount: 0, percent_bp: 0, amount }];
}

const PARTS = ["morning", "afternoon", "evening", "any"] as const;

/** Which part of the day was all its customer minded, or any of it; undefined: the hour matters. */
export function partWished({ day_wish }: BasketLine): (typeof PARTS)[number] | undefined {
  return PARTS.find((part) => part === day_wish?.part);
}
