/** What a thread is asked to do, and what it answers. */
import type { ParsedFile } from "../../content/parse.ts";
import type { RecordKind } from "../../shared/paths.ts";
import type { SiteParts } from "../../site/publication.ts";
import type { KnownPages } from "../../site/reads/known.ts";

export interface ParseTask {
  readonly task: "parse";
  readonly files: readonly { readonly kind: RecordKind; readonly file: string; readonly text: string }[];
}

export interface PrintTask {
  readonly task: "print";
  readonly parts: SiteParts;
  /** Which of the pages; all of them where nothing is said. */
  readonly paths?: readonly string[];
  readonly folder: string;
  /** Which of them are taken. */
  readonly taken: SharedArrayBuffer;
  /** Whether to note what they read. */
  readonly notes: boolean;
}

export type Task = ParseTask | PrintTask;

export type Answer =
  | { readonly parsed: readonly ParsedFile[] }
  | { readonly printed: KnownPages | undefined }
  | { readonly error: unknown };
