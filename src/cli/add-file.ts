/** Writes a new file into a content folder, and never over another. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { reasonOf, systemCode } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { FailedError, UsageError } from "./terminal.ts";

/**
 * Throws `UsageError` where there is a file already, and `FailedError` where none can be written or the way to it leads
 * out of the folder; what was begun is taken away then.
 */
export function addFile(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  try {
    // Before any folder is made: a link may lead anywhere.
    const way = relative(realpathSync(folder), realpathSync(nearestFolder(file)));
    if (isAbsolute(way) || way === ".." || way.startsWith(`..${sep}`))
      throw new Error("it lies outside the content folder");
    mkdirSync(dirname(file), { recursive: true });
    write(file, text);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = reasonOf(error, "it is gone") ?? (error instanceof Error ? error.message : String(error));
    throw new FailedError(`cannot write ${printable(file)}: ${reason}`);
  }
}

function nearestFolder(file: string): string {
  const above = dirname(file);
  return existsSync(above) ? above : nearestFolder(above);
}

function openNew(file: string): number {
  try {
    return openSync(file, "wx");
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    throw new UsageError(`${printable(file)} is there already, and stays as it is; name another --id`);
  }
}

function write(file: string, text: string): void {
  const handle = openNew(file);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}
