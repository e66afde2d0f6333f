import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT } from "../support/skein.ts";
import { costOf } from "./measure.ts";
import { merged, type Result, readResults, rowsOf, withFigures } from "./results.ts";
import { median, rowOf } from "./rows.ts";
import { markdownTables, textTable } from "./table.ts";

const BUILD = { item: "1 full build", unit: "s" };
const fast = rowOf({ ...BUILD, size: "M", what: "time", ours: 3, anchor: 6, bound: { atMost: 1 } });
const slow = rowOf({ ...BUILD, size: "L", what: "time", ours: 18.04, anchor: 12, bound: { atMost: 1 } });
const frames = rowOf({
  item: "5 map",
  size: "L",
  what: "frames",
  ours: 40,
  unit: "",
  bound: { atLeast: 30 },
});

const result = (part: string, size: string, rows: Result["rows"]): Result => ({
  part,
  size,
  content: "made up",
  runs: 5,
  load: 0.5,
  processors: 2,
  node: "20.19.0",
  rows,
});

describe("a row", () => {
  test("says whether its ratio is within the bound; where there is nothing to compare, its own figure", () => {
    expect([fast.ratio, fast.holds]).toEqual([0.5, true]);
    expect(slow.holds).toBe(false);
    expect([frames.ratio, frames.holds]).toEqual([null, true]);
    expect(rowOf({ ...BUILD, size: "S", what: "time", ours: null, bound: { atMost: 1 } }).holds).toBeNull();
  });

  test("has a median from measured figures, not from between them", () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([1, 2, 3, 4])).toBe(3);
  });
});

describe("the table", () => {
  test("of a terminal has ours, theirs, the ratio, the bound, and whether it holds", () => {
    expect(textTable([fast, slow, frames])).toBe(
      [
        "        size  ours  beside  ratio  bound",
        "",
        "1 full build",
        "time       M   3 s     6 s  0.5 ×  ≤ 1 ×  ✓",
        "time       L  18 s    12 s  1.5 ×  ≤ 1 ×  ✗",
        "",
        "5 map",
        "frames     L    40       –      –   ≥ 30  ✓",
        "",
      ].join("\n"),
    );
  });

  test("of a page is one for each thing that is asked for", () => {
    expect(markdownTables([fast])).toBe(
      [
        "### 1 full build",
        "",
        "|  | size | ours | beside | ratio | bound |  |",
        "| --- | --- | --: | --: | --: | --: | --: |",
        "| time | M | 3 s | 6 s | 0.5 × | ≤ 1 × | ✓ |",
        "",
      ].join("\n"),
    );
  });

  test("has the sizes of one row below each other, and what a page costs at L beside S", () => {
    const costs = (size: string, ours: number) =>
      rowOf({ item: "1 full build", size, what: "time a page", ours, unit: "ms" });
    const rows = rowsOf([
      result("build", "S", [{ ...fast, size: "S" }, costs("S", 2)]),
      result("build", "L", [slow, costs("L", 3)]),
    ]);
    expect(rows.map(({ what, size }) => [what, size])).toEqual([
      ["time", "S"],
      ["time", "L"],
      ["time a page", "S"],
      ["time a page", "L"],
      ["time a page, at L beside S", "S → L"],
    ]);
    expect(rows.at(-1)).toMatchObject({ ours: 3, anchor: 2, ratio: 1.5, holds: false });
  });

  test("has the work of the layout beside that of a full build, where both were measured", () => {
    const work = (item: string, other: string, ours: number) =>
      rowOf({ item, size: "L", what: `work of the processors, beside ${other}`, ours, unit: "s" });
    const [build, layout] = [work("1 full build", "Hugo", 40), work("4 layout", "ForceAtlas2", 8)];
    expect(rowsOf([result("layout", "L", [layout])])).toHaveLength(1);
    const rows = rowsOf([result("build", "L", [build]), result("layout", "L", [layout])]);
    expect(rows.at(-1)).toMatchObject({ ours: 8, anchor: 40, ratio: 0.2, holds: false });
  });
});

describe("results", () => {
  test("of a part that was measured again take the place of those before, and the others stay", () => {
    const before = [result("build", "S", [fast]), result("search", "L", [frames])];
    const after = merged(before, [result("build", "S", [slow])]);
    expect(after.map(({ part, rows }) => [part, rows])).toEqual([
      ["build", [slow]],
      ["search", [frames]],
    ]);
  });

  test("are written between the marks of the page, and what stands around them stays", () => {
    const page = readFileSync(join(PROJECT, "docs/performance.md"), "utf8");
    const written = withFigures(page, [result("build", "M", [fast])]);
    expect(written).toContain("| time | M | 3 s | 6 s | 0.5 × | ≤ 1 × | ✓ |");
    expect(written).toContain("| build | M | made up | 5 | 0.5 | Node 20.19.0, 2 processors |");
    expect(withFigures(written, readResults())).toBe(page);
  });

  test("of a page without marks are refused", () => {
    expect(() => withFigures("# Performance\n", [])).toThrow("the page has no place for figures");
  });
});

test("the cost of a command has the work and the memory of what it starts", async () => {
  const burn =
    "const end = Date.now() + 300; while (Date.now() < end); globalThis.kept = Buffer.alloc(64e6, 1)";
  const child = `require("child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(burn)}])`;
  const cost = await costOf(process.execPath, ["-e", child]);
  expect(cost.seconds).toBeGreaterThan(0.3);
  expect(cost.cpuSeconds).toBeGreaterThan(0.1);
  expect(cost.mebibytes).not.toBeLessThan(30);
  await expect(costOf(process.execPath, ["-e", "process.exit(3)"])).rejects.toThrow("ended with 3");
});
