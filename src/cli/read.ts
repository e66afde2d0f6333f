/** The first step of every command: the content folder, read and checked. */
import { statSync } from "node:fs";
import { type Folder, readFolder } from "../content/folder.ts";
import { type Loaded, loadContent } from "../content/load.ts";
import type { Progress } from "./progress.ts";
import { reasonOf } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { FailedError, UsageError } from "./terminal.ts";

export interface Read extends Loaded {
  readonly folder: Folder;
}

/** Throws `UsageError` where there is no such folder. */
export function readContent(path: string, drafts: boolean, progress: Progress): Read {
  const folder = readTexts(path, progress);
  return { folder, ...loadContent(folder, { drafts, onPhase: progress.phase }) };
}

/**
 * As `readContent`, without a look at what the files say. Throws `FailedError` where a folder in it cannot be read: what
 * is missing then would make mistakes of good references.
 */
export function readTexts(path: string, progress: Progress): Folder {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`there is no folder ${path}; name one with --content`);
  }
  progress.phase("Reading files");
  try {
    return readFolder(path, (done) => progress.done(done));
  } catch (error) {
    const reason = reasonOf(error, "it is gone");
    if (reason === undefined) throw error;
    throw new FailedError(`cannot read ${printable(pathOf(error) ?? path)}: ${reason}`);
  }
}

/** The path that a system error is about. */
function pathOf(error: unknown): string | undefined {
  return error instanceof Error && "path" in error ? String(error.path) : undefined;
}
