import { describe, expect, it } from "vitest";
import {
  belongsTo,
  credentials,
  dashboardOf,
  keyOf,
  type Me,
  passwordFault,
  safeNext,
  withFragment,
} from "./rules";

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

  it("leaves what only looks like an address where it is: on this site", () => {
    for (const odd of [
      "/%2F%2Fevil.example/",
      "/%5Cevil.example/",
      "/javascript:alert(1)",
      "/@evil.example/",
    ])
      expect(new URL(safeNext(odd) ?? "", "https://almanac.example").origin).toBe("https://almanac.example");
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/\t/evil.example/",
    "/..//evil.example/",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "/%2F/evil.example/\\",
    "\\evil.example",
    "\\/\\/evil.example",
    "data:text/html,x",
    "http:evil.example",
    "/\u0000/evil.example",
    "/ /evil.example/",
    "st/hours/",
    "",
    null,
    "/login/",
    "/de/login/?next=/",
    "/reset/a-key/",
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

describe("what allauth says of a password", () => {
  it("is none, one we have words for, or one we have not", () => {
    expect(passwordFault([])).toBeNull();
    expect(passwordFault(["password_too_common", "password_too_short"])).toBe("too_common");
    expect(passwordFault(["password_of_the_day"])).toBe("refused");
  });
});

describe("the key in a link", () => {
  it("is read as the server made it", () => {
    expect(keyOf("MQ%3A1vX%3Aab")).toBe("MQ:1vX:ab");
    expect(keyOf("%E0%A4%A")).toBe("%E0%A4%A");
  });
});

describe("the order's link behind the #", () => {
  it("goes along, unless the path has a place of its own", () => {
    expect(withFragment("/track/", "#abc")).toBe("/track/#abc");
    expect(withFragment("/st/hours/#mon", "#abc")).toBe("/st/hours/#mon");
    expect(withFragment("/cus/orders/", "")).toBe("/cus/orders/");
  });
});
