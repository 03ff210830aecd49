// A service's own questions: what must be answered is told, a question shows when another answer asks for it, a picture is
// sent; and whoever looks after the visit reads it all with the visit, each what is theirs to know.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import {
  agree,
  chooseService,
  chooseTime,
  expectStep,
  giveDetails,
  givePostcode,
  mainAction,
  pressBook,
  someGuest,
} from "./journey";
import { call, open, signIn } from "./team";

type Choice = { id: string; name: string; business_id: string };

const [SAFE, CODE, DOOR, FOUND] = Array.from({ length: 4 }, () => crypto.randomUUID());
const form = [
  { id: SAFE, kind: "yes_no", label: { en: "Is there a key safe?" }, is_required: true, for_staff: true },
  {
    id: CODE,
    kind: "text",
    label: { en: "Where is it?" },
    is_required: true,
    for_staff: true,
    show_if: { question: SAFE, test: "is", value: "yes" },
  },
  { id: DOOR, kind: "file", label: { en: "A picture of the door" }, is_required: true, for_staff: true },
  { id: FOUND, kind: "text", label: { en: "How did you find us?" } },
];

/** A service of James's that asks this. */
async function addAsking(page: Page, name: string): Promise<string> {
  await signIn(page, "admin");
  const choices = await call<{ categories: Choice[]; staff: Choice[] }>(
    page,
    "GET",
    "/api/catalogue/choices",
  );
  const james = choices.staff.find((person) => person.name === "James Okafor");
  const category = choices.categories.find((each) => each.business_id === james?.business_id);
  const { id } = await call<{ id: string }>(page, "POST", "/api/catalogue/services", {
    business_id: james?.business_id,
    category_id: category?.id,
    name: { en: name },
    duration_minutes: 60,
    price_amount: 3000,
    questions: form,
    offerings: [{ staff_id: james?.id }],
  });
  return id;
}

/** What stands below a question. */
const said = (page: Page, question: string) =>
  page.getByRole("term").filter({ hasText: question }).locator("xpath=following-sibling::dd");

test("questions are answered by a guest, with a picture, and read by who comes", async ({
  page,
  browser,
  baseURL,
}) => {
  const somebody = async () => (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
  const office = await somebody();
  const name = `Lock change ${crypto.randomUUID().slice(0, 6)}`;
  const id = await addAsking(office, name);

  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, new RegExp(`^${name}`));
  const extras = mainAction(page, "Continue without extras");
  const questions = page.getByRole("heading", { level: 1, name: "A few questions" });
  await expect(extras.or(questions)).toBeVisible();
  if (await extras.isVisible()) await extras.click();
  await expectStep(page, "Questions");
  await mainAction(page, /^Continue/).click();
  const summary = page.getByRole("group", { name: "2 things to put right" });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("A picture of the door: Please choose a file.");
  await expectAccessible(page);

  const where = page.getByLabel("Where is it?");
  await expect(where).toBeHidden();
  await page.getByRole("radio", { name: "Yes" }).check();
  await where.fill("Left of the door, behind the drain");
  const picture = { name: "door.png", mimeType: "image/png", buffer: await page.screenshot() };
  await page.getByLabel("A picture of the door").setInputFiles(picture);
  await expect(page.getByRole("button", { name: "Take door.webp away" })).toBeVisible();
  await page.getByLabel("How did you find us?").fill("By the bus stop");
  await mainAction(page, /^Continue/).click();
  const startsAt = await chooseTime(page, { day: 9, nth: 2 });
  await mainAction(page, "Continue to your details").click();
  await giveDetails(page, someGuest());
  await agree(page);
  const number = await pressBook(page);
  await expect(said(page, "Where is it?")).toHaveText("Left of the door, behind the drain");

  await office.goto(`/ad/orders/${number}/`);
  await expect(said(office, "Is there a key safe?")).toHaveText("Yes");
  await expect(said(office, "How did you find us?")).toHaveText("By the bus stop");
  const link = said(office, "A picture of the door").getByRole("link", { name: "door.webp" });
  const sent = await office.request.get((await link.getAttribute("href")) ?? "");
  expect(sent.headers()["content-type"]).toBe("image/webp");
  await expectAccessible(office);

  const james = await somebody();
  await signIn(james, "james");
  await open(james, `/st/calendar/?view=day&date=${startsAt.slice(0, 10)}`);
  await james
    .getByRole("button", { name: new RegExp(name) })
    .first()
    .click();
  const sheet = james.getByRole("dialog");
  await expect(sheet.getByRole("link", { name: "door.webp" })).toBeVisible();
  await expect(said(james, "Where is it?")).toHaveText("Left of the door, behind the drain");
  await expect(sheet.getByText("How did you find us?")).toBeHidden(); // Not marked as theirs to know.
  await expectAccessible(james);
  await james.context().close();

  await call(office, "POST", `/api/catalogue/services/${id}/archive`, { archived: true });
  await office.context().close();
});
