import { describe, expect, test } from "vitest";
import { analyse } from "../../src/graph/analyse.ts";
import { fitted } from "../../src/graph/fitted.ts";
import { contentOf, randomNotation } from "../support/graphs.ts";

describe("what is given", () => {
  test("is taken as it is, and everything else is worked out as ever", () => {
    const content = contentOf("a-b b-c");
    const pagerank = new Map([
      ["a", 0.2],
      ["b", 0.5],
      ["c", 0.3],
    ]);
    const own = analyse(content);
    const found = analyse(content, { given: { pagerank } });
    expect(found.pagerank).toEqual(pagerank);
    expect(found.betweenness).toEqual(own.betweenness);
    expect(found.communities).toEqual(own.communities);
    expect(found.positions).toEqual(own.positions);
    expect([own.given, found.given]).toEqual([new Set(), new Set(["pagerank"])]);
  });

  test("are communities in any numbers: ours count from the largest", () => {
    const communities = new Map([
      ["a", -1],
      ["b", 70],
      ["c", 70],
    ]);
    expect(analyse(contentOf("a-b b-c"), { given: { communities } }).communities).toEqual(
      new Map([
        ["b", 0],
        ["c", 0],
        ["a", 1],
      ]),
    );
  });

  test("is a map on any scale: its shape stays, nobody covers another, and the next build keeps it", () => {
    const content = contentOf(randomNotation(400, 800, 3));
    const ids = content.entities.map(({ id }) => id);
    const positions = new Map(ids.map((id, i) => [id, { x: (i % 20) / 1000, y: Math.floor(i / 20) / 1000 }]));
    const { positions: map } = analyse(content, { given: { positions } });
    const [corner, right, below] = [
      map.get(ids[0] ?? ""),
      map.get(ids[19] ?? ""),
      map.get(ids.at(-20) ?? ""),
    ];
    if (corner === undefined || right === undefined || below === undefined)
      throw new Error("someone is missing");
    expect(right.x - corner.x).toBeGreaterThan(1000);
    expect((right.x - corner.x) / (below.y - corner.y)).toBeCloseTo(1, 0);
    expect(analyse(content, { from: map }).positions).toEqual(map);
  });
});

describe("a fitted map", () => {
  test("has the wanted area about 0, and its proportions", () => {
    expect(
      fitted(
        [
          { x: 100, y: 5 },
          { x: 104, y: 6 },
        ],
        400,
      ),
    ).toEqual([
      { x: -20, y: -5 },
      { x: 20, y: 5 },
    ]);
  });

  test("of points on a line is as long as ten times its width, and of one point stays one", () => {
    expect(
      fitted(
        [
          { x: 0, y: 1 },
          { x: 1, y: 1 },
        ],
        1000,
      ),
    ).toEqual([
      { x: -50, y: 0 },
      { x: 50, y: 0 },
    ]);
    expect(fitted([{ x: 7, y: 7 }], 1000)).toEqual([{ x: 0, y: 0 }]);
  });
});
