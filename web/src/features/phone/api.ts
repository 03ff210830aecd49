// The doors to an order by phone. Every request says that it is about the caller's basket, not the reader's own.
import { api, idempotent } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { Instant } from "@/lib/datetime/format";
import type { DayWish } from "../booking/api";
import type { Basket } from "../booking/rules";

type Schemas = components["schemas"];
export type Caller = Schemas["CallerOut"];
export type CallerAddress = Schemas["CallerAddressOut"];
export type PhoneGood = Schemas["PhoneGoodOut"];
export type PhoneGoods = Schemas["PhoneGoodsOut"];
export type TimePreview = Schemas["PhoneTimeOut"];
export type ExactTime = { line: string; startsAt: Instant; staffId: string };
export type Details = Schemas["DetailsIn"];

const byPhone = { headers: { "X-Basket": "phone" } };
const at = (line_id: string) => ({ params: { path: { line_id } }, ...byPhone });

export const openBasket = (business: string): Promise<Basket> =>
  read(api.POST("/api/phone-bookings", { body: { business }, ...byPhone }));

export const getBasket = (): Promise<Basket> => read(api.GET("/api/basket", byPhone));

/** What is typed goes in the body: names and numbers stand in no address. */
export const findCallers = (text: string): Promise<Caller[]> =>
  read(api.POST("/api/phone-bookings/callers", { body: { text } }));

export const chooseCaller = (id: string | null): Promise<Basket> =>
  read(api.PUT("/api/phone-bookings/caller", { body: { customer_id: id }, ...byPhone }));

export const callerAddresses = (): Promise<CallerAddress[]> =>
  read(api.GET("/api/phone-bookings/addresses", byPhone));

export const chooseAddress = (id: string): Promise<Basket> =>
  read(api.PUT("/api/phone-bookings/address", { body: { address_id: id }, ...byPhone }));

export const setPlace = (business: string, postcode: string): Promise<Basket> =>
  read(api.PUT("/api/basket/place", { body: { business, postcode }, ...byPhone }));

export const addLine = (service_id: string): Promise<Basket> =>
  read(api.POST("/api/basket/lines", { body: { service_id, seats: 1 }, ...byPhone }));

export const putBundle = (bundle_id: string): Promise<Basket> =>
  read(api.POST("/api/basket/bundles", { body: { bundle_id }, ...byPhone }));

export const addGood = ({ id, kind }: Pick<PhoneGood, "id" | "kind">): Promise<Basket> =>
  read(
    api.POST("/api/basket/goods", {
      body: kind === "product" ? { product_id: id } : { package_id: id },
      ...byPhone,
    }),
  );

export const addGift = (gift: Schemas["GiftIn"]): Promise<Basket> =>
  read(api.POST("/api/basket/goods", { body: { gift }, ...byPhone }));

export const removeGood = (good_id: string): Promise<Basket> =>
  read(api.DELETE("/api/basket/goods/{good_id}", { params: { path: { good_id } }, ...byPhone }));

export const removeLine = (line: string): Promise<Basket> =>
  read(api.DELETE("/api/basket/lines/{line_id}", at(line)));

export const nameCoupon = (code: string): Promise<Basket> =>
  read(api.PUT("/api/basket/coupon", { body: { code }, ...byPhone }));

export const dropCoupon = (): Promise<Basket> => read(api.DELETE("/api/basket/coupon", byPhone));

export const nameGiftCard = (code: string): Promise<Basket> =>
  read(api.PUT("/api/basket/gift-cards", { body: { code }, ...byPhone }));

export const dropGiftCard = (card_id: string): Promise<Basket> =>
  read(api.DELETE("/api/basket/gift-cards/{card_id}", { params: { path: { card_id } }, ...byPhone }));

export const namePass = (code: string): Promise<Basket> =>
  read(api.PUT("/api/basket/passes", { body: { code }, ...byPhone }));

export const dropPass = (pass_id: string): Promise<Basket> =>
  read(api.DELETE("/api/basket/passes/{pass_id}", { params: { path: { pass_id } }, ...byPhone }));

/** Uses a visit of a package for a line; null: none. */
export const takePass = (line: string, pass_id: string | null): Promise<Basket> =>
  read(api.PUT("/api/basket/lines/{line_id}/pass", { ...at(line), body: { pass_id } }));

export const changeExtras = (line: string, extras: Schemas["ExtraIn"][]): Promise<Basket> =>
  read(api.PATCH("/api/basket/lines/{line_id}", { ...at(line), body: { extras } }));

export const saveAnswers = (line: string, answers: Schemas["AnswersIn"]["answers"]): Promise<Basket> =>
  read(api.PATCH("/api/basket/lines/{line_id}/answers", { ...at(line), body: { answers } }));

export function sendFile(line: string, question: string, file: File): Promise<Basket> {
  const form = new FormData();
  form.append("file", file);
  return read(
    api.POST("/api/basket/lines/{line_id}/answers/{question_id}", {
      params: { path: { line_id: line, question_id: question } },
      body: form as unknown as { file: string }, // The document calls the bytes of a file a string.
      bodySerializer: (body) => body,
      ...byPhone,
    }),
  );
}

export const saveDetails = (body: Details): Promise<Basket> =>
  read(api.PATCH("/api/basket/details", { body, ...byPhone }));

export const hold = (
  line: string,
  startsAt: Instant,
  staffId: string | null,
  day?: DayWish,
): Promise<Basket> =>
  read(
    api.POST("/api/holds", {
      body: { line_id: line, starts_at: startsAt, staff_id: staffId, zone: "", ...day },
      ...byPhone,
    }),
  );

export const release = (line: string): Promise<Basket> => read(api.DELETE("/api/holds/{line_id}", at(line)));

const exact = ({ line, startsAt, staffId }: ExactTime) => ({
  line_id: line,
  starts_at: startsAt,
  staff_id: staffId,
});

export const previewTime = (time: ExactTime): Promise<TimePreview> =>
  read(api.POST("/api/phone-bookings/time/preview", { body: exact(time), ...byPhone }));

/** `agreed`: the rules that were shown as broken and are put aside, for the reason. */
export const setTime = (
  time: ExactTime,
  agreed: TimePreview["objections"][number]["code"][],
  reason: string,
): Promise<Basket> =>
  read(api.POST("/api/phone-bookings/time", { body: { ...exact(time), agreed, reason }, ...byPhone }));

export const book = (body: Schemas["BookingIn"], key: string): Promise<Schemas["BookedOut"]> =>
  read(
    api.POST("/api/bookings", {
      params: { header: idempotent(key) },
      body,
      headers: { ...byPhone.headers, ...idempotent(key) },
    }),
  );
