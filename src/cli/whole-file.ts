/** Writes files as a whole: beside their places first, so that nobody meets half a file, whatever happens. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file that is written piece by piece. */
export interface WholeFile {
  readonly path: string;
  readonly write: (take: (piece: string | Uint8Array) => void) => void;
}

/**
 * Puts none into its place before all are whole, and makes folders where there are none. Throws what the system says.
 */
export function writeAllWhole(files: readonly WholeFile[]): void {
  const written = new Map<string, string>();
  try {
    for (const { path, write } of files) {
      const partial = join(dirname(path), `.${basename(path)}-${process.pid}`);
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(partial, "wx");
      written.set(partial, path);
      try {
        write((piece) => writeFileSync(file, piece));
      } finally {
        closeSync(file);
      }
    }
    for (const [partial, path] of written) renameSync(partial, path);
  } catch (error) {
    for (const partial of written.keys()) rmSync(partial, { force: true });
    throw error;
  }
}
