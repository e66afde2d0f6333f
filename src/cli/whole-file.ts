/** Writes a file as a whole: beside its place first, so that nobody meets half a file, whatever happens. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Makes the folder where there is none. Throws what the system says. */
export function writeWhole(path: string, text: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const partial = join(folder, `.${basename(path)}-${process.pid}`);
  try {
    writeFileSync(partial, text, { flag: "wx" });
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
