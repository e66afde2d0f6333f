/** What a thread is asked to do, and what it answers. */
import type { ParsedFile } from "../../content/parse.ts";
import type { MapTask } from "../../graph/layout.ts";
import type { RecordKind } from "../../shared/paths.ts";
import type { SiteParts } from "../../site/publication.ts";
import type { KnownPages } from "../../site/reads/known.ts";

export interface ParseTask {
  readonly task: "parse";
  readonly files: readonly { readonly kind: RecordKind; readonly file: string; readonly text: string }[];
}

export interface LayoutTask extends MapTask {
  readonly task: "layout";
}

export interface SiteTask {
  readonly task: "site";
  readonly parts: SiteParts;
}

/** Of the site that was given before. */
export interface PrintTask {
  readonly task: "print";
  /** Which of the pages that are made together. */
  readonly together: readonly string[];
  /** Which of those that any thread can make; all of them where nothing is said. */
  readonly paths?: readonly string[];
  readonly folder: string;
  /** Which of them are taken. */
  readonly taken: SharedArrayBuffer;
  /** Whether to note what they read. */
  readonly notes: boolean;
}

export type Task = ParseTask | LayoutTask | SiteTask | PrintTask;

export type Answer =
  | { readonly parsed: readonly ParsedFile[] }
  | { readonly drawn: Float64Array }
  | { readonly given: true }
  | { readonly printed: KnownPages | undefined }
  | {
      readonly error: unknown;
      /** What a copy of an error loses on its way: the code of the system, and the path. */
      readonly facts: Readonly<Record<string, unknown>>;
    };
