import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LabelRequest, labelLimit, type PlacedLabel, placeLabels } from "../../../src/app/map/labels.ts";
import { pairs } from "../../support/pairs.ts";

const request = (id: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  id,
  name: id,
  x,
  y,
  radius: 5,
  priority: 0,
  isStrong: false,
  ...more,
});

/** Every letter 10 pixels wide. */
const widthOf = (line: string): number => line.length * 10;

const boxOf = ({ id, left, right, top, bottom }: PlacedLabel) => `${id} ${left}–${right} × ${top}–${bottom}`;
const place = (requests: LabelRequest[], stage?: number, limit?: number) =>
  placeLabels(requests, widthOf, stage, limit).map(boxOf);

describe("a name", () => {
  test("stands below its node", () => {
    expect(place([request("ada", 100, 100)])).toEqual(["ada 85–115 × 108–122"]);
  });

  test("stands above where a node is below", () => {
    expect(place([request("ada", 100, 100), request("b", 100, 115, { priority: -1 })])[0]).toBe(
      "ada 85–115 × 78–92",
    );
  });

  test("stands beside where above and below are taken", () => {
    const around = [request("ada", 100, 100, { priority: 1 }), request("b", 100, 116), request("c", 100, 84)];
    expect(place(around)[0]).toBe("ada 109–139 × 93–107");
  });

  test("stands aslant where all four sides are taken", () => {
    const around = [
      request("ada", 100, 100, { priority: 1 }),
      request("b", 84, 116),
      request("c", 84, 84),
      request("d", 115, 100),
      request("e", 85, 100),
    ];
    expect(place(around)[0]).toBe("ada 90–120 × 108–122");
  });

  test("is moved into the stage at its edges, and not where its node is outside", () => {
    expect(place([request("adalbert", 10, 100)], 500)).toEqual(["adalbert 2–82 × 108–122"]);
    expect(place([request("adalbert", 490, 100)], 500)).toEqual(["adalbert 418–498 × 108–122"]);
    expect(place([request("adalbert", -10, 100)], 500)).toEqual(["adalbert -50–30 × 108–122"]);
  });

  test("of two lines is as high as both", () => {
    const [label] = placeLabels(
      [request("x", 200, 100, { name: "The Ministry of National Defence" })],
      widthOf,
    );
    expect(label?.lines).toEqual(["The Ministry of", "National Defence"]);
    expect((label?.bottom ?? 0) - (label?.top ?? 0)).toBe(28);
  });

  test("is left out where there is no place for it", () => {
    const crowd = Array.from({ length: 49 }, (_, i) =>
      request(`n${i}`, 100 + 12 * (i % 7), 100 + 12 * Math.floor(i / 7), { radius: 8 }),
    );
    const names = place(crowd).map((label) => label.split(" ")[0]);
    expect(names).not.toContain("n24");
  });

  test("of what is chosen stands below its node where there is no place for it", () => {
    const crowd = Array.from({ length: 49 }, (_, i) =>
      request(`n${i}`, 100 + 12 * (i % 7), 100 + 12 * Math.floor(i / 7), { radius: 8, isStrong: i === 24 }),
    );
    expect(place(crowd)[0]).toBe("n24 121–151 × 147–161");
  });
});

describe("of several names", () => {
  test("the one of higher priority has the place, those of the same in the order of their ids", () => {
    const at = (id: string, priority: number) => request(id, 100, 100, { priority, radius: 60 });
    const first = (...requests: LabelRequest[]) => place(requests)[0]?.split(" ")[0];
    expect(first(at("low", 1), at("high", 2))).toBe("high");
    expect(first(at("b", 1), at("a", 1))).toBe("a");
  });

  test("at most so many are shown, the most important", () => {
    const row = Array.from({ length: 9 }, (_, i) => request(`n${i}`, i * 100, 100, { priority: i }));
    expect(place(row, Infinity, 2).map((label) => label.slice(0, 2))).toEqual(["n8", "n7"]);
  });

  test("but all the strong, whatever their priority, and they come first", () => {
    const row = Array.from({ length: 9 }, (_, i) =>
      request(`n${i}`, i * 100, 100, { priority: i, isStrong: i < 3 }),
    );
    expect(place(row, Infinity, 1).map((label) => label.slice(0, 2))).toEqual(["n2", "n1", "n0"]);
    expect(place(row, Infinity, 5).map((label) => label.slice(0, 2))).toEqual(["n2", "n1", "n0", "n8", "n7"]);
  });

  test("two do not touch, wherever they are", () => {
    // The first ends a pixel before x = 64 or 65, where the next would begin.
    for (const end of [63, 64, 65]) {
      const first = request("aaa", end - 15, 100, { priority: 1 });
      const [, second] = place([first, request("bbb", end + 16, 100)]);
      expect(second).not.toBe(`bbb ${end + 1}–${end + 31} × 108–122`);
    }
  });

  test("may lie over the small nodes among thousands, not among few", () => {
    const above = [request("ada", 100, 100, { priority: 1 }), request("dot", 100, 115, { radius: 2 })];
    const far = Array.from({ length: 400 }, (_, i) => request(`n${i}`, 1000 + i * 100, 1000, { radius: 2 }));
    expect(place(above)[0]).toBe("ada 85–115 × 78–92");
    expect(place([...above, ...far])[0]).toBe("ada 85–115 × 108–122");
  });
});

describe("wherever nodes are", () => {
  const node = fc.record({
    x: fc.integer({ min: -50, max: 450 }),
    y: fc.integer({ min: -50, max: 250 }),
    radius: fc.integer({ min: 1, max: 18 }),
    priority: fc.integer({ min: 0, max: 5 }),
    isStrong: fc.boolean(),
    name: fc.constantFrom("Ada", "Li Shangfu", "Ministry of National Defence", "中华人民共和国", "X"),
  });
  const nodes = fc
    .array(node, { maxLength: 60 })
    .map((list) => list.map((each, i): LabelRequest => ({ id: `n${i}`, ...each })));
  const RUNS = { seed: 20_261_125, numRuns: 200, endOnFailure: true };
  const isApart = (a: Omit<PlacedLabel, "id" | "lines" | "isStrong">, b: typeof a, air: number): boolean =>
    a.right + air <= b.left || b.right + air <= a.left || a.bottom <= b.top || b.bottom <= a.top;

  test("no name covers another or comes close beside it, nor covers another node, but a strong one without a place", () => {
    fc.assert(
      fc.property(nodes, (requests) => {
        const labels = placeLabels(requests, widthOf, 400);
        const strong = labels.filter(({ isStrong }) => isStrong);
        expect(strong.length).toBe(requests.filter(({ isStrong }) => isStrong).length);
        const plain = labels.filter(({ isStrong }) => !isStrong);
        expect(pairs(plain).filter(([a, b]) => !isApart(a, b, 2))).toEqual([]);
        // The square within a disc.
        const squares = requests.map(({ id, x, y, radius }) => {
          const reach = radius * 0.7;
          return { id, left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
        });
        const others = [...squares, ...strong];
        const covered = plain.flatMap((label) =>
          others.filter((other) => other.id !== label.id && !isApart(label, other, 0)),
        );
        expect(covered).toEqual([]);
      }),
      RUNS,
    );
  });

  test("the order in which they are given is nothing", () => {
    fc.assert(
      fc.property(nodes, (requests) => {
        expect(placeLabels([...requests].reverse(), widthOf, 400, 10)).toEqual(
          placeLabels(requests, widthOf, 400, 10),
        );
      }),
      RUNS,
    );
  });
});

test("a stage bears a name for every 9,000 pixels, and a dozen however small it is", () => {
  expect(labelLimit(1000, 900)).toBe(100);
  expect(labelLimit(300, 100)).toBe(12);
});
