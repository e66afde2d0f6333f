/** Which ids a new record cannot have: those in use, those that once were, and those of files that cannot be read. */
import { FOLDERS } from "../../shared/paths.ts";
import type { AnyRecord } from "../../shared/records.ts";
import type { Folder } from "../folder.ts";
import { readFrontMatter } from "../front-matter.ts";
import { idOf } from "../parse.ts";

/**
 * Every taken id with the file that has it. `byId` holds the records that could be read, drafts among them; for the
 * other files the folder is asked.
 */
export function takenIds(folder: Folder, byId: ReadonlyMap<string, AnyRecord>): Map<string, string> {
  const taken = new Map([...byId].map(([id, { file }]) => [id, file]));
  const read = new Set([...byId.values()].map(({ file }) => file));
  for (const { path } of folder.passedOver) if (isRecord(path)) taken.set(idOf(path), path);
  for (const [path, text] of folder.texts) {
    if (read.has(path) || !isRecord(path)) continue;
    const { formerIds } = readFrontMatter(text).data;
    for (const id of [idOf(path), ...(Array.isArray(formerIds) ? formerIds : [])])
      if (typeof id === "string") taken.set(id.normalize("NFC"), path);
  }
  return taken;
}

const PLACES = Object.values(FOLDERS);

const isRecord = (path: string): boolean =>
  path.endsWith(".md") && PLACES.some((folder) => path.startsWith(`${folder}/`));
