/** Writes mended files: each whole beside the old one, then in its place. The only place that changes content. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { reasonOf, systemCode } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { FailedError } from "./terminal.ts";

/**
 * Puts a new text into the place of a file below a folder, and keeps its mode and its byte order mark. Throws
 * `FailedError`, with the file as it was, where it cannot be written, is a link, lies outside the folder, or no longer
 * holds the old text.
 */
export function replaceText(folder: string, path: string, old: string, text: string): void {
  const file = join(folder, path);
  try {
    const mark = checked(folder, file, old);
    writeBeside(file, mark + text);
  } catch (error) {
    const reason = reasonOf(error, "it is gone") ?? (error instanceof Error ? error.message : String(error));
    throw new FailedError(`cannot write ${printable(file)}: ${reason}`);
  }
}

const MARK = "\uFEFF";

/** The byte order mark of a file that may be replaced, or an empty text. */
function checked(folder: string, file: string, old: string): string {
  if (!lstatSync(file).isFile()) throw new Error("it is a link, or no file");
  const way = relative(realpathSync(folder), realpathSync(dirname(file)));
  if (isAbsolute(way) || way === ".." || way.startsWith(`..${sep}`))
    throw new Error("it lies outside the content folder");
  accessSync(file, constants.W_OK);
  const text = readFileSync(file, "utf8");
  const mark = text.startsWith(MARK) ? MARK : "";
  if (text.slice(mark.length) !== old) throw new Error("it has just been changed by somebody else");
  return mark;
}

function writeBeside(file: string, text: string): void {
  const { mode } = lstatSync(file);
  // Ignored where content is read. One name for all, so that of two at once one is told, and none meets half a file.
  const partial = join(dirname(file), ".skein-mending");
  const handle = open(partial);
  try {
    try {
      writeFileSync(handle, text);
      fchmodSync(handle, mode & 0o7777);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

function open(partial: string): number {
  if (isLeft(partial)) rmSync(partial, { force: true });
  try {
    return openSync(partial, "wx");
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    throw new Error(`${basename(partial)} is in its folder; if no other skein is at work, remove that`);
  }
}

/** Long enough that no file of a mebibyte is still being written. */
const TEN_SECONDS = 10_000;

/** Whether the file is there because a run was killed before it could put it into its place. */
function isLeft(partial: string): boolean {
  const stats = lstatSync(partial, { throwIfNoEntry: false });
  return stats?.isFile() === true && Date.now() - stats.mtimeMs > TEN_SECONDS;
}
