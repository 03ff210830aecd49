// How much script a page loads before anyone touches it, compressed: `npm run size -- /booking/ --budget 200`.
// Opens the built page in a browser, so that it counts what is really loaded and not what a manifest claims.
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { executablePath, flags } from "./chromium.mjs";

const args = process.argv.slice(2);
const budgetAt = args.indexOf("--budget");
const budget = budgetAt < 0 ? 200 : Number(args[budgetAt + 1]);
const paths = args.filter((arg) => arg.startsWith("/"));
const origin = process.env.ALMANAC_WEB_URL ?? "http://127.0.0.1:3000";

const kib = (bytes) => Math.round(bytes / 102.4) / 10;
const browser = await chromium.launch({ executablePath, args: flags });
let over = false;
for (const path of paths.length > 0 ? paths : ["/"]) {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const sums = { script: 0, stylesheet: 0, font: 0, document: 0 };
  const bodies = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (kind in sums)
      bodies.push(
        response.body().then(
          (body) => [kind, body],
          () => null,
        ),
      );
  });
  await page.goto(origin + path, { waitUntil: "networkidle" });
  for (const found of await Promise.all(bodies)) {
    if (!found) continue;
    const [kind, body] = found;
    sums[kind] += kind === "font" ? body.length : gzipSync(body, { level: 6 }).length;
  }
  await page.close();
  const late = kib(sums.script) > budget;
  over ||= late;
  console.log(
    `${path}  script ${kib(sums.script)} KB gz${late ? ` (over ${budget})` : ""}, style ${kib(sums.stylesheet)}, ` +
      `fonts ${kib(sums.font)}, document ${kib(sums.document)}`,
  );
}
await browser.close();
process.exit(over ? 1 : 0);
