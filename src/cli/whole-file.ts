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
  const partials = files.map(({ path }) => join(dirname(path), `.${basename(path)}-${process.pid}`));
  try {
    for (const [i, { path, write }] of files.entries()) writePieces(path, partials[i] ?? "", write);
    for (const [i, { path }] of files.entries()) renameSync(partials[i] ?? "", path);
  } catch (error) {
    for (const partial of partials) rmSync(partial, { force: true });
    throw error;
  }
}

function writePieces(path: string, partial: string, write: WholeFile["write"]): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(partial, "wx");
  try {
    write((piece) => writeFileSync(file, piece));
  } finally {
    closeSync(file);
  }
}
