/** Makes a folder and those that it lies in. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** Not Node’s own recursion, which never ends where a file system such as `/proc` takes no folders. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
