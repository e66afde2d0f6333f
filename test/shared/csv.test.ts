import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRows, csvText } from "../../src/shared/csv.ts";

describe("CSV", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["-0044-03-15", "'-0044-03-15"],
    ["＝1", "'＝1"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
  ])("a cell that a spreadsheet would run is defused, and read as it was: %j", (cell, written) => {
    expect(csvText([[cell, "b"]])).toBe(`\uFEFF${written},b\r\n`);
    expect(csvRows(csvText([[cell, "b"]])).rows).toEqual([{ line: 1, cells: [cell, "b"] }]);
  });

  test("rows say on which line they begin, also behind cells of several lines and empty lines", () => {
    expect(csvRows('id,name\n\na,"one\ntwo"\nb,two\n').rows).toEqual([
      { line: 1, cells: ["id", "name"] },
      { line: 3, cells: ["a", "one\ntwo"] },
      { line: 5, cells: ["b", "two"] },
    ]);
  });

  test.each([";", "\t", "|"])("the separator may be %j", (separator) => {
    const { rows, problems } = csvRows(`id${separator}name\r\na${separator}Ada\r\n`);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["id", "name"],
      ["a", "Ada"],
    ]);
    expect(problems).toEqual([]);
  });

  test("a quote that is not closed is a problem with its line", () => {
    expect(csvRows('id,name\na,"Ada\n').problems.map(({ line }) => line)).toEqual([2]);
  });

  test("whatever the cells hold, they are read as they were", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary-ascii" }),
      fc.string({ unit: fc.constantFrom("'", '"', "=", "\r", "\n", ",", ";", " ", "a") }),
    );
    const table = fc.array(fc.tuple(fc.constant("id"), cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        expect(
          csvRows(csvText([["id", "b", "c"], ...rows]))
            .rows.slice(1)
            .map(({ cells }) => cells),
        ).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });
});
