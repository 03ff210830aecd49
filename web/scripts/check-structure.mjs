// The rules of the web's shape that no linter knows; each finding names the rule and the way out.
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

const root = new URL("../", import.meta.url).pathname;
const findings = [];

async function filesBelow(folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** [what is forbidden, where it may stand, what to do instead]. */
const forbidden = [
  [/\.toLocale(?:Date|Time)?String\(/, /^$/, "format with @/lib/datetime or @/lib/money"],
  [/Intl\.DateTimeFormat/, /^src\/lib\/datetime\//, "format dates with @/lib/datetime"],
  [
    /Intl\.NumberFormat/,
    /^src\/lib\/(money\/|size\.ts)/,
    "format money with @/lib/money, sizes of files with @/lib/size",
  ],
  [
    /"\/(?:api|_allauth)\//,
    /^src\/(?:features\/[\w-]+\/(?:api|loaders)\.ts|lib\/|proxy\.ts|app\/robots\.ts)/,
    "name endpoints in a feature's api.ts or loaders.ts only",
  ],
  [
    /from "@mantine\//,
    /^src\/(?:app\/\[locale\]\/(?:cus|st|man|ad|kit\/area)\/|components\/theme\/|features\/[\w-]+\/components\/desk\/)/,
    "the customer's path stays without Mantine",
  ],
  [
    /new Date\(\)|Date\.now\(\)/,
    /^src\/(?:lib\/clock\.ts|components\/theme\/ClockProvider\.tsx)/,
    "ask @/lib/clock (server) or useNow (browser): the product's clock may be moved",
  ],
  [/dangerouslySetInnerHTML/, /^$/, "let React write the text"],
];

/** Who may import whom: a folder and what it must not know. */
const ladder = [
  [/^src\/lib\//, /from "@\/(?:components|features|app)\//, "lib imports nothing above it"],
  [/^src\/components\//, /from "@\/(?:features|app)\//, "components know no feature"],
  [/^src\/features\//, /from "@\/app\//, "a feature knows no route"],
];

const colour = /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i;

for (const file of await filesBelow("src")) {
  if (file === "src/lib/api/schema.d.ts" || /\.test\.tsx?$/.test(file)) continue;
  const text = await readFile(join(root, file), "utf8");
  for (const [index, line] of text.split("\n").entries()) {
    const where = `${file}:${index + 1}`;
    if (file.endsWith(".css")) {
      if (!file.endsWith("theme/tokens.css") && colour.test(line))
        findings.push(`${where} a colour of its own: use a token`);
      continue;
    }
    for (const [pattern, home, advice] of forbidden) {
      if (pattern.test(line) && !home.test(file)) findings.push(`${where} ${advice}`);
    }
    for (const [place, pattern, rule] of ladder) {
      if (place.test(file) && pattern.test(line)) findings.push(`${where} ${rule}`);
    }
  }
}

for (const lock of ["package-lock.json", "codegen/package-lock.json"]) {
  if ((await readFile(join(root, lock), "utf8")).includes("://"))
    findings.push(`${lock} holds an address: run node scripts/clean-lock.mjs`);
}

for (const finding of findings) console.error(finding);
if (findings.length > 0) process.exit(1);
console.log("Structure: fine.");
