import { describe, expect, test } from "vitest";
import { shownFrom } from "../../src/app/shown.ts";
import { type Direction, firstEntity, neighbourTowards } from "../../src/app/walk.ts";
import { PLAIN_VIEWPOINT } from "../../src/shared/viewpoint.ts";
import { allOf, modelOf, there } from "../support/network.ts";

const model = modelOf(
  `
  east: me > east
  far: me > far
  north: north > me
  aslant: me > aslant type=demand
  steep: me > steep
  loop: me > me
  beyond: east > beyond
  `,
  {
    entities: {
      me: { x: 0, y: 0, pagerank: 0.2 },
      east: { x: 100, y: 0, pagerank: 0.3 },
      far: { x: 150, y: 5, pagerank: 0.1, type: "state" },
      north: { x: 0, y: -80 },
      aslant: { x: 60, y: 60 },
      // 14 degrees from the vertical: nothing that lies to the right.
      steep: { x: 25, y: 100 },
      beyond: { x: -100, y: 0 },
    },
  },
);

const walk = (direction: Direction, some = {}, from = "me") =>
  neighbourTowards(
    model,
    shownFrom(model, { ...PLAIN_VIEWPOINT, ...some }),
    there(model.entity(from)),
    direction,
  )?.id;

describe("an arrow key", () => {
  test.each<[Direction, string | undefined]>([
    ["ArrowRight", "east"],
    ["ArrowUp", "north"],
    ["ArrowDown", "steep"],
    ["ArrowLeft", undefined],
  ])("%s leads to the neighbour that lies there: %s", (direction, id) => {
    expect(walk(direction)).toBe(id);
  });

  test("leads to whoever is within 75 degrees of its direction, and to nobody else", () => {
    const right = (x: number, y: number) => {
      const two = modelOf("one: a > b", { entities: { b: { x, y } } });
      return neighbourTowards(two, allOf(two), there(two.entity("a")), "ArrowRight")?.id;
    };
    expect([right(28, 100), right(28, -100)]).toEqual(["b", "b"]);
    expect([right(25, 100), right(25, -100), right(-5, 0)]).toEqual([undefined, undefined, undefined]);
  });

  test("leads back over a claim that runs towards one", () => {
    expect(walk("ArrowDown", {}, "north")).toBe("me");
  });

  test("leads over what is shown only", () => {
    expect(walk("ArrowRight", { hideClaims: ["visit"] })).toBe("aslant");
    expect(walk("ArrowUp", { hideClaims: ["visit"] })).toBeUndefined();
    expect(walk("ArrowRight", { hide: ["person"] })).toBeUndefined();
  });

  test("prefers what is straight ahead to what is a little nearer and aslant", () => {
    expect(walk("ArrowDown", {}, "me")).toBe("steep");
  });
});

test("a walk begins with the highest PageRank of those shown", () => {
  expect(firstEntity(allOf(model))?.id).toBe("east");
  expect(firstEntity(shownFrom(model, { ...PLAIN_VIEWPOINT, hide: ["person"] }))?.id).toBe("far");
  expect(firstEntity({ entities: new Set(), claims: new Set() })).toBeUndefined();
});
