/** Where the files of an export go, and whether they may. */
import { type Stats, statSync } from "node:fs";
import { extname, join } from "node:path";
import { isWithin } from "../paths.ts";
import { printable } from "../report/printable.ts";
import { UsageError } from "../terminal.ts";

export interface PlaceOptions {
  readonly content: string;
  readonly output: string;
  readonly force: boolean;
}

/**
 * The paths of files, by their names: below the output where that is a folder, or the output itself. Throws `UsageError`
 * where one cannot or should not be written, before anything is done.
 */
export function placesFor(
  files: readonly string[],
  isFolder: boolean,
  { content, output, force }: PlaceOptions,
): Map<string, string> {
  const named = printable(output);
  if (isWithin(output, content))
    throw new UsageError(`${named} lies in the content, which is read and not written; name another place`);
  if (isFolder && statsOf(output)?.isFile()) throw new UsageError(`${named} is a file; name a folder`);
  const places = new Map(files.map((file) => [file, isFolder ? join(output, file) : output]));
  for (const [file, path] of places) guard(path, extname(file), force);
  return places;
}

/** An earlier export may be replaced, and no other file: that it is one is told by the end of its name. */
function guard(path: string, ending: string, force: boolean): void {
  const stats = statsOf(path);
  const named = printable(path);
  if (stats !== undefined && !stats.isFile())
    throw new UsageError(`${named} is ${stats.isDirectory() ? "a folder; name a file in it" : "no file"}`);
  if (stats === undefined || stats.size === 0 || force || extname(path) === ending) return;
  throw new UsageError(
    `${named} is there and does not end in ${ending}; name another file, or replace it with --force`,
  );
}

/** Undefined where there is nothing, or nothing can be: whoever writes there is told. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
