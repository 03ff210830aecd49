// Lighthouse on a slow phone, the median of several runs: `npm run lighthouse -- /booking/ --runs 5`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { executablePath, flags } from "./chromium.mjs";

const args = process.argv.slice(2);
const runsAt = args.indexOf("--runs");
const runs = runsAt < 0 ? 5 : Number(args[runsAt + 1]);
const paths = args.filter((arg) => arg.startsWith("/"));
const origin = process.env.ALMANAC_WEB_URL ?? "http://127.0.0.1:3000";
const categories = ["performance", "accessibility", "best-practices"];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const profile = await mkdtemp(join(tmpdir(), "almanac-lighthouse-"));
const chrome = await launch({ chromePath: executablePath, chromeFlags: flags, userDataDir: profile });
try {
  for (const path of paths.length > 0 ? paths : ["/"]) {
    const results = [];
    for (let run = 0; run < runs; run += 1) {
      const result = await lighthouse(origin + path, {
        port: chrome.port,
        onlyCategories: categories,
        logLevel: "error",
      });
      results.push(result.lhr);
    }
    const score = (name) => Math.round(median(results.map((lhr) => lhr.categories[name].score)) * 100);
    const millis = (name) => Math.round(median(results.map((lhr) => lhr.audits[name].numericValue)));
    console.log(
      `${path}  ${categories.map((name) => `${name} ${score(name)}`).join(", ")}; first paint ${millis("first-contentful-paint")} ms, ` +
        `largest ${millis("largest-contentful-paint")} ms, blocked ${millis("total-blocking-time")} ms`,
    );
    for (const audit of Object.values(results[0].audits)) {
      const counts = categories.some((name) =>
        results[0].categories[name].auditRefs.some((ref) => ref.id === audit.id && ref.weight > 0),
      );
      if (counts && audit.score !== null && audit.score < 0.9)
        console.log(`  ${audit.id}: ${audit.title} ${audit.displayValue ?? ""}`);
    }
  }
} finally {
  await chrome.kill();
  await rm(profile, { recursive: true, force: true });
}
