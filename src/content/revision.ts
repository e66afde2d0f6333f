/**
 * A content folder as it is in a commit: git’s objects → a `Folder`. Nothing is checked out, written or run, and what is
 * read is bounded: a repository of a few kilobytes can name more files than there is memory for.
 */
import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { compareText } from "../shared/text.ts";
import {
  type Folder,
  isIgnored,
  type PassedOver,
  POSITIONS_LIMIT,
  roleOf,
  SIZE_LIMIT,
  textIn,
} from "./folder.ts";
import { askGit, askGitForBytes, type Refusal } from "./git.ts";
import { POSITIONS_FILE } from "./positions.ts";

export interface Revision {
  /** The id of the commit. */
  readonly commit: string;
  readonly folder: Folder;
  /** The ids of the pictures’ bytes, by path. */
  readonly pictures: ReadonlyMap<string, string>;
}

export interface NoRevision {
  readonly missing:
    | Refusal
    | "no-revision"
    /** The clone lacks old commits, and this may be one of them. */
    | "shallow"
    /** The commit has no such folder. */
    | "no-folder"
    | "too-large";
}

/** More than the largest graph that a site is built of, many times. */
const FILES_LIMIT = 200_000;
const TOTAL_LIMIT = 256 * 1024 * 1024;
/** How much is asked of git at a time. */
const BATCH = 32 * 1024 * 1024;

/**
 * Reads the folder at `path`, which need not be there now, as it is in a revision of the repository around it. A revision
 * is whatever git calls one: a branch, a tag, `HEAD~3`, an id. Those that begin with `-` are for the caller to refuse.
 * The same commit gives the same folder.
 */
export function readRevision(path: string, revision: string): Revision | NoRevision {
  const place = placeOf(path);
  const found = askGit(place.folder, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${revision}^{commit}`,
  ]);
  const prefix = askGit(place.folder, ["rev-parse", "--show-prefix"]);
  if ("refusal" in prefix) return { missing: prefix.refusal };
  if ("refusal" in found) return { missing: isShallow(place.folder) ? "shallow" : "no-revision" };
  const commit = found.text.trim();
  // A name may hold line ends of its own; git adds one at the end.
  const below = [...prefix.text.replace(/\n$/, "").split("/"), ...place.rest].filter((name) => name !== "");
  const tree = `${commit}:${below.join("/")}`;
  const kind = askGit(place.folder, ["cat-file", "-t", tree]);
  if (!("text" in kind) || kind.text.trim() !== "tree") return { missing: "no-folder" };
  const files = filesIn(place.folder, tree);
  const read = files && readObjects(place.folder, files);
  return read === undefined ? { missing: "too-large" } : { commit, ...read };
}

/** The nearest folder on the way to the path that is there, and the names that lead on from it. */
function placeOf(path: string): { folder: string; rest: string[] } {
  let folder = resolve(path);
  const rest: string[] = [];
  while (!statSync(folder, { throwIfNoEntry: false })?.isDirectory() && dirname(folder) !== folder) {
    rest.unshift(basename(folder));
    folder = dirname(folder);
  }
  return { folder, rest };
}

function isShallow(folder: string): boolean {
  const answer = askGit(folder, ["rev-parse", "--is-shallow-repository"]);
  return "text" in answer && answer.text.trim() === "true";
}

interface TreeFile {
  readonly path: string;
  /** The id of its bytes. */
  readonly id: string;
  /** Whether it is a file, and no link or other repository. */
  readonly isFile: boolean;
}

/** The files of a tree that are not ignored, and where the map is kept, sorted; undefined where there are too many. */
function filesIn(folder: string, tree: string): TreeFile[] | undefined {
  const answer = askGit(folder, ["ls-tree", "-r", "-z", "--full-tree", tree]);
  if ("refusal" in answer) return undefined;
  const files = answer.text.split("\0").flatMap((line): TreeFile[] => {
    const [, mode = "", id = "", path = ""] = /^(\d+) \w+ (\w+)\t(.+)$/s.exec(line) ?? [];
    const isOurs = path === POSITIONS_FILE || (path !== "" && !isIgnored(path));
    return !isOurs ? [] : [{ path, id, isFile: mode.startsWith("100") }];
  });
  if (files.length > FILES_LIMIT) return undefined;
  return files.sort((a, b) => compareText(a.path, b.path));
}

function readObjects(
  folder: string,
  files: readonly TreeFile[],
): Pick<Revision, "folder" | "pictures"> | undefined {
  const texts = new Map<string, string>();
  const pictures = new Map<string, string>();
  const passedOver: { path: string; reason: PassedOver }[] = [];
  const kept = files.find(({ path, isFile }) => path === POSITIONS_FILE && isFile);
  const roles = files
    .filter(({ path }) => path !== POSITIONS_FILE)
    .map((file) => ({ ...file, role: file.isFile ? roleOf(file.path) : "link" }) as const);
  const wanted = roles.filter(({ role }) => role === "text").map(({ id }) => id);
  const objects = textsOf(folder, [...new Set(wanted)]);
  if (objects === undefined) return undefined;
  for (const { path, id, role } of roles) {
    if (role === "asset") pictures.set(path, id);
    else if (role !== "text") passedOver.push({ path, reason: role });
    else {
      const object = objects.get(id) ?? { reason: "unreadable" as const };
      if ("reason" in object) passedOver.push({ path, reason: object.reason });
      else texts.set(path, object.text);
    }
  }
  const positions = kept && positionsOf(folder, kept.id);
  return { folder: { texts, assets: new Set(pictures.keys()), positions, passedOver }, pictures };
}

/** As where it is read from a folder: a map that cannot be read is none. */
function positionsOf(folder: string, id: string): string | undefined {
  const size = sizesOf(folder, [id])?.get(id);
  if (size === undefined || size > POSITIONS_LIMIT) return undefined;
  return objectsOf(folder, [id])[0]?.[1].toString("utf8");
}

type TextOrReason = ReturnType<typeof textIn>;

/** What the objects hold, by id; those that the clone does not have are left out. Undefined where it is too much. */
function textsOf(folder: string, ids: readonly string[]): Map<string, TextOrReason> | undefined {
  const objects = new Map<string, TextOrReason>();
  const sizes = sizesOf(folder, ids);
  if (sizes === undefined) return undefined;
  let [total, batch, size]: [number, string[], number] = [0, [], 0];
  const read = (): void => {
    for (const [id, bytes] of objectsOf(folder, batch)) objects.set(id, textIn(bytes));
    [batch, size] = [[], 0];
  };
  for (const [id, bytes] of sizes) {
    if (bytes > SIZE_LIMIT) {
      objects.set(id, { reason: "too-large" });
      continue;
    }
    total += bytes;
    size += bytes;
    if (total > TOTAL_LIMIT) return undefined;
    batch.push(id);
    if (size > BATCH) read();
  }
  read();
  return objects;
}

/** The sizes of objects in bytes, of those that are there. */
function sizesOf(folder: string, ids: readonly string[]): Map<string, number> | undefined {
  if (ids.length === 0) return new Map();
  const answer = askGitForBytes(folder, ["cat-file", "--batch-check"], { input: `${ids.join("\n")}\n` });
  if ("refusal" in answer) return undefined;
  const lines = answer.bytes.toString("utf8").matchAll(/^(\w+) blob (\d+)$/gm);
  return new Map([...lines].map(([, id = "", size]) => [id, Number(size)]));
}

/** Reads what `git cat-file --batch` prints: `id blob size`, a line end, as many bytes, a line end. */
function objectsOf(folder: string, ids: readonly string[]): [id: string, bytes: Buffer][] {
  if (ids.length === 0) return [];
  const answer = askGitForBytes(folder, ["cat-file", "--batch"], { input: `${ids.join("\n")}\n` });
  if ("refusal" in answer) return [];
  const found: [string, Buffer][] = [];
  for (let at = 0; at < answer.bytes.length; ) {
    const end = answer.bytes.indexOf("\n", at);
    if (end < 0) break;
    const [id = "", kind, size] = answer.bytes.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (kind !== "blob") continue;
    found.push([id, answer.bytes.subarray(at, at + Number(size))]);
    at += Number(size) + 1;
  }
  return found;
}
