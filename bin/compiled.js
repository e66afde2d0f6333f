/**
 * Loads the TypeScript of `src/` compiled to JavaScript. What is compiled is kept in `dist/`, in a folder named after
 * what it was made from, so that nobody runs what is out of date: `npm ci` and `npm pack` compile, and so does the first
 * command after a change.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const FOLDER = "the folder of the compiled code of Skein";

/** Where code begins: paths below `src/`, without `.ts`. */
export const ENTRIES = [
  "cli/start",
  "cli/command-thread",
  "cli/crew/thread",
  "cli/dev/background",
  "site/eleventy",
];

/** Rejects with what the disk refused where nothing is compiled yet and nothing can be written. */
export async function load(entry) {
  // Threads run what the first one runs.
  const folder = getEnvironmentData(FOLDER) ?? join(ROOT, "dist", version());
  setEnvironmentData(FOLDER, folder);
  if (!existsSync(folder)) await (await import("./compile.js")).compile(folder);
  return import(pathToFileURL(join(folder, `${entry}.js`)).href);
}

/** Of all source, of how it is compiled, and of what `package.json` says. */
export function version() {
  const source = join(ROOT, "src");
  const paths = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  const hash = createHash("sha256");
  for (const path of ["package.json", "bin/compile.js", "bin/compiled.js"])
    hash.update(readFileSync(join(ROOT, path)));
  for (const path of paths.sort())
    hash.update(`\0${path.replaceAll("\\", "/")}\0`).update(readFileSync(join(source, path)));
  return hash.digest("hex").slice(0, 16);
}
