import { UndirectedGraph } from "graphology";
import betweenness from "graphology-metrics/centrality/betweenness.js";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { describe, expect, test } from "vitest";
import { betweennessOf } from "../../src/graph/betweenness.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { communitiesOf } from "../../src/graph/communities.ts";
import { pagerankOf } from "../../src/graph/pagerank.ts";
import { tiesOf } from "../../src/graph/ties.ts";
import { contentOf, randomNotation } from "../support/graphs.ts";

const graphOf = (notation: string) => buildGraph(contentOf(notation));
const tiesIn = (notation: string) => tiesOf(graphOf(notation));
const rounded = (values: ReadonlyMap<string, number>) =>
  Object.fromEntries([...values].map(([id, value]) => [id, Math.round(value * 1000) / 1000]));

describe("betweenness", () => {
  test("is the share of pairs that one stands between", () => {
    expect(rounded(betweennessOf(tiesIn("a-b b-c")).values)).toEqual({ a: 0, b: 1, c: 0 });
    expect(rounded(betweennessOf(tiesIn("a-b b-c c-d")).values)).toEqual({ a: 0, b: 0.667, c: 0.667, d: 0 });
  });

  test("is shared where there are two ways", () => {
    expect(rounded(betweennessOf(tiesIn("a-b b-d a-c c-d")).values)).toEqual({
      a: 0.167,
      b: 0.167,
      c: 0.167,
      d: 0.167,
    });
  });

  test.each([1, 2, 3])("is what graphology-metrics computes, on random graph %i", (seed) => {
    const ties = tiesIn(randomNotation(40, 60, seed));
    const plain = new UndirectedGraph();
    ties.forEachNode((id) => plain.addNode(id));
    ties.forEachEdge((_, __, from, to) => plain.addEdge(from, to));
    const { values, isExact } = betweennessOf(ties);
    const theirs = betweenness(plain, { getEdgeWeight: null });
    expect(isExact).toBe(true);
    for (const [id, value] of values) expect(value).toBeCloseTo(theirs[id] ?? Number.NaN, 9);
  });

  test("goes along a claim in either direction, once however many claims there are", () => {
    const once = betweennessOf(tiesIn("a-b b-c c-d b-e"));
    expect([...betweennessOf(tiesIn("b-a a-b c-b d-c d-c e-b b-b")).values]).toEqual([...once.values]);
  });

  test("is estimated from a sample above its limit, near the truth and the same each time", () => {
    const ties = tiesIn(randomNotation(400, 900, 7));
    const [exact, sampled, again] = [betweennessOf(ties), betweennessOf(ties, 300), betweennessOf(ties, 300)];
    expect(sampled.isExact).toBe(false);
    expect([...sampled.values]).toEqual([...again.values]);
    const top = (values: ReadonlyMap<string, number>) =>
      [...values]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 20)
        .map(([id]) => id);
    const shared = top(exact.values).filter((id) => top(sampled.values).includes(id));
    expect(shared.length).toBeGreaterThanOrEqual(15);
    expect([...sampled.values]).not.toEqual([...exact.values]);
  });

  test.each(["", "a", "a-b", "a b", "a-a"])("of too small a graph (“%s”) is nothing", (notation) => {
    expect([...betweennessOf(tiesIn(notation)).values.values()].every((value) => value === 0)).toBe(true);
  });
});

describe("PageRank", () => {
  test("adds up to one, and is largest where the claims point", () => {
    const ranks = pagerankOf(graphOf("a-d b-d c-d d-e"));
    expect([...ranks.values()].reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 5);
    const order = [...ranks].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    expect(order.slice(0, 2)).toEqual(["e", "d"]);
    expect(ranks.get("d")).toBeGreaterThan((ranks.get("a") ?? 1) * 2);
  });

  test("is the solution of its equation: a = 0.15/2 + 0.85·b/2, and a + b = 1, where a speaks of b alone", () => {
    expect(rounded(pagerankOf(graphOf("a-b")))).toEqual({ a: 0.351, b: 0.649 });
  });

  test.each([1, 2, 3])("is what graphology-metrics comes to in the end, on random graph %i", (seed) => {
    const graph = graphOf(randomNotation(40, 90, seed));
    const theirs = pagerank(graph, {
      alpha: 0.85,
      maxIterations: 10_000,
      tolerance: 1e-14,
      getEdgeWeight: null,
    });
    for (const [id, rank] of pagerankOf(graph))
      expect(Math.abs(rank - (theirs[id] ?? Number.NaN))).toBeLessThan(1e-6);
  });

  test("is equal in a ring", () => {
    expect(rounded(pagerankOf(graphOf("a-b b-c c-d d-a")))).toEqual({ a: 0.25, b: 0.25, c: 0.25, d: 0.25 });
  });

  test("counts every claim", () => {
    expect(rounded(pagerankOf(graphOf("a-b a-b a-b a-c")))).toEqual({ a: 0.26, b: 0.425, c: 0.315 });
  });

  test("is there for each entity, whatever its name", () => {
    expect([...pagerankOf(graphOf("a-2018 7-b")).keys()].sort()).toEqual(["2018", "7", "a", "b"]);
  });

  test("of nothing is nothing", () => {
    expect([...pagerankOf(graphOf(""))]).toEqual([]);
  });
});

describe("communities", () => {
  test("are two where two circles of friends are joined by a single claim", () => {
    const found = communitiesOf(tiesIn("a-b b-c c-a c-d d-a b-d  x-y y-z z-x  a-x"));
    expect(Object.fromEntries(found)).toEqual({ a: 0, b: 0, c: 0, d: 0, x: 1, y: 1, z: 1 });
  });

  test("are the same each time", () => {
    const notation = randomNotation(60, 120, 5);
    expect([...communitiesOf(tiesIn(notation))]).toEqual([...communitiesOf(tiesIn(notation))]);
  });

  test("are numbered by size, and those of one size by the first of their members", () => {
    const found = communitiesOf(tiesIn("p-q q-r r-p  a-z z-y y-a  d-e"));
    expect(Object.fromEntries(found)).toEqual({ a: 0, y: 0, z: 0, p: 1, q: 1, r: 1, d: 2, e: 2 });
  });

  test("are two cliques of six with one bridge", () => {
    const clique = (name: string) =>
      [1, 2, 3, 4, 5, 6].flatMap((i, at, all) => all.slice(at + 1).map((j) => `${name}${i}-${name}${j}`));
    const found = communitiesOf(tiesIn([...clique("a"), ...clique("b"), "a1-b1"].join(" ")));
    expect(found.size).toBe(12);
    for (const [id, community] of found) expect(community).toBe(id.startsWith("a") ? 0 : 1);
  });

  test("weigh by the number of claims", () => {
    const many = (pair: string) => new Array(9).fill(pair).join(" ");
    const found = communitiesOf(tiesIn(`${many("a-b")} b-c ${many("c-d")} d-a`));
    expect(Object.fromEntries(found)).toEqual({ a: 0, b: 0, c: 1, d: 1 });
  });

  test("are each for himself where nobody is tied to anybody", () => {
    expect(Object.fromEntries(communitiesOf(tiesIn("a b a-a")))).toEqual({ a: 0, b: 1 });
  });
});
