/** A content folder in memory: the only place of `content/` that touches the file system. */
import { isUtf8 } from "node:buffer";
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, type Stats } from "node:fs";
import { join } from "node:path";
import { compareText } from "../shared/text.ts";
import { POSITIONS_FILE } from "./positions.ts";

/** What was read. Paths are relative to the folder, with `/`; text has no byte order mark. */
export interface Folder {
  /** Markdown and YAML by path, sorted. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of the images below `assets/`. */
  readonly assets: ReadonlySet<string>;
  /** What `.positions` says of the last map; undefined where there is no such file. */
  readonly positions?: string;
  /** Files that were passed over, and why. */
  readonly passedOver: readonly { readonly path: string; readonly reason: PassedOver }[];
}

export type PassedOver =
  | "not-utf8"
  | "too-large"
  | "not-text"
  | "not-image"
  | "not-theme"
  | "link"
  | "misplaced"
  | "unreadable";

/** Pictures that cannot carry scripts: SVG can, and is not published. */
const IMAGE = /\.(png|jpe?g|gif|webp|avif)$/i;

/** Of a text, in bytes: larger ones are not read. */
export const SIZE_LIMIT = 1024 * 1024;
/** Of `.positions`, for half a million entities. */
export const POSITIONS_LIMIT = 16 * 1024 * 1024;

/**
 * Reads a content folder. Names that begin with `.` or `_` are ignored, links and devices are not followed, and files
 * above 1 MiB or not in UTF-8 are passed over and listed. Throws what the file system throws when the folder itself
 * cannot be read.
 *
 * Synchronous on purpose: tens of thousands of small files are read about five times as fast as through promises.
 * What `known` gives for a path is its text, and spares the file from being opened.
 */
export function readFolder(
  root: string,
  onFile: (done: number) => void = () => {},
  known: Known = () => undefined,
): Folder {
  const folder: MutableFolder = { texts: new Map(), assets: new Set(), passedOver: [] };
  readInto(folder, root, "", { onFile, known });
  return { ...folder, positions: readPositions(join(root, POSITIONS_FILE)) };
}

type Known = (path: string) => string | undefined;

interface Reading {
  readonly onFile: (done: number) => void;
  readonly known: Known;
}

/** A file that cannot be read is none: the map is nothing to stop for. */
export function readPositions(path: string): string | undefined {
  try {
    const stats = lstatSync(path);
    return stats.isFile() && stats.size <= POSITIONS_LIMIT ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}

interface MutableFolder {
  readonly positions?: string;
  readonly texts: Map<string, string>;
  readonly assets: Set<string>;
  passedOver: { path: string; reason: PassedOver }[];
}

function readInto(folder: MutableFolder, root: string, below: string, reading: Reading): void {
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    if (isIgnored(entry.name)) continue;
    readEntry(folder, root, below === "" ? entry.name : `${below}/${entry.name}`, entry, reading);
  }
}

function readEntry(
  folder: MutableFolder,
  root: string,
  path: string,
  entry: Pick<Stats, "isDirectory" | "isFile">,
  reading: Reading,
): void {
  if (entry.isDirectory()) {
    readInto(folder, root, path, reading);
    return;
  }
  const role = entry.isFile() ? roleOf(path) : "link";
  if (role === "asset") folder.assets.add(path);
  else if (role !== "text") folder.passedOver.push({ path, reason: role });
  else {
    const text = reading.known(path);
    const read = text === undefined ? readText(join(root, path)) : { text };
    if ("reason" in read) folder.passedOver.push({ path, reason: read.reason });
    else folder.texts.set(path, read.text);
    reading.onFile(folder.texts.size);
  }
}

/**
 * The folder after changes at the given paths, which may be files and folders, there or gone: only these are looked at
 * again. The very same value where nothing is different. Throws as `readFolder` does.
 */
export function rereadFolder(root: string, before: Folder, paths: Iterable<string>): Folder {
  const folder = mutableCopy(before);
  let [isDifferent, isOrdered] = [false, true];
  for (const path of paths) {
    if (isIgnored(path)) continue;
    const entry = lstatSync(join(root, path), { throwIfNoEntry: false });
    const text = folder.texts.get(path);
    const read = text !== undefined && entry?.isFile() ? readText(join(root, path)) : undefined;
    if (read !== undefined && "text" in read) {
      // In its place among the others.
      if (read.text !== text) folder.texts.set(path, read.text);
      isDifferent ||= read.text !== text;
      continue;
    }
    isDifferent = forget(folder, path) || entry !== undefined || isDifferent;
    isOrdered &&= entry === undefined;
    if (entry !== undefined)
      readEntry(folder, root, path, entry, { onFile: () => {}, known: () => undefined });
  }
  if (!isDifferent) return before;
  return isOrdered ? folder : ordered(folder);
}

const mutableCopy = ({ texts, assets, passedOver, positions }: Folder): MutableFolder => ({
  positions,
  texts: new Map(texts),
  assets: new Set(assets),
  passedOver: [...passedOver],
});

/** Takes out a path and what is below it; false where there was nothing. */
function forget(folder: MutableFolder, gone: string): boolean {
  const isGone = (path: string) => path === gone || path.startsWith(`${gone}/`);
  const sizeOf = ({ texts, assets, passedOver }: MutableFolder) =>
    texts.size + assets.size + passedOver.length;
  const before = sizeOf(folder);
  for (const files of [folder.texts, folder.assets])
    for (const path of files.keys()) if (isGone(path)) files.delete(path);
  folder.passedOver = folder.passedOver.filter(({ path }) => !isGone(path));
  return sizeOf(folder) < before;
}

/** In the order in which `readFolder` comes upon the files: that of the names in each folder. */
function ordered({ texts, assets, passedOver, positions }: MutableFolder): Folder {
  const key = (path: string) => path.replaceAll("/", "\0");
  const byPath = (a: string, b: string) => compareText(key(a), key(b));
  return {
    positions,
    texts: new Map([...texts].sort(([a], [b]) => byPath(a, b))),
    assets: new Set([...assets].sort(byPath)),
    passedOver: passedOver.sort((a, b) => byPath(a.path, b.path)),
  };
}

/** What a content folder may have in it, at its top. */
export const CONTENT_NAMES = ["site.yml", "ontology.yml", "entities", "edges", "sources", "stories"] as const;

/** What a file is for, by its path in the folder; else why it is passed over. */
export function roleOf(path: string): "text" | "asset" | PassedOver {
  if (path.startsWith("assets/")) return IMAGE.test(path) ? "asset" : "not-image";
  return isContent(path) ? "text" : reasonFor(path);
}

/** Where each file is read to, one after the other. A file that fills it is larger than the limit. */
const buffer = Buffer.allocUnsafe(SIZE_LIMIT + 1);

function readText(path: string): { text: string } | { reason: PassedOver } {
  let size: number;
  try {
    size = readBytes(path);
  } catch {
    return { reason: "unreadable" };
  }
  // There may be more of it than of memory.
  if (size > SIZE_LIMIT) return { reason: "too-large" };
  return textIn(buffer.subarray(0, size));
}

/** The text of a file of the folder. */
export function textIn(bytes: Buffer): { text: string } | { reason: PassedOver } {
  if (!isUtf8(bytes)) return { reason: "not-utf8" };
  return { text: bytes.toString("utf8").replace(/^\uFEFF/, "") };
}

/** Fills the buffer from a file; the number of bytes. */
function readBytes(path: string): number {
  const handle = openSync(path, "r");
  try {
    let size = 0;
    for (let read = -1; read !== 0 && size < buffer.length; size += read)
      read = readSync(handle, buffer, size, buffer.length - size, null);
    return size;
  } finally {
    closeSync(handle);
  }
}

/** Whether Skein reads the path: `site.yml`, `ontology.yml`, Markdown below the four folders, and the theme. */
function isContent(path: string): boolean {
  return (
    /^(site|ontology)\.yml$/.test(path) ||
    /^(entities|edges|sources|stories)\/.+\.md$/.test(path) ||
    /^theme\/[^/]+\.(css|mustache)$/.test(path)
  );
}

function reasonFor(path: string): PassedOver {
  if (path.startsWith("theme/")) return "not-theme";
  return /\.(md|ya?ml|markdown)$/i.test(path) ? "misplaced" : "not-text";
}

/** Whether a name on the way to the file begins with `.` or `_`. */
export const isIgnored = (path: string): boolean => /(?:^|\/)[._]/.test(path);

/** Whether a file at the path, relative to the content folder, is read and holds a record or a story. */
export function isRecordPath(path: string): boolean {
  return !isIgnored(path) && !/^(?:site|ontology)\.yml$/.test(path) && isContent(path);
}

/** A folder made of the given texts, for tests and for programs that hold content elsewhere. */
export function folderOf(texts: Readonly<Record<string, string>>, assets: readonly string[] = []): Folder {
  const sorted = Object.entries(texts).sort(([a], [b]) => compareText(a, b));
  return { texts: new Map(sorted), assets: new Set(assets), passedOver: [] };
}
