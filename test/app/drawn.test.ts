import { expect, test } from "vitest";
import { drawnOf } from "../../src/app/drawn.ts";
import { shownFrom } from "../../src/app/shown.ts";
import { PLAIN_VIEWPOINT } from "../../src/shared/viewpoint.ts";
import { idsOf, modelOf } from "../support/network.ts";

const model = modelOf(
  `
  one: a > b
  two: b > a
  three: b > c
  four: c > d
  loop: c > c
  `,
  { entities: { a: { pagerank: 0.2 }, b: { pagerank: 0.4 }, c: { pagerank: 0.3 }, d: { pagerank: 0.1 } } },
);
const shown = shownFrom(model, PLAIN_VIEWPOINT);

test("what a map can hold is drawn whole", () => {
  const drawn = drawnOf(model, shown, { entities: 4, lines: 4 });
  expect(drawn.part).toBeUndefined();
  expect([idsOf(drawn.entities), idsOf(drawn.claims)]).toEqual([
    ["a", "b", "c", "d"],
    ["one", "two", "three", "four", "loop"],
  ]);
});

test("of more entities, those with the highest PageRank are drawn, and what is between them", () => {
  const drawn = drawnOf(model, shown, { entities: 3, lines: 4 });
  expect([...idsOf(drawn.entities)].sort()).toEqual(["a", "b", "c"]);
  expect(idsOf(drawn.claims)).toEqual(["one", "two", "three", "loop"]);
  expect(drawn.part).toEqual({ drawn: { entities: 3, lines: 3 }, all: { entities: 4, lines: 4 } });
});

test("of more lines, those with the most claims are drawn", () => {
  const drawn = drawnOf(model, shown, { entities: 4, lines: 1 });
  expect(idsOf(drawn.claims)).toEqual(["one", "two"]);
  expect(drawn.entities).toBe(shown.entities);
  expect(drawn.part).toEqual({ drawn: { entities: 4, lines: 1 }, all: { entities: 4, lines: 4 } });
});
