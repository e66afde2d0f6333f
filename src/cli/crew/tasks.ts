/** What a thread is asked to do, and what it answers. */
import type { ParsedFile } from "../../content/parse.ts";
import type { RecordKind } from "../../shared/paths.ts";
import type { SiteParts } from "../../site/publication.ts";

export interface ParseTask {
  readonly task: "parse";
  readonly files: readonly { readonly kind: RecordKind; readonly file: string; readonly text: string }[];
}

export interface PrintTask {
  readonly task: "print";
  readonly parts: SiteParts;
  readonly folder: string;
  /** How many pages there are, and which of them are taken. */
  readonly length: number;
  readonly taken: SharedArrayBuffer;
}

export type Task = ParseTask | PrintTask;

export type Answer =
  | { readonly parsed: readonly ParsedFile[] }
  | { readonly printed: true }
  | { readonly error: unknown };
