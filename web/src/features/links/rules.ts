// What a link leads to, and the lines that another site puts into its page.

export type LinkTo = { business: string; service?: string; staff?: string; language?: string };
export type SiteSettings = { sites: string[]; revision: number };
export type Placing = "button" | "inline";

/** The choice as a query, without what was left open. */
export function linkQuery(to: LinkTo): string {
  return new URLSearchParams(Object.entries(to).filter(([, value]) => value)).toString();
}

/** The script tag. Slugs hold letters, digits and hyphens only, so nothing needs escaping. */
export function embedCode(origin: string, to: LinkTo, placing: Placing): string {
  const data = { business: to.business, service: to.service, staff: to.staff, language: to.language };
  const attributes = Object.entries({ ...data, mode: placing === "inline" ? placing : undefined })
    .filter(([, value]) => value)
    .map(([name, value]) => ` data-${name}="${value}"`)
    .join("");
  return `<script src="${origin}/widget.js"${attributes} async></script>`;
}

/** One site a line; empty lines do not count. */
export function linesOf(typed: string): string[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Which of the lines the server refused: "sites.1" is the second. */
export function refusedLines(fields: Record<string, string[]>, lines: readonly string[]): string[] {
  return Object.keys(fields).flatMap((path) => lines[Number(/^sites\.(\d+)$/.exec(path)?.[1] ?? -1)] ?? []);
}
