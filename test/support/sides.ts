/** The two sides of a change, written in a test: what `skein diff` compares. */
import { folderOf } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { compare } from "../../src/diff/compare.ts";
import type { Difference, Side } from "../../src/diff/difference.ts";
import { AROUND } from "./content.ts";

/** Texts by path; one that is undefined is not there. */
export type Texts = Readonly<Record<string, string | undefined>>;

/** Texts laid over the least content. */
export function sideOf(label: string, texts: Texts, pictures: Readonly<Record<string, string>> = {}): Side {
  const all = Object.entries({ ...AROUND, ...texts }).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text] as const],
  );
  const folder = folderOf(Object.fromEntries(all), Object.keys(pictures));
  return {
    label,
    folder,
    ...loadContent(folder, { drafts: false }),
    pictures: new Map(Object.entries(pictures)),
  };
}

export function differenceOf(base: Texts, head: Texts): Difference {
  return compare(sideOf("base", base), sideOf("head", head));
}

export const person = (name: string, more = "", body = ""): string =>
  `---\ntype: person\nname: ${name}\n${more}---\n${body}`;

/** A claim of which the log is the source, unless `more` has sources of its own. */
export const claim = (more = "", body = ""): string =>
  `---\ntype: statement\nfrom: atlantis\nto: bermuda\n${more.includes("sources:") ? "" : "sources: [log]\n"}${more}---\n${body}`;

export const source = (title: string, more = ""): string => `---\ntitle: ${title}\n${more}---\n`;
