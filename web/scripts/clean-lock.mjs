// Takes every address out of the lock files: they name packages, versions and hashes only.
import { readFile, writeFile } from "node:fs/promises";

for (const name of ["../package-lock.json", "../codegen/package-lock.json"]) {
  const url = new URL(name, import.meta.url);
  const lock = JSON.parse(await readFile(url, "utf8"));
  for (const entry of Object.values(lock.packages)) {
    delete entry.resolved;
    delete entry.funding;
  }
  await writeFile(url, `${JSON.stringify(lock, null, 2)}\n`);
}
