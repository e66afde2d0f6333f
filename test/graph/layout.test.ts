import { describe, expect, test } from "vitest";
import { buildGraph, type ClaimGraph } from "../../src/graph/build.ts";
import { drawMap, layOut, mapTask, placesOf } from "../../src/graph/layout.ts";
import { tiesOf } from "../../src/graph/ties.ts";
import { nodeRadius } from "../../src/shared/label.ts";
import { contentOf, loadedContent, randomNotation } from "../support/graphs.ts";
import { areOver, rectangles } from "../support/map-signs.ts";
import { pairs } from "../support/pairs.ts";

const graphOf = (notation: string) => buildGraph(contentOf(notation));
const layoutOf = (graph: ClaimGraph) => layOut(graph, tiesOf(graph));

const HUB = Array.from({ length: 500 }, (_, i) => `hub-leaf${i}`).join(" ");

describe("the layout", () => {
  test("is the same each time, digit by digit", () => {
    const notation = randomNotation(60, 120, 1);
    expect(JSON.stringify([...layoutOf(graphOf(notation))])).toBe(
      JSON.stringify([...layoutOf(graphOf(notation))]),
    );
  });

  test("does not depend on the order in which the files are read", () => {
    const files = Object.entries(townFiles(40));
    const [there, back] = [files, files.toReversed()].map((list) => {
      const graph = buildGraph(loadedContent(Object.fromEntries(list)));
      return JSON.stringify([...layoutOf(graph)]);
    });
    expect(back).toBe(there);
  });

  test("is the same from a copy of its task, as another thread would have it", () => {
    const graph = graphOf(`${randomNotation(60, 120, 1)} lonely`);
    const from = new Map([["p1", { x: 5, y: 7 }]]);
    const task = structuredClone(mapTask(graph, tiesOf(graph), from));
    expect([...placesOf(task, structuredClone(drawMap(task)))]).toEqual([
      ...layOut(graph, tiesOf(graph), from),
    ]);
  });

  test("moves nobody when it is asked again of the same graph", () => {
    const graph = graphOf(randomNotation(20, 30, 8));
    const ties = tiesOf(graph);
    expect([...layOut(graph, ties)]).toEqual([...layOut(graph, ties)]);
  });

  test("sets two entities side by side", () => {
    const [a, b] = [...layoutOf(graphOf("a-b")).values()];
    expect([a?.y, b?.y]).toEqual([0, 0]);
    expect(Math.abs((a?.x ?? 0) - (b?.x ?? 0))).toBeGreaterThan(20);
  });

  test("sets one entity in the middle", () => {
    expect([...layoutOf(graphOf("a")).values()]).toEqual([{ x: 0, y: 0, isAlone: true }]);
  });

  test.each([
    ["nothing", "", 0],
    ["one entity", "a", 1],
    ["one that acts on itself", "a-a", 1],
    ["two that have nothing to do with one another", "a b", 2],
    ["parts that hang together only among themselves", "a-b b-c x-y y-z", 6],
    ["a hub with five hundred leaves", HUB, 501],
  ])("puts each entity somewhere in a graph of %s", (_, notation, nodes) => {
    const points = [...layoutOf(graphOf(notation)).values()];
    expect(points).toHaveLength(nodes);
    expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  test("is around the middle, and wider than tall", () => {
    const points = [...layoutOf(graphOf(randomNotation(80, 100, 3))).values()];
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value) / values.length;
    const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
    expect(mean(xs)).toBeCloseTo(0, 1);
    expect(mean(ys)).toBeCloseTo(0, 1);
    expect(span(xs)).toBeGreaterThan(span(ys));
  });

  test("no disc covers another", () => {
    for (const notation of [HUB, randomNotation(300, 600, 4)]) {
      const graph = graphOf(notation);
      const discs = [...layoutOf(graph)].map(([id, point]) => ({
        ...point,
        radius: nodeRadius(graph.degree(id)),
      }));
      expect(pairs(discs).filter(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius)).toEqual(
        [],
      );
    }
  });

  test("no name covers another or a node in a graph of a hundred", () => {
    const graph = graphOf(randomNotation(100, 160, 6));
    const signs = [...layoutOf(graph)].flatMap(([id, point]) => rectangles(graph, id, point));
    expect(pairs(signs).filter(([a, b]) => a.id !== b.id && areOver(a, b))).toEqual([]);
  });

  test("no name covers another or a node in a graph of a hundred and fifty, in long names and wide letters", () => {
    const graph = buildGraph(loadedContent(townFiles(150)));
    const signs = [...layoutOf(graph)].flatMap(([id, point]) => rectangles(graph, id, point));
    expect(signs).toHaveLength(300);
    expect(pairs(signs).filter(([a, b]) => a.id !== b.id && areOver(a, b))).toEqual([]);
  });

  test("those who have to do with one another are nearer than those who have not", () => {
    const points = layoutOf(graphOf("a-b b-c c-a x-y y-z z-x a-x"));
    const at = (id: string) => points.get(id) ?? { x: Number.NaN, y: Number.NaN };
    const distance = (a: string, b: string) => Math.hypot(at(a).x - at(b).x, at(a).y - at(b).y);
    expect(distance("b", "c")).toBeLessThan(distance("b", "y"));
    expect(distance("y", "z")).toBeLessThan(distance("c", "z"));
  });
});

/** A town whose people have names of every length, and two claims each. */
function townFiles(people: number): Record<string, string> {
  const names = ["Bo", "Minister of National Defense of the Republic", "李尚福上将国防部长", "Elif"];
  const files: Record<string, string> = { "site.yml": "requireSources: false\n" };
  for (let i = 0; i < people; i++) {
    files[`entities/p${i}.md`] = `---\ntype: person\nname: ${names[i % names.length]} ${i}\n---\n`;
    for (const step of [1, 7])
      files[`edges/c${i}-${step}.md`] =
        `---\ntype: visit\nfrom: p${i}\nto: p${(i * step + 3) % people}\n---\n`;
  }
  return files;
}
