/** What is to be imported, read from the file system: looked at before it is read, so that nothing too large is. */
import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { extname, join } from "node:path";
import { badInput } from "../../exchange/import/drafts.ts";
import { compareText } from "../../shared/text.ts";
import { reasonOf } from "../reasons.ts";
import { printable } from "../report/printable.ts";
import { FailedError, UsageError } from "../terminal.ts";
import { IMPORT_FORMATS, type ImportFormat } from "./formats.ts";

const MEBIBYTE = 1024 * 1024;
const SIZE_LIMIT = 64 * MEBIBYTE;

/** A folder of notes, as far as it was read. Paths are relative to it, with `/`. */
export interface VaultFiles {
  readonly notes: ReadonlyMap<string, string>;
  readonly others: readonly { readonly path: string; readonly why: string }[];
}

/** What a path holds, by its ending or by what is in the folder. Throws `UsageError` where that says nothing. */
export function formatOf(path: string): ImportFormat {
  if (statOf(path).isDirectory()) {
    const names = readdirSync(path);
    if (names.some((name) => /^\.obsidian$|\.md$/i.test(name))) return "obsidian";
    if (names.some((name) => /\.(?:csv|tsv)$/i.test(name))) return "csv";
  }
  const format = ENDINGS.get(extname(path).toLowerCase());
  if (format !== undefined) return format;
  throw new UsageError(
    `what ${printable(path)} holds cannot be told from its name; say --format ${IMPORT_FORMATS.join(", ")}`,
  );
}

const ENDINGS: ReadonlyMap<string, ImportFormat> = new Map([
  [".csv", "csv"],
  [".tsv", "csv"],
  [".gexf", "gexf"],
  [".graphml", "graphml"],
]);

export const isFolder = (path: string): boolean => statOf(path).isDirectory();

function statOf(path: string): Stats {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`there is no file ${printable(path)}`);
  return stats;
}

/** The text of a file in UTF-8, without its byte order mark. Throws `UsageError` above 64 MiB. */
export function readInput(path: string): string {
  const stats = statOf(path);
  if (!stats.isFile()) throw new UsageError(`${printable(path)} is no file`);
  if (stats.size > SIZE_LIMIT) {
    const size = `${Math.round(stats.size / MEBIBYTE).toLocaleString("en-GB")} MiB`;
    throw new UsageError(`${printable(path)} has ${size}, and at most 64 MiB are imported; split it`);
  }
  const bytes = bytesOf(path);
  if (!isUtf8(bytes))
    throw badInput({ file: path, line: 1 }, "the file is not in UTF-8; save it in the encoding UTF-8");
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = reasonOf(error, "it is gone");
    if (reason === undefined) throw error;
    throw new FailedError(`cannot read ${printable(path)}: ${reason}`);
  }
}

/** The files with an ending in a folder, by their names in small letters without it. */
export function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => ending.test(name) && !name.startsWith("."))
    .sort(compareText)
    .map((name) => join(folder, name));
}

/** Reads the notes of a vault. Throws `UsageError` where they have more than 64 MiB together. */
export function readVaultFiles(root: string): VaultFiles {
  const notes = new Map<string, string>();
  const others: { path: string; why: string }[] = [];
  let size = 0;
  const read = (below: string) => {
    const entries = readdirSync(join(root, below), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      const leave = (why: string) => others.push({ path, why });
      if (entry.name.startsWith(".")) leave(entry.isDirectory() ? "a folder of settings" : "a hidden file");
      else if (entry.isDirectory()) read(path);
      else if (!entry.isFile()) leave("a link or a device");
      else if (!/\.md$/i.test(entry.name))
        leave(/\.canvas$/i.test(entry.name) ? "a canvas" : "an attachment");
      else {
        const stats = statOf(join(root, path));
        size += stats.size;
        if (size > SIZE_LIMIT)
          throw new UsageError(
            `the notes of ${printable(root)} have more than 64 MiB; import a folder of it at a time`,
          );
        const bytes = stats.size > MEBIBYTE ? undefined : bytesOf(join(root, path));
        if (bytes === undefined) leave("larger than 1 MiB");
        else if (!isUtf8(bytes)) leave("not in UTF-8");
        else notes.set(path, bytes.toString("utf8").replace(/^\uFEFF/, ""));
      }
    }
  };
  read("");
  return { notes, others };
}
