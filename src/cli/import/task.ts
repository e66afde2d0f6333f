/** What `skein import` is asked to do. */
import type { Mapping } from "../../exchange/import/columns.ts";
import type { ImportOptions as PlanOptions } from "../../exchange/import/placed.ts";
import type { Content } from "../../shared/records.ts";
import type { ImportFormat } from "./formats.ts";

export interface ImportOptions {
  readonly content: string;
  readonly format?: ImportFormat;
  /** CSV files whose rows are entities, and claims. */
  readonly entities?: string;
  readonly edges?: string;
  /** `KEY=COLUMN`, and `WORD=TYPE`. */
  readonly map: readonly string[];
  readonly type: readonly string[];
  readonly source?: string;
  readonly entityType?: string;
  readonly edgeType?: string;
  readonly dryRun: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** What the flags say, checked against the content. */
export interface ImportTask extends PlanOptions {
  readonly path: string | undefined;
  readonly options: ImportOptions;
  readonly mappings: readonly Mapping[];
  readonly content: Content;
}
