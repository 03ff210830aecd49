// A business chooses its colour; this makes it readable. WCAG 2.2, success criteria 1.4.3 and 1.4.11.

type Rgb = readonly [number, number, number];

/** Reads "#1d6b57" or "#abc"; null when it is no colour. */
export function parseHex(hex: string): Rgb | null {
  const match = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex.trim());
  const digits = match?.[1];
  if (!digits) return null;
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const channel = (start: number) => Number.parseInt(full.slice(start, start + 2), 16);
  return [channel(0), channel(2), channel(4)];
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Contrast of two colours, 1 (none) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [first, second] = [parseHex(one), parseHex(other)];
  if (!first || !second) throw new RangeError(`Not colours: ${one}, ${other}`);
  return ratio(first, second);
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return [0, 1, 2].map((index) => {
    const start = from[index] ?? 0;
    return Math.round(start + ((to[index] ?? 0) - start) * share);
  }) as unknown as Rgb;
}

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const AA_TEXT = 4.5;
/** On dark grounds colours glow less than the formula says: a little more than AA is asked there. */
const DARK_TEXT = 6;
/** The house's own accent: its dark twin in tokens.css was chosen by eye, so it is not worked out here. */
const HOUSE_ACCENT = "#1d6b57";

/** Hue in degrees, saturation and lightness from 0 to 1 (CSS Color 4, section 7). */
function toHsl(rgb: Rgb): Rgb {
  const [red, green, blue] = rgb.map((value) => value / 255) as unknown as Rgb;
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const spread = most - least;
  const lightness = (most + least) / 2;
  if (spread === 0) return [0, 0, lightness];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  if (most === red) return [60 * (((green - blue) / spread + 6) % 6), saturation, lightness];
  if (most === green) return [60 * ((blue - red) / spread + 2), saturation, lightness];
  return [60 * ((red - green) / spread + 4), saturation, lightness];
}

function fromHsl([hue, saturation, lightness]: Rgb): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const turn = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/** The wanted colour, made lighter or darker with its hue kept, until it reads on every one of the grounds. */
function readableOn(colour: Rgb, grounds: readonly Rgb[], lighter: boolean, least: number): Rgb {
  const [hue, saturation, start] = toHsl(colour);
  const end = lighter ? 1 : 0;
  for (let step = 0; step <= 100; step += 1) {
    const tried: Rgb = step === 0 ? colour : fromHsl([hue, saturation, start + (end - start) * (step / 100)]);
    if (grounds.every((ground) => ratio(tried, ground) >= least)) return tried;
  }
  return lighter ? WHITE : BLACK;
}

export type Surfaces = {
  /** The grounds the accent stands on as text and as a button: paper and raised. */
  paper: string;
  raised: string;
  dark: boolean;
};

export type Accent = {
  accent: string;
  /** Text on the accent. */
  ink: string;
  /** A quiet tint of the accent: the ground of a chosen card; the accent and the ink both read on it. */
  soft: string;
};

export const lightSurfaces: Surfaces = { paper: "#fbfaf6", raised: "#ffffff", dark: false };
export const darkSurfaces: Surfaces = { paper: "#14171c", raised: "#1c2027", dark: true };

/** The accent a business gets: its own colour, moved only as far as AA asks (4.5 as text on paper, raised and its
 * own tint; 4.5 for the text on it). Null when the wish is no colour, and then the house's own accent stays. */
export function correctAccent(wish: string, surfaces: Surfaces): Accent | null {
  const colour = parseHex(wish);
  const paper = parseHex(surfaces.paper);
  const raised = parseHex(surfaces.raised);
  if (!colour || !paper || !raised) return null;
  const soft = mix(raised, colour, surfaces.dark ? 0.16 : 0.1);
  const accent = readableOn(
    colour,
    [paper, raised, soft],
    surfaces.dark,
    surfaces.dark ? DARK_TEXT : AA_TEXT,
  );
  const deep = mix(accent, BLACK, 0.86);
  const ink = ratio(WHITE, accent) >= AA_TEXT ? WHITE : ratio(deep, accent) >= AA_TEXT ? deep : BLACK;
  return { accent: toHex(accent), ink: toHex(ink), soft: toHex(soft) };
}

/** CSS variables for the `html` element that put a business's accent in both schemes. */
export function brandVariables(wish: string | null | undefined): Record<`--brand-${string}`, string> {
  if (!wish || wish.trim().toLowerCase() === HOUSE_ACCENT) return {};
  const light = correctAccent(wish, lightSurfaces);
  const dark = correctAccent(wish, darkSurfaces);
  if (!light || !dark) return {};
  return {
    "--brand-accent": light.accent,
    "--brand-accent-ink": light.ink,
    "--brand-accent-soft": light.soft,
    "--brand-accent-dark": dark.accent,
    "--brand-accent-ink-dark": dark.ink,
    "--brand-accent-soft-dark": dark.soft,
  };
}

/** The house's six colours, as tokens.css has them. */
const house = {
  "--brand-accent": HOUSE_ACCENT,
  "--brand-accent-ink": "#ffffff",
  "--brand-accent-soft": "#e8f0ee",
  "--brand-accent-dark": "#6cc3a6",
  "--brand-accent-ink-dark": "#0d1f19",
  "--brand-accent-soft-dark": "#1f3230",
};

/** The same variables for one part of a page (`data-brand` or `data-scheme`), whatever colour the rest of it has. */
export function ownBrand(wish: string | null | undefined): Record<`--brand-${string}`, string> {
  return { ...house, ...brandVariables(wish) };
}

const NEAR_BLACK = "#1f2430";

/** The text on a letter's button, as the letters choose it: white, our near-black, or black. */
export function letterInk(accent: string): string {
  return (
    ["#ffffff", NEAR_BLACK].find((ink) => parseHex(accent) && contrast(ink, accent) >= AA_TEXT) ?? "#000000"
  );
}
