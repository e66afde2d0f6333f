/** Asks DuckDB, which reads Parquet and writes CSV as other programs do. */
import { DuckDBInstance, type Json } from "@duckdb/node-api";

export interface Asker {
  /** Runs statements, and gives the rows of the last; dates are texts, large numbers too. */
  ask(sql: string): Promise<Record<string, Json>[]>;
  close(): void;
}

/** In memory. In statements, `FOLDER/` stands for a folder. */
export async function duckdb(folder: string): Promise<Asker> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return {
    async ask(sql) {
      const reader = await connection.runAndReadAll(sql.replaceAll("FOLDER/", `${folder}/`));
      return reader.getRowObjectsJson();
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
