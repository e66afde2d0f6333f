/**
 * Compiles the TypeScript of `src/` to JavaScript: a file for each entry, and those that they share. Called as a program,
 * it does so for the source as it is.
 */
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ENTRIES, ROOT, version } from "./compiled.js";

/** Long enough that no program that began with older code still has some of it to load. */
const DAY = 24 * 60 * 60 * 1000;

/** Fills a new folder, which is there only when it is whole. Of two at once, either’s is the same. */
export async function compile(folder) {
  const partial = join(dirname(folder), `.${basename(folder)}-${randomUUID().slice(0, 8)}`);
  try {
    await build({
      absWorkingDir: ROOT,
      entryPoints: ENTRIES.map((entry) => `src/${entry}.ts`),
      outbase: "src",
      outdir: partial,
      bundle: true,
      splitting: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      charset: "utf8",
      logLevel: "silent",
    });
    renameSync(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  forgetOthers(folder, DAY);
}

/** Those that are so old, in milliseconds. */
function forgetOthers(folder, age) {
  for (const name of readdirSync(dirname(folder))) {
    const other = join(dirname(folder), name);
    const stats = statSync(other, { throwIfNoEntry: false });
    if (other !== folder && stats !== undefined && Date.now() - stats.mtimeMs >= age)
      rmSync(other, { recursive: true, force: true });
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(ROOT, "dist", version());
  if (!existsSync(folder)) await compile(folder);
  // The package holds no code but that of its source.
  forgetOthers(folder, 0);
}
