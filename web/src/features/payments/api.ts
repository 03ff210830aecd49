// Every endpoint of payments, for the browser. The order's link goes along as a header and never in an address.
import { api, idempotent } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { BankColumn, BankLine, Charge, KeptMethod, LedgerEntry, Payment, Refund, Review } from "./rules";

type Schemas = components["schemas"];

const proof = (token: string | undefined) => (token ? { headers: { "X-Order-Token": token } } : {});

/** Ways to pay by a company's page that work now. */
export const paymentMethods = (currency: string, signal: AbortSignal): Promise<string[]> =>
  read(api.GET("/api/payment-methods", { params: { query: { currency } }, signal }));

/** Those of them by which no real money would move. */
export const testMethods = (currency: string, signal: AbortSignal): Promise<string[]> =>
  read(api.GET("/api/test-payment-methods", { params: { query: { currency } }, signal }));

/** A page for what an order owes, the company's or ours: the one that is open, or a new one; `atCompany`: never ours. */
export const openPage = (
  number: string,
  method: string,
  keep: boolean,
  token?: string,
  atCompany = false,
): Promise<Schemas["PageOut"]> =>
  read(
    api.POST("/api/orders/{number}/payments", {
      params: { path: { number } },
      ...proof(token),
      body: { method, keep_card: keep, at_company: atCompany },
    }),
  );

/** Ends an order that waits to be paid. */
export const callOff = (number: string, token?: string): Promise<unknown> =>
  read(api.POST("/api/orders/{number}/call-off", { params: { path: { number } }, ...proof(token) }));

/** How a payment is, asked of the company itself. */
export const checkPayment = (payment_id: string): Promise<Schemas["PaymentStandingOut"]> =>
  read(api.POST("/api/payments/{payment_id}/check", { params: { path: { payment_id } } }));

/** Tries a charge of a kept card now. */
export const retryCharge = (charge_id: string, token?: string): Promise<Charge> =>
  read(api.POST("/api/charges/{charge_id}/retry", { params: { path: { charge_id } }, ...proof(token) }));

/** The company's page on which the reader leaves a card for later. */
export const openKeepPage = (): Promise<Schemas["KeepPageOut"]> => read(api.POST("/api/kept-method-pages"));

/** What was left on it, asked of the company itself; null where nothing was. */
export const checkKeepPage = (page_id: string): Promise<KeptMethod | null> =>
  read(api.POST("/api/kept-method-pages/{page_id}/check", { params: { path: { page_id } } }));

export const keptMethods = (): Promise<KeptMethod[]> => read(api.GET("/api/kept-methods"));

/** Charges go to this one from now on. */
export const preferKept = (kept_id: string): Promise<KeptMethod> =>
  read(api.POST("/api/kept-methods/{kept_id}/prefer", { params: { path: { kept_id } } }));

export const removeKept = (kept_id: string): Promise<unknown> =>
  read(api.DELETE("/api/kept-methods/{kept_id}", { params: { path: { kept_id } } }));

/** Writes down what was paid to the team; the same `key` again is the same taking. */
export const recordTaking = (number: string, body: Schemas["TakingIn"], key: string): Promise<Payment> =>
  read(
    api.POST("/api/orders/{number}/takings", {
      params: { path: { number }, header: idempotent(key) },
      body,
    }),
  );

/** Sends the order's customer the link to pay; the same `key` again is the same letter. */
export const sendPaymentLink = (number: string, key: string): Promise<Schemas["LinkSentOut"]> =>
  read(
    api.POST("/api/orders/{number}/payment-link", {
      params: { path: { number }, header: idempotent(key) },
    }),
  );

export type CardCharged = Schemas["CardChargeOut"];

/** Charges what the order's customer keeps, with their yes; the same `key` again is the same charge. */
export const chargeKept = (
  number: string,
  body: Schemas["CardChargeIn"],
  key: string,
): Promise<CardCharged> =>
  read(
    api.POST("/api/orders/{number}/kept-charges", {
      params: { path: { number }, header: idempotent(key) },
      body,
    }),
  );

/** The link that opens the order as its customer; that it was taken is in the audit. */
export const copyPaymentLink = (number: string): Promise<Schemas["LinkCopiedOut"]> =>
  read(api.POST("/api/orders/{number}/payment-link/copy", { params: { path: { number } } }));

/** An order as the reader sees it. */
export const orderOf = (number: string, signal: AbortSignal): Promise<Schemas["OrderOut"]> =>
  read(api.GET("/api/orders/{number}", { params: { path: { number } }, signal }));

/** Gives back parts of what was paid for lines, with a reason for the record; the same `key` again gives nothing more. */
export const refund = (number: string, body: Schemas["RefundIn"], key: string): Promise<Refund[]> =>
  read(
    api.POST("/api/orders/{number}/refunds", {
      params: { path: { number }, header: idempotent(key) },
      body,
    }),
  );

/** What was paid in cash or by transfer has been given back. */
export const refundGiven = (refund_id: string): Promise<Refund> =>
  read(api.POST("/api/refunds/{refund_id}/given", { params: { path: { refund_id } } }));

/** The books of an order, for administrators. */
export const orderLedger = (number: string, signal: AbortSignal): Promise<LedgerEntry[]> =>
  read(api.GET("/api/orders/{number}/ledger", { params: { path: { number } }, signal }));

/** Sets our keys at a company, or switches it on or off. */
export const setAccount = (
  provider: string,
  mode: string,
  body: Schemas["AccountIn"],
): Promise<Schemas["AccountOut"]> =>
  read(api.PUT("/api/payment-accounts/{provider}/{mode}", { params: { path: { provider, mode } }, body }));

/** Says which company takes new payments of a way to pay first. */
export const orderCompanies = (method: string, providers: string[]): Promise<string[]> =>
  read(
    api.PUT("/api/payment-methods/{method}/companies", { params: { path: { method } }, body: { providers } }),
  );

/** Looks after a company's message anew. */
export const replayNotice = (notice_id: string): Promise<Schemas["NoticeOut"]> =>
  read(api.POST("/api/payment-notices/{notice_id}/replay", { params: { path: { notice_id } } }));

/** A message as it came, with its headers and its body. */
export const noticeSeen = (notice_id: string): Promise<Schemas["NoticeSeenOut"]> =>
  read(api.GET("/api/payment-notices/{notice_id}", { params: { path: { notice_id } } }));

/** Asks the company once more for a refund that failed. */
export const refundAgain = (refund_id: string): Promise<Refund> =>
  read(api.POST("/api/refunds/{refund_id}/again", { params: { path: { refund_id } } }));

/** A refund that failed was given back in another way. */
export const refundOtherwise = (refund_id: string, way: Schemas["OtherwiseIn"]["way"]): Promise<Refund> =>
  read(api.POST("/api/refunds/{refund_id}/otherwise", { params: { path: { refund_id } }, body: { way } }));

/** Sends a bank's statement, with its columns by number where they are named by hand. */
export function sendStatement(
  business: string,
  file: File,
  columns: Partial<Record<BankColumn, number>>,
): Promise<Schemas["BankStatementOut"]> {
  const form = new FormData();
  form.append("file", file);
  const named = Object.fromEntries(
    Object.entries(columns).map(([name, number]) => [`${name}_column`, number]),
  );
  return read(
    api.POST("/api/bank-statements", {
      params: { query: { business, ...named } },
      body: form as unknown as { file: string }, // The document calls the bytes of a file a string.
      bodySerializer: (body) => body,
    }),
  );
}

/** Books lines of a bank's statement as payments of orders. */
export const bookLines = (lines: Schemas["BookedLineIn"][]): Promise<Schemas["BookedLinesOut"]> =>
  read(api.POST("/api/bank-lines/book", { body: { lines } }));

/** Says that a line is of no order, or that it is to be looked at after all. */
export const setLineAside = (line_id: string, is_aside: boolean): Promise<BankLine> =>
  read(api.POST("/api/bank-lines/{line_id}/aside", { params: { path: { line_id } }, body: { is_aside } }));

/** The company's page for a tip after a visit. */
export const openTipPage = (
  number: string,
  body: Schemas["TipIn"],
  token?: string,
): Promise<Schemas["PageOut"]> =>
  read(api.POST("/api/orders/{number}/tips", { params: { path: { number } }, ...proof(token), body }));

/** Gives a tip back whole, with a reason for the record. */
export const refundTip = (tip_id: string, note: string): Promise<Refund> =>
  read(api.POST("/api/tips/{tip_id}/refund", { params: { path: { tip_id } }, body: { note } }));

/** A held order stands, or ends with its money back. */
export const approveReview = (review_id: string): Promise<Review> =>
  read(api.POST("/api/payment-reviews/{review_id}/approve", { params: { path: { review_id } } }));

export const refuseReview = (review_id: string): Promise<Review> =>
  read(api.POST("/api/payment-reviews/{review_id}/refuse", { params: { path: { review_id } } }));

/** Sends our records of a disputed payment to the company, once and for good. */
export const answerDispute = (dispute_id: string, note: string): Promise<Schemas["DisputeSeenOut"]> =>
  read(api.POST("/api/disputes/{dispute_id}/answer", { params: { path: { dispute_id } }, body: { note } }));
