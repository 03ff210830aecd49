// The same again in two taps, from the dashboard and from the order.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { expectStep } from "./journey";
import { book, open, signIn } from "./team";

test("what was booked is in the basket again, and its time is chosen", async ({ page }) => {
  await signIn(page, "margaret");
  const { number, staffId } = await book(page, { service: "regular-clean", staff: "grace", days: [31, 36] });
  await open(page, "/cus/dashboard/");
  await expectAccessible(page);
  await page.getByRole("button", { name: `Book again: Order ${number}` }).click();
  await page.waitForURL(/step=time/);
  await expectStep(page, "Time");
  await expect(page.getByRole("grid")).toBeVisible();
  const basket = await (await page.request.get("/api/basket")).json();
  const line = basket.lines.at(-1);
  expect([line.service_slug, line.preferred_staff[0].id, line.starts_at]).toEqual([
    "regular-clean",
    staffId,
    null,
  ]);
  expect(basket.details.line1).toBe("14 Lavender Gardens");
  await open(page, `/cus/orders/${number}/`);
  await page.getByRole("button", { name: "Book again" }).click();
  await expectStep(page, "Time");
});
