// A clean every two weeks for three months: every date is seen before booking, one is left out; then from the order's link
// one visit is skipped by a pause, the rest moved and cancelled as the plan showed; the team sees it and undoes the last change.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import {
  agree,
  chooseService,
  chooseTime,
  giveDetails,
  givePostcode,
  mainAction,
  pressBook,
  someGuest,
} from "./journey";
import { call, open, ready, signIn } from "./team";

const dates = (page: Page) => page.getByRole("list", { name: "All dates" }).getByRole("listitem");
const visits = (page: Page) => page.getByText("called off", { exact: true });

type Found = { id: string; customer_name: string };

test("every two weeks: seen, booked, paused, moved, cancelled and undone", async ({ page, browser }) => {
  const guest = someGuest("Rhoda Again");
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, /^Regular clean/);
  await expect(page.getByText(/^(When suits you|Anything extra)/)).toBeVisible();
  if (await page.getByText("Anything extra?").isVisible())
    await mainAction(page, "Continue without extras").click();
  await chooseTime(page, { day: 6, nth: 3 });

  await page.getByText("Come again regularly?").click();
  await page.getByLabel("How often?").selectOption({ label: "Every two weeks" });
  await expect(page.getByText(/^Every two weeks · \d visits$/)).toBeVisible();
  const count = await dates(page).count();
  expect(count).toBeGreaterThanOrEqual(6);
  await page
    .getByRole("button", { name: /^Leave out: / })
    .first()
    .click();
  await expect(page.getByText(/: left out$/)).toBeVisible();
  await expect(page.getByText(`Every two weeks · ${count - 1} visits`)).toBeVisible();
  await page
    .getByRole("button", { name: /^Other time: / })
    .nth(1)
    .click();
  await expect(page.getByRole("list", { name: "Free times near this date" })).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);

  await mainAction(page, "Continue to your details").click();
  await giveDetails(page, guest);
  await agree(page);
  const number = await pressBook(page);
  await page.getByRole("link", { name: "Move or cancel this booking" }).click();
  const panel = page.getByRole("region", { name: /^All visits: / });
  await expect(panel).toBeVisible();
  await expect(panel.getByText(/^Running · next /)).toBeVisible();

  await panel.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "See what it means" }).click();
  await expect(page.getByText(`${count - 1} visits change`)).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: "Back" }).click();

  await panel
    .getByRole("button", { name: /^Move from here on: / })
    .nth(1)
    .click();
  const day = page.getByLabel("New day of this visit");
  const next = new Date(`${await day.inputValue()}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  await day.fill(next.toISOString().slice(0, 10));
  await page.getByRole("button", { name: "See what it means" }).click();
  await expect(page.getByText(`${count - 2} visits change`)).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.getByRole("button", { name: "Move them" }).click();
  await expect(page.getByText("Done. The visits below are as they are now.")).toBeVisible();

  await panel.getByRole("button", { name: "Cancel the rest" }).click();
  await page.getByRole("button", { name: "See what it means" }).click();
  await expect(page.getByText("Nothing to pay, nothing goes back.")).toBeVisible();
  await page.getByRole("button", { name: "Cancel them" }).click();
  await expect(panel.getByText("Cancelled", { exact: true })).toBeVisible();
  await expect(visits(page)).toHaveCount(count - 1);
  for (const width of [360, 768, 1440]) await expectFits(page, width);

  const team = await (await browser.newContext()).newPage();
  await signIn(team, "admin");
  const list = await call<{ items: Found[] }>(team, "GET", "/api/subscriptions?state=cancelled");
  const found = list.items.find((each) => each.customer_name === guest.name);
  await open(team, "/ad/subscriptions/?state=cancelled");
  await expectAccessibleInBoth(team);
  await team.getByRole("link", { name: guest.name }).first().click();
  await expect(team).toHaveURL(new RegExp(`/ad/subscriptions/${found?.id}/`));
  await team.getByRole("button", { name: "Undo the last change" }).click();
  await expect(team.getByText(`${count - 1} visits change`)).toBeVisible();
  await team.getByRole("button", { name: "Put them back" }).click();
  await expect(team.getByText(/^Running · next /)).toBeVisible();
  await expect(visits(team)).toHaveCount(0);
  for (const width of [360, 768, 1440]) await expectFits(team, width);

  // One visit alone, by the team: from the series to its order, and back.
  await team
    .getByRole("link", { name: /^Change only this: / })
    .last()
    .click();
  await expect(team).toHaveURL(new RegExp(`/ad/orders/${number}/#visit-`));
  await ready(team);
  await team
    .getByRole("button", { name: /^Cancel: / })
    .last()
    .click();
  await expect(team.getByText(/For a day it can be put back/)).toBeVisible();
  await expectAccessibleInBoth(team);
  await team.getByRole("button", { name: "Cancel the visit" }).click();
  await expect(team.getByRole("button", { name: /^Cancel: / })).toHaveCount(count - 2);
  for (const width of [360, 768, 1440]) await expectFits(team, width);
  await team.getByRole("link", { name: /^All visits: / }).click();
  await expect(team).toHaveURL(new RegExp(`/ad/subscriptions/${found?.id}/`));
  await expect(visits(team)).toHaveCount(1);
  await expect(team.getByText(/^Running · next /)).toBeVisible();
  await team.context().close();
});
