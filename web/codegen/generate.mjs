// Writes src/lib/api/schema.d.ts from the server's OpenAPI document; with --check only compares.
// Lives apart with TypeScript 5.9, because the generator needs a compiler API that TypeScript 7 no longer has.
import { readFile, writeFile } from "node:fs/promises";

const documentUrl = process.env.ALMANAC_OPENAPI
  ? new URL(process.env.ALMANAC_OPENAPI, "file:")
  : new URL("../../server/openapi.json", import.meta.url);
const targetUrl = new URL("../src/lib/api/schema.d.ts", import.meta.url);
const head = "// Generated from server/openapi.json by `npm run client`. Do not edit.\n";

let generator;
try {
  generator = await import("openapi-typescript");
} catch {
  console.error("The generator is not installed. Run: npm ci --prefix codegen");
  process.exit(2);
}

const document = JSON.parse(await readFile(documentUrl, "utf8"));
const tree = await generator.default(document, { alphabetize: true, enum: false });
const made = head + generator.astToString(tree);

if (process.argv.includes("--check")) {
  const committed = await readFile(targetUrl, "utf8").catch(() => "");
  if (committed !== made) {
    console.error("src/lib/api/schema.d.ts does not match server/openapi.json. Run: npm run client");
    process.exit(1);
  }
  console.log("The client matches the server's document.");
} else {
  await writeFile(targetUrl, made);
  console.log(`Wrote ${targetUrl.pathname}`);
}
