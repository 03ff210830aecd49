// Which browser the measuring scripts drive, and how it is started.
import { existsSync } from "node:fs";

export const executablePath = process.env.ALMANAC_CHROMIUM ?? "/usr/bin/chromium";

export const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

if (!existsSync(executablePath)) {
  console.error(
    `No Chromium at ${executablePath}. Install it (Debian: apt-get install chromium) or set ALMANAC_CHROMIUM.`,
  );
  process.exit(2);
}
