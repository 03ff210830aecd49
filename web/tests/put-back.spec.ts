// A visit that was called off or moved by mistake: for a day whoever looks after it undoes that, from the page of its order.
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { as, book, call, callOff, open, signIn } from "./team";

type Sold = { lines: { appointment_id: string }[] };

test("a manager puts back what was called off, seeing what is owed again", async ({ page }) => {
  await signIn(page, "margaret");
  const { number } = await book(page, { service: "handyman-visit", staff: "james", days: [40, 44] });
  const sold = await call<Sold>(page, "GET", `/api/orders/${number}`);
  await as(page, "manager");
  await callOff(page, sold.lines[0]?.appointment_id, "the wrong one");
  await open(page, `/man/orders/${number}/`);
  await expect(page.getByText("Cancelled", { exact: true })).toBeVisible();
  const opener = page.getByRole("button", { name: "Put it back" });
  await opener.click();
  const question = page.getByRole("region", { name: "Put Handyman visit back?" });
  await expect(question).toContainText("It stands again at its time, with James Okafor.");
  await expect(question).toContainText("£55.00 is owed again. It is paid on the day.");
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await question.getByRole("button", { name: "Go back" }).click();
  await expect(opener).toBeFocused();
  await page.keyboard.press("Enter");
  await question.getByRole("button", { name: "Put it back" }).dblclick();
  await expect(page.getByRole("status").filter({ hasText: "It stands again." })).toBeVisible();
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Put it back" })).toHaveCount(0);
});

test("a manager undoes a move, seeing when and with whom it is again", async ({ page }) => {
  await signIn(page, "margaret");
  const { number, startsAt, staffId } = await book(page, {
    service: "handyman-visit",
    staff: "james",
    days: [46, 50],
  });
  const sold = await call<Sold>(page, "GET", `/api/orders/${number}`);
  const visit = sold.lines[0]?.appointment_id ?? "";
  await as(page, "manager");
  const earlier = new Date(Date.parse(startsAt) - 2 * 3_600_000).toISOString();
  await call(page, "POST", `/api/appointments/${visit}/move`, { starts_at: earlier, staff_id: staffId });
  await open(page, `/man/orders/${number}/`);
  const opener = page.getByRole("button", { name: "Undo the move" });
  await opener.click();
  const question = page.getByRole("region", { name: "Undo the move of Handyman visit?" });
  await expect(question).toContainText(/It is on .+ again, with James Okafor\./);
  await expect(question).toContainText("Its price stays. Margaret gets a message with the time.");
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await question.getByRole("button", { name: "Go back" }).click();
  await expect(opener).toBeFocused();
  await page.keyboard.press("Enter");
  await question.getByRole("button", { name: "Move it back" }).dblclick();
  await expect(page.getByRole("status").filter({ hasText: "It is where it was." })).toBeVisible();
  await expect(opener).toHaveCount(0);
  type Visit = { starts_at: string; can: { undo_move: boolean } };
  const now = await call<Visit>(page, "GET", `/api/appointments/${visit}`);
  expect([Date.parse(now.starts_at), now.can.undo_move]).toEqual([Date.parse(startsAt), false]);
});
