import { expect, test } from "vitest";
import { DATA_FILES, filesFor, WHOLE_LIMIT } from "../../src/exchange/files.ts";

test("a site publishes all files, until those of the whole graph would be longer than a text can be", () => {
  expect(filesFor(WHOLE_LIMIT)).toEqual(DATA_FILES);
  expect(filesFor(WHOLE_LIMIT + 1).map(({ name }) => name)).toEqual([
    "json-schema",
    "entities-csv",
    "claims-csv",
    "citations-csv",
    "sources-csv",
    "csl-json",
    "bibtex",
  ]);
});
