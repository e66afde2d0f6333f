import fc from "fast-check";
import { describe, test } from "vitest";
import { folders } from "./content.ts";
import { checkEnds, orderIsNothing, pagesAreSafe, readsTheSameAgain } from "./properties.ts";

/** The same inputs each time: a new one is for `npm run fuzz` to find. */
const RUNS = { seed: 20_261_125, numRuns: 150, endOnFailure: true };

describe("whatever stands in a content folder", () => {
  test("the check ends, and says places that exist", () => {
    fc.assert(fc.property(folders, checkEnds), RUNS);
  });

  test("no page holds anything of its author’s making but text and links", async () => {
    await fc.assert(fc.asyncProperty(folders, pagesAreSafe), RUNS);
  });

  test("front matter that is read is read as the same when it is written again", () => {
    fc.assert(fc.property(folders, readsTheSameAgain), RUNS);
  });

  test("the order of the files is nothing", () => {
    fc.assert(fc.property(folders, orderIsNothing), RUNS);
  });
});
