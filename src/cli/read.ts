/** The first step of every command: the content folder, read and checked. */
import { type Folder, readFolder } from "../content/folder.ts";
import { type Loaded, loadContent } from "../content/load.ts";
import { LoadCache } from "../content/load-cache.ts";
import type { BuildCache } from "./cache/build-cache.ts";
import type { Crew } from "./crew/crew.ts";
import { requireContent } from "./paths.ts";
import type { Progress } from "./progress.ts";
import { reasonOf } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { FailedError } from "./terminal.ts";

export interface Read extends Loaded {
  readonly folder: Folder;
}

/** Throws `UsageError` where there is no such folder. */
export function readContent(path: string, drafts: boolean, progress: Progress): Read {
  const folder = readTexts(path, progress);
  return { folder, ...loadContent(folder, { drafts, onPhase: progress.phase }) };
}

/** As `readContent`, where the files are many with several threads, and without those that are as they were. */
export async function readContentWith(
  crew: Crew,
  cache: BuildCache | undefined,
  { content, drafts }: { readonly content: string; readonly drafts: boolean },
  progress: Progress,
): Promise<Read> {
  const folder = readTexts(content, progress, cache?.textOf);
  progress.phase("Parsing files", folder.texts.size);
  const loadCache = new LoadCache();
  cache?.fill(folder, loadCache.files);
  await crew.parse(folder, loadCache.files);
  cache?.keepFiles(folder, loadCache.files);
  return { folder, ...loadContent(folder, { drafts, cache: loadCache, onPhase: progress.phase }) };
}

/**
 * As `readContent`, without a look at what the files say. Throws `FailedError` where a folder in it cannot be read: what
 * is missing then would make mistakes of good references.
 */
export function readTexts(
  path: string,
  progress: Progress,
  known?: (path: string) => string | undefined,
): Folder {
  requireContent(path);
  progress.phase("Reading files");
  try {
    return readFolder(path, (done) => progress.done(done), known);
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
