// The sums behind the slot grid: which part of the day a time belongs to, and where an arrow key leads.

export const dayParts = ["morning", "afternoon", "evening"] as const;
export type DayPart = (typeof dayParts)[number];

/** From a wall time "09:30": morning before noon, afternoon before five, then evening. */
export function dayPart(wallTime: string): DayPart {
  if (wallTime < "12:00") return "morning";
  return wallTime < "17:00" ? "afternoon" : "evening";
}

export type Box = { left: number; top: number; width: number };

/** The index an arrow, Home or End leads to from `from`; null when the key is none of ours. Stops at the ends. */
export function gridMove(
  key: string,
  from: number,
  boxes: readonly Box[],
  rightToLeft = false,
): number | null {
  const last = boxes.length - 1;
  const onward = rightToLeft ? -1 : 1;
  const clamp = (index: number) => Math.min(last, Math.max(0, index));
  switch (key) {
    case "ArrowRight":
      return clamp(from + onward);
    case "ArrowLeft":
      return clamp(from - onward);
    case "Home":
      return 0;
    case "End":
      return last;
    case "ArrowDown":
      return nearestInRow(from, boxes, 1);
    case "ArrowUp":
      return nearestInRow(from, boxes, -1);
    default:
      return null;
  }
}

/** In the next row below (1) or above (-1), the box whose middle is nearest; stays where there is no such row. */
function nearestInRow(from: number, boxes: readonly Box[], direction: 1 | -1): number {
  const start = boxes[from];
  if (!start) return from;
  const rowTops = boxes.map((box) => box.top).filter((top) => (top - start.top) * direction > 1);
  if (rowTops.length === 0) return from;
  const rowTop = direction === 1 ? Math.min(...rowTops) : Math.max(...rowTops);
  const middle = (box: Box) => box.left + box.width / 2;
  let best = from;
  let bestDistance = Number.POSITIVE_INFINITY;
  boxes.forEach((box, index) => {
    const distance = Math.abs(middle(box) - middle(start));
    if (Math.abs(box.top - rowTop) <= 1 && distance < bestDistance) {
      best = index;
      bestDistance = distance;
    }
  });
  return best;
}
