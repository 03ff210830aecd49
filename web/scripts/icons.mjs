// Draws the app's pictures from its svg: `node scripts/icons.mjs`. They are kept in public/icons and committed.
import { readFile, writeFile } from "node:fs/promises";
import sharp from "sharp";

const svg = await readFile(new URL("../src/app/icon.svg", import.meta.url), "utf8");
const out = new URL("../public/icons/", import.meta.url);

/** On a full square a phone cuts its own shape; what matters stays in the middle four fifths. */
const square = svg
  .replace('rx="7" ', "")
  .replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"')
  .replace('<rect width="32" height="32"', '<rect x="-4" y="-4" width="40" height="40"');

const drawn = [
  ["192.png", svg, 192],
  ["512.png", svg, 512],
  ["maskable-192.png", square, 192],
  ["maskable-512.png", square, 512],
  ["apple.png", square, 180],
];
for (const [name, source, size] of drawn) {
  const png = await sharp(Buffer.from(source), { density: (72 * size) / 64 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
  await writeFile(new URL(name, out), png);
}
