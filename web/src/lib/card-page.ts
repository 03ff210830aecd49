// The page of ours that takes cards: the only one that loads something of another company's, and what that may be.

/** Without a language before it. The browser loads it anew, and never comes to it or leaves it within the page before. */
export const CARD_PATH = "/pay/card/";

export function isCardPath(path: string): boolean {
  return /^\/(?:[a-z]{2}\/)?pay\/card(?:\/|$)/.test(path);
}

/** Origins that may be loaded from, by kind. */
export type Sources = { scripts: string[]; frames: string[]; connects: string[] };

export const NO_SOURCES: Sources = { scripts: [], frames: [], connects: [] };

const ORIGIN = /^https?:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d{1,5})?$/;

/** What the server says, without whatever is no origin. */
export function sourcesOf(told: Partial<Sources>): Sources {
  const clean = (origins: string[] = []) => origins.filter((each) => ORIGIN.test(each));
  return { scripts: clean(told.scripts), frames: clean(told.frames), connects: clean(told.connects) };
}

/** Who pays for which order, behind the # where no server and no log sees it. */
export function cardHash(number: string, token?: string): string {
  return `#${encodeURIComponent(number)}${token ? `.${encodeURIComponent(token)}` : ""}`;
}

export function readCardHash(hash: string): { number: string; token?: string } | null {
  const [number, ...rest] = hash.replace(/^#/, "").split(".");
  if (!number) return null;
  const token = rest.join(".");
  try {
    return {
      number: decodeURIComponent(number),
      ...(token ? { token: decodeURIComponent(token) } : {}),
    };
  } catch {
    return null;
  }
}
