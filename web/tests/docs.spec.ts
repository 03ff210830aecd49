import { expect, test } from "@playwright/test";

test("the API's documentation opens under the site's own address and policy", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto("/api/docs/");
  // Whoever is first after a start waits until the document is made.
  await expect(page.getByText("/api/bookings").first()).toBeVisible({ timeout: 60_000 });
  expect(complaints).toEqual([]);
});
