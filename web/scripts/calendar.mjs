// The team's calendar at its size: 40 people, a week, 400 visits. First paint, all visits there, and the frames while one is
// dragged: `node scripts/calendar.mjs`. Opens its own service, people and visits by the API of a throw-away product.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { executablePath, flags } from "./chromium.mjs";

const [PEOPLE, VISITS_EACH, RUNS] = [40, 10, 5];
const DAY = 86_400_000;
const origin = process.env.ALMANAC_WEB_URL ?? "http://127.0.0.1:3000";
const signIns = readFileSync(process.env.ALMANAC_SIGN_INS, "utf8").trim().split("\n");
const password = signIns
  .map((line) => line.trim().split(/\s+/))
  .find((words) => words.at(-3) === "admin")
  ?.at(-1);

const monday = new Date(Math.ceil((Date.now() + 14 * DAY) / DAY) * DAY);
while (monday.getUTCDay() !== 1) monday.setTime(monday.getTime() + DAY);
const week = monday.toISOString().slice(0, 10);

const browser = await chromium.launch({ executablePath, args: flags });

/** A browser of its own, and how it asks the API. */
async function visitor() {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 1000 } });
  const call = async (method, path, data) => {
    const token = (await context.cookies()).find(({ name }) => name === "csrftoken")?.value ?? "";
    const headers = { "X-CSRFToken": token, Referer: origin, "Idempotency-Key": crypto.randomUUID() };
    const answer = await context.request.fetch(path, { method, headers, ...(data && { data }) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.status() === 204 ? undefined : answer.json();
  };
  return { context, call };
}

const admin = await visitor();
await admin.context.request.get("/_allauth/browser/v1/config");
await admin.call("POST", "/_allauth/browser/v1/auth/login", { username: "admin", password });

const choices = await admin.call("GET", "/api/catalogue/choices");
const mentor = choices.staff.find(({ name }) => name.startsWith("Priya"));
const category = choices.categories.find(({ business_id }) => business_id === mentor.business_id);
const spans = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday: weekday - 1,
  start_minute: 0,
  end_minute: 1440,
  kind: "work",
}));
const people = [];
for (let number = 1; number <= PEOPLE; number += 1) {
  const name = `Busy ${String(number).padStart(2, "0")}`;
  const { id } = await admin.call("POST", "/api/staff-records", { business: "mentors", name });
  await admin.call("PUT", `/api/staff-records/${id}`, {
    name,
    title: {},
    biography: {},
    zone: "Europe/London",
    location_id: null,
    is_bookable: true,
    languages: [],
    expertise: [],
  });
  await admin.call("PUT", `/api/staff-members/${id}/hours`, { spans });
  people.push(id);
}
const service = await admin.call("POST", "/api/catalogue/services", {
  business_id: mentor.business_id,
  category_id: category.id,
  name: { en: "A busy hour" },
  duration_minutes: 60,
  price_amount: 1000,
  venue: "online",
  offerings: people.map((staff_id) => ({ staff_id })),
});

/** Ten visits of one person, as one order of a guest. */
async function fill(staff_id) {
  const { context, call } = await visitor();
  for (let number = 0; number < VISITS_EACH; number += 1) {
    const starts_at = new Date(
      monday.getTime() + (number % 7) * DAY + (9 + Math.floor(number / 7) * 3) * 3_600_000,
    );
    const wish = { service_id: service.id, extras: [], seats: 1, preferred_staff: [staff_id] };
    const { lines } = await call("POST", "/api/basket/lines", wish);
    await call("POST", "/api/holds", {
      line_id: lines.at(-1).id,
      starts_at: starts_at.toISOString(),
      staff_id,
    });
  }
  const guest = {
    name: "Nora Newcomer",
    email: `nora.${crypto.randomUUID()}@example.org`,
    phone: "+442079460201",
  };
  const { total_amount } = await call("PATCH", "/api/basket/details", guest);
  await call("POST", "/api/bookings", {
    shown_total_amount: total_amount,
    payment_method: "pay_on_site",
    terms_accepted: true,
    early_start_consent: true,
  });
  await context.close();
}
for (const id of people) await fill(id);

/** Opens the week: the first paint, and when the last of the visits is there, in milliseconds. */
async function opened(page) {
  await page.goto(`/ad/calendar/?business=mentors&view=week&date=${week}`);
  await page.waitForFunction(
    (count) => document.querySelectorAll("[data-visit]").length >= count,
    PEOPLE * VISITS_EACH,
  );
  return page.evaluate(
    () =>
      new Promise((tell) =>
        requestAnimationFrame(() =>
          setTimeout(() => {
            const [paint] = performance.getEntriesByName("first-contentful-paint");
            tell([paint.startTime, performance.now()]);
          }),
        ),
      ),
  );
}

/** Drags a visit over the table and back, and calls it off: how long each frame took. */
async function dragged(page) {
  const visit = page.locator("[data-visit]").nth(20);
  await visit.scrollIntoViewIfNeeded();
  const box = await visit.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.evaluate(() => {
    window.frames_ = [];
    let last = performance.now();
    const next = (now) => {
      window.frames_.push(now - last);
      last = now;
      window.next_ = requestAnimationFrame(next);
    };
    window.next_ = requestAnimationFrame(next);
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 120; step += 1)
    await page.mouse.move(x + 260 * Math.sin(step / 12), y + 160 * Math.sin(step / 7));
  await page.keyboard.press("Escape");
  await page.mouse.up();
  return page.evaluate(() => {
    cancelAnimationFrame(window.next_);
    return window.frames_.slice(2);
  });
}

const sorted = (values) => values.toSorted((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
const round = (value) => Math.round(value * 10) / 10;
const [paints, wholes, frames] = [[], [], []];
for (let run = 0; run < RUNS; run += 1) {
  const page = await admin.context.newPage();
  const [paint, whole] = await opened(page);
  paints.push(paint);
  wholes.push(whole);
  frames.push(...(await dragged(page)));
  await page.close();
}
console.log(
  `calendar  first paint ${round(at(paints, 0.5))} ms, all visits ${round(at(wholes, 0.5))} ms, ` +
    `frame median ${round(at(frames, 0.5))} ms, frame p95 ${round(at(frames, 0.95))} ms, frames ${frames.length}`,
);
await browser.close();
