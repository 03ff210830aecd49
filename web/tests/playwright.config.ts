// The browser tests. They need a running stack (`make run`, or the Makefile's own) and start none themselves.
import { defineConfig } from "@playwright/test";

// Each by itself asks for cards to be on (till.ts), so that one alone can be run too.
const PAYING =
  /\/(pay|cards|products|gift-cards|packages|paid-subscription|transfers|coupon-race|odd-payments|phone-goods|loyalty|payments-timeline|asking)\.spec\.ts$/;

// They move the product's clock on: links of others would be over, and their holds.
const CLOCK = /\/(baskets|rival)\.spec\.ts$/;

// They change how everybody pays.
const ALONE = /\/(cards-(on|off)|in-page|second-company|other-ways)\.spec\.ts$/;

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: true,
  workers: 2,
  // Generous, because two cores may carry the product, the browser and other tests at once.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  // While cards are switched on, every booking on the stack asks how it is paid: what pays comes when the others are done.
  projects: [
    // ALMANAC_PAYING_ALONE: none of them, so that the others come at once (`make test ONLY=paying`).
    { name: "journeys", testIgnore: process.env.ALMANAC_PAYING_ALONE ? /./ : [PAYING, ALONE, CLOCK] },
    // One after the other: a hold of one would be over when another moves the clock on.
    { name: "clock", testMatch: CLOCK, dependencies: ["journeys"], workers: 1 },
    { name: "cards-on", testMatch: /\/cards-on\.spec\.ts$/, dependencies: ["clock"] },
    { name: "paying", testMatch: PAYING, dependencies: ["cards-on"] },
    { name: "in-page", testMatch: /\/in-page\.spec\.ts$/, dependencies: ["paying"] },
    { name: "second-company", testMatch: /\/second-company\.spec\.ts$/, dependencies: ["in-page"] },
    { name: "other-ways", testMatch: /\/other-ways\.spec\.ts$/, dependencies: ["second-company"] },
    { name: "cards-off", testMatch: /\/cards-off\.spec\.ts$/, dependencies: ["other-ways"] },
  ],
  use: {
    baseURL: process.env.ALMANAC_WEB_URL ?? "http://127.0.0.1:3000",
    viewport: { width: 360, height: 740 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    // One context a worker, emptied between tests: it keeps what it loaded of the product and need not be started again.
    reuseContext: true,
    serviceWorkers: "block", // a worker for each test's own browser costs more than the page; pwa.spec.ts lets it come
    contextOptions: { reducedMotion: "reduce" }, // nothing to wait for and nothing to draw twice
    // A trace costs a third of the browser's CPU: TRACE=1 asks for one when a failure is looked into.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.ALMANAC_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
