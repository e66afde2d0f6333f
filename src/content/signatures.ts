/** By what a folder’s files are known again without a look into them. */
import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";

/** Of every file below a folder, by its path in it; what changed has another signature. */
export type Signatures = ReadonlyMap<string, string>;

/**
 * Changed at the same moment as it was looked at, a file may change again and look the same: clocks of file systems
 * stand still for a few milliseconds.
 */
const SETTLED_AFTER = 100;

/** A signature that is like no other, that of a file which may be changing. */
const UNSETTLED = "";

/** Throws what the file system throws where the folder cannot be read. Names that `isIgnored` says are left out. */
export function signaturesOf(root: string, isIgnored: (name: string) => boolean = () => false): Signatures {
  const signatures = new Map<string, string>();
  const start = Date.now();
  const look = (below: string): void => {
    for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
      if (isIgnored(entry.name)) continue;
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) look(path);
      else signatures.set(path, signatureOf(lstatSync(join(root, path), { throwIfNoEntry: false }), start));
    }
  };
  look("");
  return signatures;
}

/** The signature of a file at a moment, in milliseconds since 1970; of one that is not there, that of its absence. */
export function signatureOf(stats: Stats | undefined, now: number): string {
  if (stats === undefined) return "gone";
  // The time of the last change of a file’s state is the file system’s own: no program can set it.
  if (stats.ctimeMs > now - SETTLED_AFTER) return UNSETTLED;
  return `${stats.mode}:${stats.size}:${stats.mtimeMs}:${stats.ctimeMs}:${stats.ino}`;
}

/** Whether all files are the same as before, as far as signatures can tell. */
export function isSame(before: Signatures, now: Signatures): boolean {
  if (before.size !== now.size) return false;
  for (const [path, signature] of now)
    if (signature === UNSETTLED || before.get(path) !== signature) return false;
  return true;
}
