import { expect, test } from "vitest";
import { driftOf } from "../../src/graph/drift.ts";

/** `a 0 0, b 30 40` as a map. */
const map = (text: string) =>
  new Map(
    text.split(", ").map((line) => {
      const [id = "", x, y] = line.split(" ");
      return [id, { x: Number(x), y: Number(y) }] as const;
    }),
  );

test("a map that has stayed has not moved", () => {
  const same = map("a 0 0, b 30 40");
  expect(driftOf(same, same)).toEqual({ mean: 0, largest: 0, shared: 2 });
});

test("distances are shares of the diagonal of the map before", () => {
  // The diagonal is 50; b has gone 5 of it.
  expect(driftOf(map("a 0 0, b 30 40"), map("a 0 0, b 33 44"))).toEqual({
    mean: 0.05,
    largest: 0.1,
    shared: 2,
  });
});

test("who came and who went has not moved", () => {
  expect(driftOf(map("a 0 0, b 30 40"), map("a 0 0, c 99 99"))).toEqual({ mean: 0, largest: 0, shared: 1 });
});

test("who went still counts for the size of the map", () => {
  expect(driftOf(map("a 0 0, b 30 40"), map("a 5 0")).mean).toBe(0.1);
});

test("a map of one entity has no size: it stays, or moves by all of it", () => {
  expect(driftOf(map("a 5 5"), map("a 5 5")).mean).toBe(0);
  expect(driftOf(map("a 5 5"), map("a 6 5")).mean).toBe(1);
});

test("two maps with nothing in common have not moved", () => {
  expect(driftOf(new Map(), map("a 1 1"))).toEqual({ mean: 0, largest: 0, shared: 0 });
});
