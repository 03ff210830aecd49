import { describe, expect, it } from "vitest";
import { travels } from "./rules";

const businesses = [
  { slug: "valclean", visits_at_customer: true },
  { slug: "mentors", visits_at_customer: false },
];

describe("travels", () => {
  it("is for those whose business goes to customers' doors", () => {
    expect(travels(businesses, "valclean")).toBe(true);
    expect(travels(businesses, "mentors")).toBe(false);
  });

  it("hides nothing from somebody whose business is not known", () => {
    expect(travels(businesses, undefined)).toBe(true);
    expect(travels([], "mentors")).toBe(true);
  });
});
