import fc from "fast-check";
import { describe, test } from "vitest";
import { folderOf } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { compare } from "../../src/diff/compare.ts";
import { isSame, KINDS, type Side } from "../../src/diff/difference.ts";
import { mapChange } from "../../src/diff/map.ts";
import { LENGTH_LIMIT, markdownOf } from "../../src/diff/markdown.ts";
import { summaryOf } from "../../src/diff/summary.ts";
import { svgOf } from "../../src/diff/svg.ts";
import { folders } from "../fuzz/content.ts";
import { xmlRoot } from "../support/xml.ts";

/** Whatever stands in a content folder, mistakes among it. */
const sides = folders.map((files): Side => {
  const folder = folderOf(files);
  return { label: "side", folder, ...loadContent(folder, { drafts: false }), pictures: new Map() };
});

const RUNS = { numRuns: 100 };

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

describe("whatever two contents hold", () => {
  test("a content is the same as itself", () => {
    fc.assert(
      fc.property(sides, (side) => {
        const difference = compare(side, side, mapChange(side, side));
        return isSame(difference) && summaryOf(difference) === "Nothing changes";
      }),
      RUNS,
    );
  });

  test("the other way round, what was added is removed", () => {
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)];
        return (
          KINDS.every(
            (kind) =>
              same(there.records[kind].added, back.records[kind].removed) &&
              same(there.records[kind].removed, back.records[kind].added) &&
              there.records[kind].renamed.length === back.records[kind].renamed.length,
          ) && there.statuses.length === back.statuses.length
        );
      }),
      RUNS,
    );
  });

  test("it is printed, in Markdown no longer than hosts take, and as an SVG that can be read", () => {
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        const difference = compare(a, b, mapChange(a, b));
        xmlRoot(svgOf(a, b, difference));
        return markdownOf(difference).length <= LENGTH_LIMIT;
      }),
      RUNS,
    );
  });
});
