import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { analyse } from "../../src/graph/analyse.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { driftOf } from "../../src/graph/drift.ts";
import { layOut } from "../../src/graph/layout.ts";
import { tiesOf } from "../../src/graph/ties.ts";
import { nodeRadius } from "../../src/shared/label.ts";
import type { Place, Places } from "../../src/shared/place.ts";
import type { Content } from "../../src/shared/records.ts";
import { contentOf, randomNotation } from "../support/graphs.ts";
import { areOver, rectangles } from "../support/map-signs.ts";
import { pairs } from "../support/pairs.ts";
import { PROJECT, temporaryFolder } from "../support/skein.ts";
import { writeSyntheticContent } from "../support/synthetic.ts";

/** The map of a graph in a line, from an earlier map. */
const mapOf = (notation: string, from?: Places) => layoutOf(contentOf(notation), from);

function layoutOf(content: Content, from?: Places): Map<string, Place> {
  const graph = buildGraph(content);
  return layOut(graph, tiesOf(graph), from);
}

const bytesOf = (places: Places): string => JSON.stringify([...places]);

/** `a 0 0, b 300 40 alone` as an earlier map. */
function earlier(text: string): Map<string, Place> {
  return new Map(
    text.split(", ").map((line) => {
      const [id = "", x, y, alone] = line.split(" ");
      return [id, { x: Number(x), y: Number(y), ...(alone && { isAlone: true }) }];
    }),
  );
}

/** Without an entity, and without it in joint claims. */
function without(content: Content, id: string): Content {
  const others = (ids: readonly string[]) => ids.filter((other) => other !== id);
  return {
    ...content,
    entities: content.entities.filter((entity) => entity.id !== id),
    edges: content.edges
      .map((edge) => ({ ...edge, from: others(edge.from), to: others(edge.to) }))
      .filter(({ from, to }) => from.length > 0 && to.length > 0),
  };
}

const minus = (places: Places, id: string): Map<string, Place> => {
  const rest = new Map(places);
  rest.delete(id);
  return rest;
};

const at = (map: Places, id: string): Place => map.get(id) ?? { x: Number.NaN, y: Number.NaN };
const distance = (map: Places, a: string, b: string): number =>
  Math.hypot(at(map, a).x - at(map, b).x, at(map, a).y - at(map, b).y);

describe("a map that starts from an earlier one", () => {
  test("leaves everybody where they were, wherever that is", () => {
    const before = earlier("a 0 0, b 300 40, c 1000.25 -80");
    expect([...mapOf("a-b b-c", before)]).toEqual([...before]);
  });

  test("does not depend on the order of the earlier positions", () => {
    const notation = randomNotation(60, 90, 3);
    const part = [...mapOf(notation)].slice(10);
    expect(bytesOf(mapOf(notation, new Map(part.toReversed())))).toBe(
      bytesOf(mapOf(notation, new Map(part))),
    );
  });

  test("has a new entity near its neighbours, and nearest to those with whom it has most to do", () => {
    const before = earlier("a 0 0, b 1000 0, c 500 900");
    const map = mapOf("a-b b-c c-a new-a new-a new-a new-b", before);
    expect([...map].slice(0, 3)).toEqual([...before]);
    expect(Math.abs(at(map, "new").x - 250)).toBeLessThan(60);
    expect(distance(map, "new", "a")).toBeLessThan(distance(map, "new", "b"));
    expect(distance(map, "new", "a")).toBeLessThan(distance(map, "new", "c"));
  });

  test("has a chain of new entities follow one another from the one that is known", () => {
    const map = mapOf(
      "a-b b-c c-d d-e n1-e n2-n1 n3-n2",
      earlier("a 0 0, b 300 0, c 600 0, d 900 0, e 1200 0"),
    );
    for (const [one, next] of [
      ["e", "n1"],
      ["n1", "n2"],
      ["n2", "n3"],
    ] as const)
      expect(distance(map, one, next)).toBeLessThan(250);
  });

  test("has an entity without a claim at its rim, and others where they were", () => {
    const before = earlier("a -500 0, b 500 0, c 0 400, d 0 -400");
    const map = mapOf("a-b b-c c-d lonely", before);
    expect([...map].slice(0, 4)).toEqual([...before]);
    expect(at(map, "lonely").isAlone).toBe(true);
    expect(Math.hypot(at(map, "lonely").x, at(map, "lonely").y)).toBeGreaterThan(300);
  });

  test("has an entity leave the rim for its neighbours with its first claim", () => {
    const before = earlier("a -500 0, b 500 0, c 0 400, late 0 -2000 alone");
    const map = mapOf("a-b b-c late-b", before);
    expect([...map].slice(0, 3)).toEqual([...before].slice(0, 3));
    expect(distance(map, "late", "b")).toBeLessThan(250);
  });

  test("has a new entity come to the one that was alone, and not that one leave", () => {
    const before = earlier("a -500 0, b 500 0, late 0 -2000 alone");
    const map = mapOf("a-b late-new", before);
    expect(at(map, "late")).toEqual({ x: 0, y: -2000 });
    expect(distance(map, "late", "new")).toBeLessThan(250);
  });

  test("lets nobody leave in a build that adds an entity, where that would move the map by more than 2 %", () => {
    const before = earlier("a 0 0, b 300 0, c 0 300, d 300 300, l1 0 -2000 alone, l2 900 -2000 alone");
    expect(driftOf(before, mapOf("a-b b-c c-d l1-a l2-b new-a", before)).mean).toBe(0);
    expect(driftOf(before, mapOf("a-b b-c c-d l1-a l2-b", before)).mean).toBeGreaterThan(0.02);
  });

  test("has an entity whose disc would cover another go to the nearest free spot", () => {
    const hub = Array.from({ length: 20 }, (_, i) => `hub-leaf${i}`);
    const fresh = mapOf(hub.join(" "));
    const hubAt = at(fresh, "hub");
    const map = mapOf(hub.join(" "), new Map([...fresh, ["leaf3", { x: hubAt.x + 1, y: hubAt.y }]]));
    expect(at(map, "hub")).toEqual(hubAt);
    expect(distance(map, "hub", "leaf3")).toBeGreaterThan(nodeRadius(20) + nodeRadius(1));
    expect(distance(map, "hub", "leaf3")).toBeLessThan(300);
  });

  test("is laid out anew where fewer than half are known, or can stay", () => {
    const notation = randomNotation(40, 60, 5);
    const fresh = mapOf(notation);
    const three = new Map([...fresh].slice(0, 3).map(([id, { x, y }]) => [id, { x: x + 500, y }]));
    expect(bytesOf(mapOf(notation, three))).toBe(bytesOf(fresh));
    const heap = new Map([...fresh.keys()].map((id) => [id, { x: 1, y: 1 }]));
    expect(bytesOf(mapOf(notation, heap))).toBe(bytesOf(fresh));
  });

  test("takes no notice of places that are none, or so far off that the others would be a dot", () => {
    const before = earlier("a 0 0, b 300 40, c 600 0");
    const map = mapOf(
      "a-b b-c c-d c-e",
      new Map([...before, ["d", { x: Number.NaN, y: 0 }], ["e", { x: 1e300, y: 0 }]]),
    );
    expect([...map].slice(0, 3)).toEqual([...before]);
    for (const id of ["d", "e"]) expect(distance(map, id, "c")).toBeLessThan(250);
  });

  test("gives an entity that was renamed the place that it had", () => {
    const { entities, ...content } = contentOf("a-b b-c");
    const renamed = entities.map((entity) => ({ ...entity, formerIds: [`old-${entity.id}`] }));
    const from = earlier("old-a 0 0, old-b 300 0, c 600 0, old-c 9 9");
    const { positions } = analyse({ ...content, entities: renamed }, { from });
    expect([...positions]).toEqual([...earlier("a 0 0, b 300 0, c 600 0")]);
  });

  test("keeps the names of those who are new apart from all others", () => {
    const notation = randomNotation(100, 160, 6);
    const graph = buildGraph(contentOf(notation));
    const fresh = mapOf(notation);
    const known = new Map([...fresh].filter((_, i) => i % 3 !== 0));
    const map = layOut(graph, tiesOf(graph), known);
    for (const [id, place] of known) expect(at(map, id)).toEqual(place);
    const signs = [...map].flatMap(([id, point]) => rectangles(graph, id, point));
    expect(pairs(signs).filter(([a, b]) => a.id !== b.id && areOver(a, b))).toEqual([]);
  });
});

describe("on any graph", () => {
  const notations = fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 50 }), fc.integer())
    .map(([people, claims, seed]) => `${randomNotation(people, claims, seed)} lonely`);
  const coordinate = fc.oneof(fc.double({ min: -2000, max: 2000 }), fc.double(), fc.constant(0));
  const places: fc.Arbitrary<Map<string, Place>> = fc
    .array(
      fc.tuple(
        fc.oneof(
          fc.integer({ min: 0, max: 30 }).map((i) => `p${i}`),
          fc.constant("lonely"),
        ),
        fc.record({ x: coordinate, y: coordinate, isAlone: fc.boolean() }),
      ),
      { maxLength: 40 },
    )
    .map((entries) => new Map(entries));

  test("what comes out of an earlier map, sound or not, stays as it is", () => {
    fc.assert(
      fc.property(notations, places, (notation, before) => {
        const map = mapOf(notation, before);
        expect([...map.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
        expect(bytesOf(mapOf(notation, map))).toBe(bytesOf(map));
      }),
      { numRuns: 60 },
    );
  });

  test("whoever goes moves nobody, and moves nobody on coming back", () => {
    fc.assert(
      fc.property(notations, fc.nat(), (notation, which) => {
        const content = contentOf(notation);
        const whole = layoutOf(content);
        const id = content.entities[which % content.entities.length]?.id ?? "";
        const rest = without(content, id);
        const shrunk = layoutOf(rest, whole);
        expect(driftOf(whole, shrunk).largest).toBe(0);
        if (rest.entities.length > 1) expect(driftOf(shrunk, layoutOf(content, shrunk)).largest).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe("on the default content", () => {
  const folder = readFolder(join(PROJECT, "content"));
  const { content } = loadContent(folder, { drafts: false });

  test.each(content.entities.map(({ id }) => id))(
    "%s comes, and the map moves by less than 2 percent",
    (id) => {
      const before = layoutOf(without(content, id));
      const { mean } = driftOf(before, layoutOf(content, before));
      expect(mean).toBeLessThan(0.02);
    },
  );

  test("whoever goes moves nobody", () => {
    const before = layoutOf(content);
    const moved = content.entities.filter(
      ({ id }) => driftOf(before, layoutOf(without(content, id), before)).largest > 0,
    );
    expect(moved).toEqual([]);
  });
});

describe("on a graph of a thousand", () => {
  const folder = temporaryFolder();
  let content: Content;
  let whole: Map<string, Place>;

  beforeAll(() => {
    writeSyntheticContent(folder, 1000, 3000);
    content = loadContent(readFolder(folder), { drafts: false }).content;
    whole = layoutOf(content);
  });

  test("nobody moves where all are known, and no layout is computed", () => {
    const start = performance.now();
    expect(bytesOf(layoutOf(content, whole))).toBe(bytesOf(whole));
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("an entity that comes moves the map by less than 2 %, one that goes by nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (i) => {
        const id = `e${i}`;
        const rest = without(content, id);
        expect(driftOf(whole, layoutOf(rest, whole)).largest).toBe(0);
        const before = minus(whole, id);
        expect(driftOf(before, layoutOf(content, before)).mean).toBeLessThan(0.02);
      }),
      { numRuns: 25 },
    );
  });

  test("a hub that comes to a map that was made without it moves it by less than 2 %", () => {
    const before = layoutOf(without(content, "e0"));
    expect(driftOf(before, layoutOf(content, before)).mean).toBeLessThan(0.02);
  });

  test("a hundred that come at once find places beside their neighbours, and move nobody", () => {
    const before = new Map([...whole].filter((_, i) => i % 10 !== 0));
    const map = layoutOf(content, before);
    expect(map.size).toBe(1000);
    expect(driftOf(before, map).largest).toBe(0);
    expect(meanTie(content, map)).toBeLessThan(1.2 * meanTie(content, whole));
  });

  test("three of a thousand that are known are no map", () => {
    const three = new Map([...whole].slice(0, 3).map(([id, { x, y }]) => [id, { x: x + 50, y }]));
    expect(bytesOf(layoutOf(content, three))).toBe(bytesOf(whole));
  });
});

/** How far apart those are who have to do with one another. */
function meanTie(content: Content, map: Places): number {
  const ties = tiesOf(buildGraph(content));
  return ties.reduceEdges((sum, _, __, a, b) => sum + distance(map, a, b), 0) / ties.size;
}
