// Cards are switched on by an administrator: until then nothing that is paid now is sold. The specs of payments come after it.
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { open } from "./team";
import { checkBooks, switchCards } from "./till";

test.afterAll(checkBooks);

test("what is paid now is not sold until an administrator switches cards on", async ({ page }) => {
  await open(page, "/products/portfolio-in-a-weekend/");
  await expect(page.getByText("It cannot be paid for here just now.")).toBeVisible();
  await switchCards(page, true);
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await open(page, "/products/portfolio-in-a-weekend/");
  await expect(page.getByRole("button", { name: "Put it in the basket" })).toBeVisible();
});
