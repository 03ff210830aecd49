import { describe, expect, it } from "vitest";
import { productPath } from "./rules";

describe("the address of a product", () => {
  it("is its slug alone", () =>
    expect(productPath({ slug: "twelve-answers" })).toBe("/products/twelve-answers/"));
});
