/** The files of each format for other engines. */
import type { BulkFormat } from "../files.ts";
import type { BulkFile } from "./files.ts";
import { NEO4J_FILES } from "./neo4j.ts";
import { PARQUET_FILES } from "./parquet.ts";

export const BULK_FILES: Readonly<Record<BulkFormat, readonly BulkFile[]>> = {
  parquet: PARQUET_FILES,
  neo4j: NEO4J_FILES,
};
