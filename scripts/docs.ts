/** Writes the pages of `docs/` and the files for editors that are made from the code: `npm run docs`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { referencePages } from "./reference.ts";

for (const [path, text] of Object.entries(referencePages())) {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  process.stdout.write(`${path}\n`);
}
