// What the guides for staff members, managers and administrators show: the pages of each area with the sample data.
import { type Page, test } from "@playwright/test";
import { signIn } from "../tests/team";
import { desk, phone, show } from "./camera";

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
      "/ad/requests/",
      "/ad/waiting/",
      "/ad/time-off/",
      "/ad/holidays/",
      "/ad/access/",
      "/ad/invitations/",
      "/ad/audit/",
      "/ad/links/",
      "/ad/settings/valclean/",
      "/ad/settings/valclean/fields/",
    ]);
  });
});
