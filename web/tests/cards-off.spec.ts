// Cards are switched off again, after the specs of payments: nobody is asked for one, and what is paid now is not sold.
import { expect, test } from "@playwright/test";
import { open } from "./team";
import { checkBooks, switchCards } from "./till";

test.afterAll(checkBooks);

test("switched off, nothing is sold that is paid now", async ({ page }) => {
  await switchCards(page, false);
  await open(page, "/products/portfolio-in-a-weekend/");
  await expect(page.getByText("It cannot be paid for here just now.")).toBeVisible();
});
