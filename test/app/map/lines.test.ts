import { describe, expect, test } from "vitest";
import { type Geometry, lineAt, linesInView } from "../../../src/app/map/lines.ts";
import { idsOf, modelOf } from "../../support/network.ts";

/** One unit of the map is one pixel; a 600 × 400 screen. */
const geometry: Geometry = {
  projection: { scale: 1, left: 0, top: 0, width: 600, height: 400 },
  radiusOf: () => 10,
};
/** Twice as large, with the map’s 100, 100 in the corner. */
const closer: Geometry = {
  projection: { scale: 2, left: -200, top: -200, width: 600, height: 400 },
  radiusOf: () => 20,
};

const model = modelOf(
  `
  one: a > b
  west: b > c
  middle: c > b
  east: b > c
  loop: d > d
  far: x > y
  across: x > z
  `,
  {
    entities: {
      a: { x: 100, y: 100 },
      b: { x: 300, y: 100 },
      c: { x: 300, y: 300 },
      d: { x: 500, y: 300 },
      x: { x: -900, y: 350 },
      y: { x: -700, y: 350 },
      z: { x: 1500, y: 350 },
    },
  },
);
const all = new Set(model.network.claims);
const seenFrom = (view: Geometry, claims = all) => linesInView(model.pairs, claims, view);
const keys = (view: Geometry, claims = all) => seenFrom(view, claims).seen.map(({ pair }) => pair.key);

describe("the lines in view", () => {
  test("are all of each pair that can be seen, one that only crosses the screen among them", () => {
    expect(keys(geometry)).toEqual(["a--b", "b--c", "d--d", "x--z"]);
    expect(seenFrom(geometry).count).toBe(6);
  });

  test("follow the camera", () => {
    const west = { ...geometry, projection: { ...geometry.projection, left: 1000 } };
    expect(keys(west)).toEqual(["x--y", "x--z"]);
    const south = { ...geometry, projection: { ...geometry.projection, top: -3000 } };
    expect(keys(south)).toEqual([]);
  });

  test("are those of claims that are shown", () => {
    const some = new Set([...all].filter(({ id }) => id === "west" || id === "loop"));
    const { seen, count } = seenFrom(geometry, some);
    expect(seen.map(({ lines }) => idsOf(lines.map(({ claim }) => claim)))).toEqual([["west"], ["loop"]]);
    expect(count).toBe(2);
  });
});

describe("a point on the map", () => {
  const at = (x: number, y: number, isOpen = true, view = geometry) =>
    lineAt(seenFrom(view).seen, isOpen, view, { x, y });

  test.each<[string, number, number, string | undefined]>([
    ["on a line", 200, 100, "one"],
    ["a few pixels beside it", 200, 105, "one"],
    ["too far beside it", 200, 108, undefined],
    ["between the first two of three that fan apart", 300, 200, "middle"],
    ["on the bend to one side", 284, 200, "west"],
    ["on the bend to the other side", 316, 200, "east"],
    ["on a loop, over its node", 500, 263, "loop"],
    ["on a line whose ends are both outside", 450, 350, "across"],
    ["on nothing", 500, 150, undefined],
  ])("%s", (_, x, y, expected) => {
    expect(at(x, y)).toBe(expected);
  });

  test("means the same where the map is larger", () => {
    expect(at(200, 0, true, closer)).toBe("one");
    expect(at(400, 200, true, closer)).toBe("middle");
    expect(at(432, 200, true, closer)).toBe("east");
  });

  test("on a bundle means the pair; a loop is in none", () => {
    expect(at(200, 100, false)).toBe("a--b");
    expect(at(303, 200, false)).toBe("b--c");
    expect(at(316, 200, false)).toBeUndefined();
    expect(at(500, 300, false)).toBeUndefined();
  });

  test("between two lines means the nearer", () => {
    const farther = { ...geometry, projection: { ...geometry.projection, scale: 0.5 }, radiusOf: () => 5 };
    expect(at(153, 100, true, farther)).toBe("middle");
    expect(at(156, 100, true, farther)).toBe("east");
  });
});
