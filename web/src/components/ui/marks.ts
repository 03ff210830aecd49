// The sums behind the countdown.

/** "4:05" from 245 seconds. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const marks = [5, 2, 1, 0];

/** The minutes to say aloud when the time left falls from `before` to `now` seconds; null for silence. A sleeping
 * phone may skip several marks: then only the latest is said. */
export function announcement(before: number, now: number): number | null {
  const passed = marks.filter((minutes) => before > minutes * 60 && now <= minutes * 60);
  return passed.at(-1) ?? null;
}
