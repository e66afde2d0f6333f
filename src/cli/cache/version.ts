/** What this program is, in a few letters: two that may make another page of the same content have another name. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_FOLDER } from "../../site/package-folder.ts";

const SOURCE = join(PACKAGE_FOLDER, "src");

/** Of the code, of the packages that it asks for, and of what Node brings along. */
export function versionKey(): string {
  const hash = createHash("sha256");
  const { node, v8, icu, unicode } = process.versions;
  hash.update(JSON.stringify([node, v8, icu, unicode, process.platform, process.arch]));
  hash.update(readFileSync(join(PACKAGE_FOLDER, "package.json")));
  for (const path of readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.\w+$/.test(path)) continue;
    hash.update(`\0${path}\0`);
    hash.update(readFileSync(join(SOURCE, path)));
  }
  return hash.digest("hex").slice(0, 24);
}
