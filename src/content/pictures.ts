/** What tells whether two pictures are the same: the id that git gives to their bytes. */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

/** Git’s two ways to make an id, and how long such an id is. */
export type IdKind = "sha1" | "sha256";

export function idKindOf(id: string): IdKind {
  return id.length === 64 ? "sha256" : "sha1";
}

/** The ids of the files at these paths below a folder; those that cannot be read are left out. */
export function pictureIds(
  root: string,
  paths: Iterable<string>,
  kind: IdKind = "sha1",
): Map<string, string> {
  const ids = new Map<string, string>();
  for (const path of paths) {
    const id = idOfFile(join(root, path), kind);
    if (id !== undefined) ids.set(path, id);
  }
  return ids;
}

const buffer = Buffer.allocUnsafe(256 * 1024);

function idOfFile(path: string, kind: IdKind): string | undefined {
  try {
    const handle = openSync(path, "r");
    try {
      const hash = createHash(kind).update(`blob ${fstatSync(handle).size}\0`);
      for (let read = -1; read !== 0; ) {
        read = readSync(handle, buffer, 0, buffer.length, null);
        hash.update(buffer.subarray(0, read));
      }
      return hash.digest("hex");
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}
