import { describe, expect, it } from "vitest";
import { bookingHref, byCategory, lengthParts, priceVaries, type Service } from "./rules";

function service(slug: string, category: string): Service {
  return {
    id: slug,
    slug,
    business: "valclean",
    category: { slug: category, name: category, description: "", picture_url: "" },
    name: slug,
    description: "",
    preparation: "",
    duration_minutes: 60,
    price_amount: 5000,
    price_from_amount: 4500,
    plus_tax: false,
    currency: "GBP",
    venue: "customer",
    capacity: 1,
    picture_url: "",
    extras: [],
    questions: [],
    staff: [],
  };
}

describe("services", () => {
  it("stand under their categories, in the server's order", () => {
    const found = byCategory([service("b", "home"), service("x", "garden"), service("a", "home")]);
    expect(found.map((each) => [each.slug, each.services.map((item) => item.slug)])).toEqual([
      ["home", ["b", "a"]],
      ["garden", ["x"]],
    ]);
  });

  it("have a length that reads well", () => {
    expect(lengthParts(45)).toEqual({ unit: "minutes", hours: 0, minutes: 45 });
    expect(lengthParts(120).unit).toBe("hours");
    expect(lengthParts(150)).toEqual({ unit: "both", hours: 2, minutes: 30 });
  });

  it("say 'from' only when somebody costs more", () => {
    const person = { price_amount: 4500 } as Service["staff"][number];
    expect(priceVaries({ price_from_amount: 4500, staff: [person] })).toBe(false);
    expect(priceVaries({ price_from_amount: 4500, staff: [person, { ...person, price_amount: 1 }] })).toBe(
      true,
    );
  });

  it("are booked by an address that names service and person", () => {
    expect(bookingHref(service("deep", "home"), "maria")).toBe(
      "/booking/?business=valclean&service=deep&staff=maria",
    );
  });
});
