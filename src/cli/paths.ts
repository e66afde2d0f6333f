/** Where paths lie to one another, links followed. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { UsageError } from "./terminal.ts";

/** Whether a path is a folder or lies in it; either may not be there yet. */
export function isWithin(inner: string, outer: string): boolean {
  const way = relative(real(outer), real(inner));
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Of what is not there, with the links of the folders above it followed. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const whole = resolve(path);
  const above = dirname(whole);
  return above === whole ? whole : join(real(above), basename(whole));
}

/** Throws `UsageError` where there is no such folder. */
export function requireContent(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`there is no folder ${path}; name one with --content`);
}
