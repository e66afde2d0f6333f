/** The content that is measured: made up, or folders that somebody names, in a folder of its own that may be changed. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeSyntheticContent } from "../support/synthetic.ts";
import type { Size } from "./rows.ts";

export const SIZES: Readonly<Record<Size, readonly [entities: number, edges: number]>> = {
  S: [1000, 3000],
  M: [7128, 20_000],
  L: [7128, 90_730],
};

export const isSize = (text: string): text is Size => text in SIZES;

/** Folders by size: `S=graphs/small,L=graphs/large`. Throws where a size is none. */
export function namedContent(text: string): Map<Size, string> {
  return new Map(
    text.split(",").map((part) => {
      const [size = "", ...folder] = part.split("=");
      if (!isSize(size) || folder.length === 0) throw new Error("--content is S=DIR,M=DIR,L=DIR");
      return [size, folder.join("=")];
    }),
  );
}

/** Writes the content of a size into a folder, without what earlier builds have kept. */
export function placeContent(size: Size, named: string | undefined, folder: string): void {
  if (named === undefined) writeSyntheticContent(folder, ...SIZES[size]);
  else cpSync(named, folder, { recursive: true });
  rmSync(join(folder, ".positions"), { force: true });
}

/** Gives the first claim of a folder another title. */
export function retitleClaim(content: string, title: string): void {
  edit(content, "edges", (keys) => `${keys.replace(/\ntitle:.*/, "")}\ntitle: "${title}"`);
}

/** Gives the first entity of a folder another name. */
export function renameEntity(content: string, name: string): void {
  edit(content, "entities", (keys) => keys.replace(/\nname:.*/, `\nname: "${name}"`));
}

function edit(content: string, kind: string, change: (keys: string) => string): void {
  const [first] = readdirSync(join(content, kind))
    .filter((name) => name.endsWith(".md"))
    .sort();
  if (first === undefined) throw new Error(`there is nothing in ${kind}`);
  const path = join(content, kind, first);
  const text = readFileSync(path, "utf8");
  const end = text.indexOf("\n---", 3);
  writeFileSync(path, change(text.slice(0, end)) + text.slice(end));
}
