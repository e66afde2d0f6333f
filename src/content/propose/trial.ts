/** A file as if it were in the content already: what it would be, and what would be wrong with it. */
import type { Diagnostic } from "../../shared/diagnostic.ts";
import type { AnyRecord, Content } from "../../shared/records.ts";
import { compareText } from "../../shared/text.ts";
import type { Folder } from "../folder.ts";
import { loadContent } from "../load.ts";

export interface Trial {
  /** The folder with the file in it. */
  readonly folder: Folder;
  readonly content: Content;
  /** Problems that are there with the file and are not without it. */
  readonly problems: readonly Diagnostic[];
}

/** Puts a text at a path that is free, and compares with the `known` problems of the folder. Drafts are part of it. */
export function tryFile(folder: Folder, known: readonly Diagnostic[], path: string, text: string): Trial {
  const texts = new Map([...folder.texts, [path, text] as const].sort(([a], [b]) => compareText(a, b)));
  const tried = { ...folder, texts };
  const { content, diagnostics } = loadContent(tried, { drafts: true });
  const old = new Set(known.map(nameOf));
  return { folder: tried, content, problems: diagnostics.filter((problem) => !old.has(nameOf(problem))) };
}

const nameOf = ({ file, line, column, code, message }: Diagnostic): string =>
  JSON.stringify([file, line, column, code, message]);

/** The record of the given file that is not one of the edges in it. */
export function recordIn({ content }: Trial, file: string): AnyRecord | undefined {
  return [...content.entities, ...content.edges, ...content.sources].find((record) => record.file === file);
}
