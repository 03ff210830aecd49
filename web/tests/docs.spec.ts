import { expect, test } from "@playwright/test";

test("the API's documentation opens under the site's own address and policy", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto("/api/docs/");
  await expect(page.getByText("/api/bookings").first()).toBeVisible();
  expect(complaints).toEqual([]);
});
