// The typeface of pictures drawn on the server. Read from the package, once: nothing is fetched.
import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const files = join(process.cwd(), "node_modules", "@fontsource");

async function load(family: string, name: string, weight: 400 | 600) {
  const read = (script: string) =>
    readFile(join(files, family, "files", `${family}-${script}-${weight}-normal.woff`));
  const scripts = await Promise.all(["latin", "cyrillic"].map(read));
  // Of two fonts by one name the drawing program would use the first alone.
  return scripts.map((data, index) => ({
    name: index === 0 ? name : `${name} Cyrillic`,
    data,
    weight,
    style: "normal" as const,
  }));
}

let loaded: ReturnType<typeof all> | undefined;

async function all() {
  const fonts = [load("source-serif-4", "Source Serif", 600), load("source-sans-3", "Source Sans", 400)];
  return (await Promise.all(fonts)).flat();
}

/** Serif for headings and sans for the rest, in Latin and Cyrillic. */
export function cardFonts() {
  loaded ??= all();
  return loaded;
}
