// A mentor in London, a visitor in New York, and the weeks in which their clocks are not five hours apart but four: a
// session is the same instant on the page, in the letters, in the calendar file and in the mentor's own calendar. What
// each clock must show is found here from the zones alone, for whatever day the test runs on.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { agree, expectStep, mailTo, mainAction, someGuest } from "./journey";
import { call, open, signIn } from "./team";

const [HERE, THERE] = ["America/New_York", "Europe/London"];
const DAY = 86_400_000;
/** Far enough that clocks change before it both ways, in both zones. */
const AHEAD = 390;

type Style = Intl.DateTimeFormatOptions;
const told = (at: Date, timeZone: string, style: Style) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, ...style }).format(at);
const timeOf = (at: Date, zone: string) =>
  told(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const monthOf = (at: Date, zone: string) => told(at, zone, { month: "long", year: "numeric" });
const dayOf = (at: Date, zone: string, weekday: "short" | "long" = "short") =>
  `${told(at, zone, { weekday })} ${told(at, zone, { day: "numeric", month: "long" })}`;

/** A clock as Swedish writes it, which is ISO 8601: "2027-03-16 18:00:00". */
const clock = (at: Date, timeZone: string) => at.toLocaleString("sv-SE", { timeZone });
/** Hours ahead of UTC. */
const offset = (at: Date, zone: string) =>
  (Date.parse(`${clock(at, zone).replace(" ", "T")}Z`) - at.getTime()) / 3_600_000;
const apart = (at: Date) => offset(at, THERE) - offset(at, HERE);

/** The mentor works on Tuesdays from six in the evening: those evenings from three days on, as instants. */
function evenings(now: number): Date[] {
  return Array.from({ length: AHEAD - 3 }, (_, day) => new Date(now + (day + 3) * DAY))
    .map((at) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), 18)))
    .filter((at) => at.getUTCDay() === 2)
    .map((at) => new Date(at.getTime() - offset(at, THERE) * 3_600_000));
}

/** A session of an hour, as pages and letters tell it by two clocks. */
function session(at: Date) {
  const end = new Date(at.getTime() + 3_600_000);
  const span = (zone: string) => `${dayOf(at, zone)}, ${timeOf(at, zone)}–${timeOf(end, zone)}`;
  return {
    at,
    words: `${span(HERE)} (${timeOf(at, THERE)} in London)`,
    mine: `${span(HERE)} (New York time)`,
    theirs: `${span(THERE)} (London time)`,
    date: clock(at, THERE).slice(0, 10),
    utc: at.toISOString().replace(/[-:]|\.000/g, ""),
  };
}
type Session = ReturnType<typeof session>;

type Choice = { id: string; name: string; business_id: string };

/** A mentor's hour that can be booked more than a year ahead. */
async function addHour(page: Page, name: string): Promise<string> {
  await signIn(page, "admin");
  const choices = await call<{ categories: Choice[]; staff: Choice[] }>(
    page,
    "GET",
    "/api/catalogue/choices",
  );
  const priya = choices.staff.find((person) => person.name === "Priya Nair");
  const category = choices.categories.find((each) => each.business_id === priya?.business_id);
  const { id } = await call<{ id: string }>(page, "POST", "/api/catalogue/services", {
    business_id: priya?.business_id,
    category_id: category?.id,
    name: { en: name },
    duration_minutes: 60,
    price_amount: 5000,
    venue: "online",
    booking_rules: { horizon_days: AHEAD + 10 },
    offerings: [{ staff_id: priya?.id }],
  });
  return id;
}

/** Turns to the day of this evening and takes its first free time, where the page says by both clocks when that is. */
async function take(page: Page, evening: Date): Promise<Session> {
  await expectStep(page, "Time");
  const month = page.getByRole("heading", { level: 3, name: /^\w+ \d{4}$/ });
  for (let turned = 0; turned < 14 && (await month.textContent()) !== monthOf(evening, HERE); turned += 1)
    await page.getByRole("button", { name: "Next month" }).click();
  await expect(month).toHaveText(monthOf(evening, HERE));
  const day = new RegExp(`^${dayOf(evening, HERE, "long")}, \\d+ free times?$`);
  await page.getByRole("button", { name: day }).click();
  const times = page.getByRole("group", { name: `Times on ${dayOf(evening, HERE)}` }).getByRole("radio");
  const at = new Date((await times.first().getAttribute("value")) ?? "");
  expect(apart(at)).toBe(apart(evening));
  await expect(page.getByText("Times are shown on your clock (New York).")).toContainText(
    `On ${dayOf(at, HERE)}, ${timeOf(at, HERE)} is ${timeOf(at, THERE)} in London.`,
  );
  await page.getByRole("radio", { name: timeOf(at, HERE), exact: true }).check();
  await mainAction(page, /^Keep /).click();
  await expectStep(page, "Basket");
  const taken = session(at);
  await expect(page.getByText(taken.words).first()).toBeVisible();
  return taken;
}

test.use({ timezoneId: HERE });

test("a mentor's sessions beyond the change of the clocks, by two clocks", async ({
  page,
  browser,
  baseURL,
}) => {
  const there = { timezoneId: THERE, ...(baseURL && { baseURL }) };
  const office = await browser.newPage(there);
  const name = `Seasons ${crypto.randomUUID().slice(0, 6)}`;
  const id = await addHour(office, name);

  const now = new Date(Math.floor(Date.now() / 1000) * 1000);
  const all = evenings(now.getTime());
  const between = all.find((at) => apart(at) === 4);
  const after = all.find((at) => apart(at) === 5 && offset(at, THERE) !== offset(now, THERE));
  if (!between || !after) throw new Error("The clocks do not change within a year");
  const sessions: Session[] = [];

  await page.goto("/mentors/priya/");
  await page.getByRole("link", { name: `Book ${name} with Priya Nair` }).click();
  for (const evening of [between, after]) {
    if (sessions.length > 0) await page.getByRole("button", { name: "Add from Almanac Mentors" }).click();
    await expectStep(page, "Service");
    await page.getByRole("radio", { name: new RegExp(`^${name}`) }).check();
    await mainAction(page, "Continue").click();
    sessions.push(await take(page, evening));
  }
  const guest = someGuest();
  await mainAction(page, "Continue to your details").click();
  await page.getByRole("textbox", { name: "Your name" }).fill(guest.name);
  await page.getByRole("textbox", { name: "E-mail" }).fill(guest.email);
  await page.getByRole("textbox", { name: "Phone" }).fill("+1 212 555 0123");
  await mainAction(page, "Continue").click();
  await agree(page);
  for (const { words } of sessions) await expect(page.getByText(words).first()).toBeVisible();
  await mainAction(page, /^Book for £100/).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Booked/ })).toBeVisible();
  for (const { words } of sessions) await expect(page.getByText(words, { exact: true })).toBeVisible();

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Calendar file for all" }).click();
  const file = readFileSync(await (await saved).path(), "utf8");
  for (const { utc } of sessions) expect(file).toContain(`DTSTART:${utc}`);

  const letter = await mailTo(page, guest.email, new RegExp(name));
  for (const { mine, theirs } of sessions) {
    expect(letter.text).toContain(mine);
    expect(letter.text).toContain(theirs);
  }
  await page.goto(/https?:\/\/\S+\/track\/#\S+/.exec(letter.text)?.[0] ?? "");
  for (const { words } of sessions) await expect(page.getByText(words, { exact: true })).toBeVisible();

  // The mentor: what comes first is their own clock.
  const mentors = await mailTo(page, "priya@mentors.example", new RegExp(name));
  for (const { mine, theirs } of sessions) {
    expect(mentors.text).toContain(theirs);
    expect(mentors.text).toContain(mine);
  }
  const mentor = await browser.newPage(there);
  await signIn(mentor, "priya");
  for (const { at, date } of sessions) {
    await open(mentor, `/st/calendar/?view=day&date=${date}`);
    const visit = mentor.getByRole("button", { name: new RegExp(`${timeOf(at, THERE)}.*${name}`) }).first();
    await expect(visit).toBeVisible();
    await visit.click();
    const sheet = mentor.getByRole("dialog");
    await expect(sheet.getByRole("heading", { name: dayOf(at, THERE, "long") })).toBeVisible();
    await expect(sheet.getByRole("article", { name: `${timeOf(at, THERE)} ${name}` })).toBeVisible();
  }
  await mentor.close();

  // Nobody finds it any more: it was made for these sessions.
  await call(office, "POST", `/api/catalogue/services/${id}/archive`, { archived: true });
  await office.close();
});
