import { describe, expect, it } from "vitest";
import { belongsTo, credentials, dashboardOf, type Me, safeNext } from "./rules";

const sam: Me = {
  role: "staff",
  area: "/st/",
  name: "Sam",
  email: "",
  phone: "",
  language: "en",
  user_id: "1",
  customer_id: null,
  staff_id: "2",
  business: null,
  scope_actions: [],
  scope_staff_ids: [],
  revision: 1,
};

describe("safeNext", () => {
  it("keeps a path of this site with its question and place", () => {
    expect(safeNext("/st/hours/?day=1#mon")).toBe("/st/hours/?day=1#mon");
    expect(safeNext("/uk/cus/orders/")).toBe("/uk/cus/orders/");
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/\t/evil.example/",
    "/..//evil.example/",
    "javascript:alert(1)",
    "st/hours/",
    "",
    null,
    "/login/",
    "/de/login/?next=/",
  ])("refuses %s", (next) => {
    expect(safeNext(next)).toBeNull();
  });
});

describe("whose area", () => {
  it("sends somebody to their own dashboard", () => {
    expect(dashboardOf(sam)).toBe("/st/dashboard/");
    expect(belongsTo(sam, "st")).toBe(true);
    expect(belongsTo(sam, "ad")).toBe(false);
  });

  it("knows no area for a stranger, whatever the answer says", () => {
    const stranger: Me = { ...sam, role: "stranger", user_id: null };
    expect(dashboardOf(stranger)).toBeNull();
    expect(belongsTo(stranger, "st")).toBe(false);
  });
});

describe("credentials", () => {
  it("tells an address from a user name, and trims neither's password", () => {
    expect(credentials(" admin ", " p ")).toEqual({ username: "admin", password: " p " });
    expect(credentials("admin@valclean.uk", "p")).toEqual({ email: "admin@valclean.uk", password: "p" });
  });
});
