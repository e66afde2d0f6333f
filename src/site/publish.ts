/**
 * Publishing as one step: the site is printed beside the output folder and takes its place at the end, so that a build
 * that fails or is killed leaves the last good site whole, and pages of records that are gone are gone.
 */
import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { PLAINLY, type Printed, type PrintOptions, print } from "./eleventy.ts";
import { makeFolder } from "./make-folder.ts";
import { SITE_MARK } from "./pages.ts";
import { type Root, rootOf } from "./root.ts";

/** The output folder holds files that Skein did not make. */
export class ForeignOutput extends Error {}

export interface PublishOptions extends Partial<PrintOptions> {
  readonly force?: boolean;
  /**
   * Given where the output holds a site of which everything that is not printed is right: files of it that are no more.
   * What is printed is put into that site, and what is the same there stays untouched.
   */
  readonly gone?: readonly string[];
}

/**
 * Prints into `output`. Rejects with `ForeignOutput` where the folder holds something else than a site of Skein’s, unless
 * `force` is set; then, and on every other failure, the folder is as it was. Of two at once, the last to end stays, and
 * the other resolves with undefined; else with what the folder is known by.
 */
export async function publish(
  publication: Printed,
  output: string,
  { force = false, gone, ...how }: PublishOptions = {},
): Promise<Root | undefined> {
  const target = resolve(output);
  if (!force && isForeign(target)) {
    throw new ForeignOutput(
      `${output} holds files that Skein did not make; name another folder, or add --force`,
    );
  }
  makeFolder(dirname(target));
  tidyAfterKilled(target);
  const partial = besides(target, "partial");
  try {
    mkdirSync(partial);
    await print({ publication, ...PLAINLY, ...how }, partial);
    const root = rootOf(gone === undefined ? partial : target);
    if (gone === undefined) await replace(target, partial);
    else amend(target, partial, gone);
    return rootOf(target) === root ? root : undefined;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function isForeign(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, SITE_MARK));
}

type Role = "partial" | "former";

/** A new name in the folder that holds the target. */
function besides(target: string, role: Role): string {
  return join(dirname(target), `${prefix(target, role)}${randomUUID().slice(0, 8)}`);
}

const prefix = (target: string, role: Role): string => `.${basename(target)}.${role}-`;

/** Puts a folder into the place of another, which a second build may be doing at the same moment. */
async function replace(target: string, partial: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const former = besides(target, "former");
    const hadFormer = moved(target, former);
    try {
      renameSync(partial, target);
    } catch (error) {
      // Where the second build was faster, its site is there now, and is what this one replaces.
      if (hadFormer && (existsSync(target) || !moved(former, target)))
        rmSync(former, { recursive: true, force: true });
      if (!isTaken(error) || attempt === ATTEMPTS) throw error;
      continue;
    }
    // Several files at a time: of a large site there are tens of thousands.
    if (hadFormer) await rm(former, { recursive: true, force: true });
    return;
  }
}

const ATTEMPTS = 100;

/**
 * Puts files into the place of others, one by one, when all are printed. Each is whole at any time; a build that is
 * killed between two of them leaves some of the pages as they were.
 */
function amend(target: string, partial: string, gone: readonly string[]): void {
  const put = (below: string): void => {
    for (const entry of readdirSync(join(partial, below), { withFileTypes: true })) {
      const path = join(below, entry.name);
      if (entry.isDirectory()) put(path);
      else if (!isSameFile(join(partial, path), join(target, path))) {
        makeFolder(dirname(join(target, path)));
        renameSync(join(partial, path), join(target, path));
      }
    }
  };
  for (const path of gone) removeFile(target, path);
  put("");
}

function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => lstatSync(path, { throwIfNoEntry: false }));
  if (one?.size !== other?.size || other?.isFile() !== true) return false;
  const files = [openSync(a, "r"), openSync(b, "r")] as const;
  try {
    return haveSameBytes(files, other.size);
  } finally {
    for (const file of files) closeSync(file);
  }
}

/** A large file that is another is so in an early place, as a rule: it is not read to its end. */
function haveSameBytes([one, other]: readonly [number, number], size: number): boolean {
  const [a, b] = [Buffer.alloc(Math.min(size, PIECE)), Buffer.alloc(Math.min(size, PIECE))];
  for (let at = 0; at < size; ) {
    const [length, same] = [readSync(one, a, 0, a.length, at), readSync(other, b, 0, b.length, at)];
    if (length !== same || length === 0 || a.compare(b, 0, length, 0, length) !== 0) return false;
    at += length;
  }
  return true;
}

/** In bytes. */
const PIECE = 2 ** 20;

/** Removes a file, and the folders that hold nothing else. */
function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return;
    }
  }
}

/** Renames a folder; false where there is none. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (isTaken(error) || codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code;

const isTaken = (error: unknown): boolean => codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST";

/** Long enough that nothing this old is still being written. */
const HOUR = 60 * 60 * 1000;

/** Puts the last good site back where a build was killed between two renames, and removes what killed builds left. */
function tidyAfterKilled(target: string): void {
  const folder = dirname(target);
  const left = (role: Role) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(prefix(target, role)))
      .map((name) => join(folder, name));
  for (const former of left("former")) if (!existsSync(target)) moved(former, target);
  for (const path of [...left("former"), ...left("partial")]) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && Date.now() - stats.mtimeMs > HOUR)
      rmSync(path, { recursive: true, force: true });
  }
}
