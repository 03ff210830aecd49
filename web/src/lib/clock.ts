// The one place that reads the time on the server. It follows the setting the API's clock follows, so that "today" is
// the same date on a page and behind it; where the setting names no file (everywhere but in tests) it is the real time.
import "server-only";
import { readFileSync } from "node:fs";

/** This instant, moved by the seconds in ALMANAC_CLOCK_FILE; a file that is not there yet moves nothing. */
export function now(): Date {
  const file = process.env.ALMANAC_CLOCK_FILE;
  return new Date(Date.now() + (file ? secondsIn(file) * 1000 : 0));
}

function secondsIn(file: string): number {
  try {
    return Number(readFileSync(file, "ascii").trim() || "0");
  } catch {
    return 0;
  }
}
