/** Writes the files of an import: all of them or none, and none over another. */
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { reasonOf, systemCode } from "../reasons.ts";
import { printable } from "../report/printable.ts";
import { FailedError } from "../terminal.ts";

/**
 * Writes all files beside the content first, on the same disk, and then gives them their places. Where one cannot be
 * written or its place is taken, those that were placed are taken back. Throws `FailedError` then.
 */
export function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  const placed: string[] = [];
  const made: string[] = [];
  let staging: string | undefined;
  try {
    // Names that begin with a dot are ignored where content is read.
    staging = mkdtempSync(join(folder, ".skein-importing-"));
    const staged = stage(staging, files);
    for (const [path, from] of staged) {
      makeFolder(folder, dirname(path), made);
      place(from, join(folder, path));
      placed.push(path);
    }
  } catch (error) {
    for (const path of placed) rmSync(join(folder, path), { force: true });
    for (const path of made.reverse()) removeEmpty(join(folder, path));
    const reason =
      systemCode(error) === "EEXIST"
        ? "a file of the import has just been written by somebody else"
        : (reasonOf(error, "the folder is gone") ?? (error instanceof Error ? error.message : String(error)));
    throw new FailedError(`nothing was imported into ${printable(folder)}: ${reason}`);
  } finally {
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
  }
}

/** File systems that have no links. */
const WITHOUT_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/** Unlike a renaming, neither a link nor such a copy is put over a file that somebody has just written. */
function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!WITHOUT_LINKS.has(systemCode(error) ?? "")) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/** The files under numbers in the staging folder, by where they belong. */
function stage(staging: string, files: ReadonlyMap<string, string>): [string, string][] {
  return [...files].map(([path, text], i) => {
    const file = join(staging, `${i}.md`);
    writeFileSync(file, text, { flag: "wx" });
    return [path, file];
  });
}

function makeFolder(root: string, path: string, made: string[]): void {
  const folder = join(root, path);
  if (!existsSync(folder)) {
    mkdirSync(folder);
    made.push(path);
  }
  const way = relative(realpathSync(root), realpathSync(folder));
  if (isAbsolute(way) || way === ".." || way.startsWith(`..${sep}`))
    throw new Error(`${path} lies outside the content folder`);
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody has put something into it.
  }
}
