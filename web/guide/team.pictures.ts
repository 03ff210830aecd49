// What the guides for staff members, managers and administrators show: the pages of each area with the sample data.
import { type Page, test } from "@playwright/test";
import { as, call, open, proven, signIn } from "../tests/team";
import { desk, phone, show, take } from "./camera";

/** Signs in and takes each page; the path's own words are the picture's name. */
async function walk(page: Page, who: string, paths: string[]): Promise<void> {
  await signIn(page, who);
  for (const path of paths) await show(page, path, path.split("/").filter(Boolean).join("-"));
}

test.describe("on a telephone", () => {
  test.use({ viewport: phone });

  test("customer", async ({ page }) => {
    await walk(page, "margaret", ["/cus/dashboard/", "/cus/details/", "/cus/addresses/", "/cus/waiting/"]);
  });

  test("staff member", async ({ page }) => {
    await walk(page, "maria", [
      "/st/dashboard/",
      "/st/calendar/",
      "/st/hours/",
      "/st/areas/",
      "/st/customers/",
      "/st/profile/",
      "/st/why-not/",
    ]);
  });
});

test.describe("at a desk", () => {
  test.use({ viewport: desk });

  test("manager", async ({ page }) => {
    await walk(page, "manager", ["/man/dashboard/", "/man/calendar/", "/man/staff/", "/man/customers/"]);
  });

  test("a price, tried out", async ({ page }) => {
    await signIn(page, "admin");
    await open(page, "/ad/pricing/try/");
    await page.getByLabel("Service", { exact: true }).selectOption({ label: "Lawn mowing" });
    await page.getByLabel("Day").fill("2026-06-13");
    await page.getByLabel(/^Code/).fill("WELCOME10");
    await page.getByRole("button", { name: "Calculate" }).click();
    await page.getByRole("region", { name: "What it costs" }).waitFor();
    await page.setViewportSize({ ...desk, height: 1_560 }); // the question and the whole answer
    await take(page, "ad-pricing-try");
  });

  test("administrator", async ({ page }) => {
    await walk(page, "admin", [
      "/ad/dashboard/",
      "/ad/calendar/",
      "/ad/book/",
      "/ad/orders/",
      "/ad/customers/",
      "/ad/staff/",
      "/ad/catalogue/",
      "/ad/catalogue/order/",
      "/ad/pricing/coupons/",
      "/ad/waiting/",
      "/ad/holidays/",
      "/ad/access/",
      "/ad/audit/",
      "/ad/links/",
      "/ad/settings/valclean/",
      "/ad/settings/valclean/fields/",
    ]);
  });

  // Last: what is asked for here would be counted on the other pictures.
  test("requests, time off and invitations", async ({ page }) => {
    await signIn(page, "margaret");
    type Orders = { items: { lines: { appointment_id: string }[] }[] };
    const { items } = await call<Orders>(page, "GET", "/api/orders");
    const asked = [
      {
        kind: "move",
        wishes: [{ on: "2026-06-15", part: "morning" }, { on: "2026-06-16" }],
        note: "My sister is in town that week.",
      },
      { kind: "cancel", note: "We are moving house." },
    ];
    for (const [index, body] of asked.entries())
      await call(
        page,
        "POST",
        `/api/appointments/${items[index]?.lines[0]?.appointment_id}/change-requests`,
        body,
      );
    const away = {
      maria: ["2026-07-06", "2026-07-11", "A week by the sea"],
      grace: ["2026-06-18", "2026-06-19", "The dentist"],
    };
    for (const [who, [first, last, reason]] of Object.entries(away)) {
      await as(page, who);
      const { staff_id } = await call<{ staff_id: string }>(page, "GET", "/api/me");
      const span = { starts_at: `${first}T00:00:00+01:00`, ends_at: `${last}T00:00:00+01:00`, reason };
      await call(page, "POST", `/api/staff-members/${staff_id}/time-off`, span);
    }
    await as(page, "admin");
    await proven(page, "admin");
    for (const [name, role] of [
      ["Ivy Green", "staff"],
      ["Sam Hill", "manager"],
    ] as const) {
      const email = `${name.toLowerCase().replace(" ", ".")}@example.org`;
      await call(page, "POST", "/api/invitations", { email, name, role, business: "valclean" });
    }
    await show(page, "/ad/requests/", "ad-requests");
    await show(page, "/ad/time-off/", "ad-time-off");
    await page.setViewportSize({ ...desk, height: 1_560 }); // the form and the list below it
    await show(page, "/ad/invitations/", "ad-invitations");
  });
});
