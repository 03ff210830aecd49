import { expect, test } from "vitest";
import {
  exportHref,
  isInvoiceState,
  journalHref,
  moneyNamed,
  monthBefore,
  movementNamed,
  periodOf,
  statementHref,
} from "./rules";

const shops = [{ slug: "valclean" }, { slug: "mentors" }];

test("an address that says nothing asks for the last twelve months of the first business", () => {
  expect(periodOf({}, shops, "2026-03-10")).toEqual({
    business: "valclean",
    first_on: "2025-03-10",
    last_on: "2026-03-10",
  });
  expect(periodOf({}, shops, "2028-02-29").first_on).toBe("2027-02-28");
});

test("an address is read as far as it can be", () => {
  const asked = { business: "mentors", first_on: "2026-01-01", last_on: "yesterday" };
  expect(periodOf(asked, shops, "2026-03-10")).toEqual({
    business: "mentors",
    first_on: "2026-01-01",
    last_on: "2026-03-10",
  });
  expect(periodOf({ business: ["a", "b"] }, [], "2026-03-10").business).toBe("");
});

test("the month before, over the new year too", () => {
  expect(monthBefore("2026-03-10")).toEqual({ first_on: "2026-02-01", last_on: "2026-02-28" });
  expect(monthBefore("2026-01-01")).toEqual({ first_on: "2025-12-01", last_on: "2025-12-31" });
});

test("files have their period in the address", () => {
  const period = { business: "valclean", first_on: "2026-02-01", last_on: "2026-02-28" };
  expect(exportHref("xero", period)).toBe(
    "/api/invoice-exports/xero.csv?business=valclean&first_on=2026-02-01&last_on=2026-02-28",
  );
  expect(exportHref("xero_journals", period)).toContain(
    "/api/invoice-exports/xero_journals.csv?business=valclean",
  );
  expect(journalHref("beancount", { first_on: "2026-02-01", last_on: "2026-02-28" }, "Europe/London")).toBe(
    "/api/journal/beancount?first_on=2026-02-01&last_on=2026-02-28&zone=Europe%2FLondon",
  );
  expect(exportHref("xero", period, "test")).toContain("&money=test");
  expect(moneyNamed("everything")).toBe("");
  expect(statementHref("c1", period, "de")).toContain("/api/customers/c1/statement.pdf?business=valclean");
  expect(statementHref("c1", period, "de", "test")).toContain("&money=test");
});

test("what nobody knows has words too", () => {
  expect(movementNamed("refund")).toBe("refund");
  expect(movementNamed("gift")).toBe("other");
  expect(isInvoiceState("paid")).toBe(true);
  expect(isInvoiceState("eaten")).toBe(false);
});
