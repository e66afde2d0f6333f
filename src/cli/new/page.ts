/** Reads a saved page for `--from-html`: no more of it than a page can be, from a file or from standard input. */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { sourceOfPage } from "../../exchange/html/source.ts";
import { reasonOf } from "../reasons.ts";
import { printable } from "../report/printable.ts";
import { UsageError } from "../terminal.ts";
import type { Keys } from "./keys.ts";

export interface PageKeys {
  /** The page, to call it by. */
  readonly name: string;
  readonly keys: Keys;
  /** Where in the page each key stood. */
  readonly from: Readonly<Record<string, string>>;
  /** What a person should know of the page. */
  readonly notes: readonly string[];
}

const SIZE_LIMIT = 20 * 1024 * 1024;

/** Throws `UsageError` for what cannot be read, is too large, or is no page. */
export async function readPageKeys(path: string, input: Readable = process.stdin): Promise<PageKeys> {
  const name = path === "-" ? "the page" : printable(path);
  const bytes = await readBounded(path === "-" ? input : createReadStream(path), name);
  const page = sourceOfPage(bytes);
  if ("reason" in page) throw new UsageError(`${name} ${page.reason}`);
  const from = Object.fromEntries(page.found.map(({ key, where }) => [key, where]));
  const keys = Object.fromEntries(page.found.map(({ key, value }) => [key, value]));
  return { name, keys, from, notes: page.notes };
}

async function readBounded(stream: Readable, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of stream) {
      size += part.length;
      if (size > SIZE_LIMIT)
        throw new UsageError(`${name} is larger than 20 MiB; save the page alone, without its pictures`);
      parts.push(part);
    }
  } catch (error) {
    const reason = reasonOf(error, "there is no such file");
    if (reason === undefined) throw error;
    throw new UsageError(`cannot read ${name}: ${reason === "EISDIR" ? "it is a folder" : reason}`);
  }
  return Buffer.concat(parts);
}

/** What was found in the page, for people. */
export function reportOf({ name, keys, from, notes }: PageKeys): string {
  const width = Math.max(0, ...Object.keys(keys).map(({ length }) => length)) + 2;
  const lines = Object.entries(keys).map(([key, value]) => {
    const text = Array.isArray(value) ? value.join("; ") : value;
    return printable(`  ${key.padEnd(width)}${text}  [${from[key]}]`);
  });
  const title = lines.length === 0 ? `${name} says nothing of itself.` : `From ${name}:`;
  return [title, ...lines, ...notes.map((note) => `  ${printable(note)}`), ""].join("\n");
}
