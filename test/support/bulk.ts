/** Writes the files of a format for engines into a folder. */
import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BULK_FILES } from "../../src/exchange/bulk/formats.ts";
import type { BulkFormat } from "../../src/exchange/files.ts";
import { claimDataOf } from "../../src/exchange/graph-data.ts";
import type { Content } from "../../src/shared/records.ts";

export function writeBulk(format: BulkFormat, content: Content, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const data = claimDataOf(content);
  for (const { file, write } of BULK_FILES[format]) {
    const path = join(folder, file);
    rmSync(path, { force: true });
    write(data, (bytes) => appendFileSync(path, bytes));
  }
}
