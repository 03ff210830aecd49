// Every language has every text, with the same blanks to fill in, and nothing that English has not.
import { readdir, readFile } from "node:fs/promises";

const folder = new URL("../messages/", import.meta.url);

function flatten(tree, prefix = "") {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** The names in braces and tags: "{count, plural, ...} <b>{time}</b>" -> "b count time". */
function blanks(text) {
  const filled = /\{(\w+)(?:\}|,\s*(?:plural|select|selectordinal|number|date|time)\b)/g;
  const names = [...text.matchAll(filled), ...text.matchAll(/<(\w+)>/g)].map((match) => match[1]);
  return [...new Set(names)].sort().join(" ");
}

const load = async (name) => new Map(flatten(JSON.parse(await readFile(new URL(name, folder), "utf8"))));
const files = (await readdir(folder)).filter((name) => name.endsWith(".json"));
const english = await load("en.json");
const findings = [];
for (const file of files) {
  const texts = await load(file);
  for (const [key, text] of english) {
    if (!texts.has(key)) findings.push(`${file}: ${key} is missing`);
    else if (texts.get(key).trim() === "") findings.push(`${file}: ${key} is empty`);
    else if (blanks(texts.get(key)) !== blanks(text))
      findings.push(`${file}: ${key} fills other blanks than English`);
  }
  for (const key of texts.keys()) if (!english.has(key)) findings.push(`${file}: ${key} is not in English`);
}
for (const finding of findings) console.error(finding);
if (findings.length > 0) process.exit(1);
console.log(`Messages: ${english.size} texts in ${files.length} languages.`);
