import { describe, expect, test } from "vitest";
import { analyse } from "../../src/graph/analyse.ts";
import type { GraphContent } from "../../src/graph/build.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { provisionalMeasures } from "../../src/graph/provisional.ts";
import { analyseTopology, haveSameGraph, topologyOf } from "../../src/graph/topology.ts";

function content(names: Readonly<Record<string, string>>, claims: readonly string[]): GraphContent {
  return {
    entities: Object.entries(names).map(([id, name]) => ({ id, name, type: "state" })),
    edges: claims.map((claim) => {
      const [from = "", to = ""] = claim.split("-");
      return { id: claim, type: "visit", from: [from], to: [to], supersedes: [] };
    }),
    ontology: { edgeTypes: new Map([["visit", { directed: true }]]) },
  };
}

const ABC = content({ a: "Atlantis", b: "Bermuda", c: "Cuba" }, ["a-b", "b-c"]);

describe("topologyOf", () => {
  test("is all that an analysis needs", () => {
    const { graph: _, ...measures } = analyse(ABC);
    expect(analyseTopology(topologyOf(ABC))).toEqual(measures);
  });

  test("leaves out claims that were corrected, and the names of many entities", () => {
    const corrected = { ...ABC.edges[0], id: "a-b-2", supersedes: ["a-b"] } as GraphContent["edges"][0];
    expect(topologyOf({ ...ABC, edges: [...ABC.edges, corrected] })).toBe(
      '[[["a","Atlantis"],["b","Bermuda"],["c","Cuba"]],[["b-c",["b"],["c"]],["a-b-2",["a"],["b"]]]]',
    );
    const many = Object.fromEntries(Array.from({ length: 151 }, (_, i) => [`e${i}`, `Name ${i}`]));
    expect(topologyOf(content(many, []))).not.toContain("Name");
  });
});

describe("haveSameGraph", () => {
  test("sees names, types, ends and directions, and nothing else", () => {
    const copy = content({ a: "Atlantis", b: "Bermuda", c: "Cuba" }, ["a-b", "b-c"]);
    expect(haveSameGraph(ABC, copy)).toBe(true);
    const others: GraphContent[] = [
      content({ a: "Atlantis", b: "Bermuda", c: "Chile" }, ["a-b", "b-c"]),
      content({ a: "Atlantis", b: "Bermuda", c: "Cuba" }, ["a-b"]),
      content({ a: "Atlantis", b: "Bermuda", c: "Cuba" }, ["a-b", "c-b"]),
      { ...ABC, edges: ABC.edges.map((edge) => ({ ...edge, type: "trade" })) },
      { ...ABC, ontology: { edgeTypes: new Map([["visit", { directed: false }]]) } },
    ];
    for (const other of others) expect(haveSameGraph(ABC, other)).toBe(false);
  });
});

describe("provisionalMeasures", () => {
  const before = analyse(ABC);
  const after = buildGraph(
    content({ a: "Atlantis", c: "Cuba", d: "Denmark", e: "Estonia", f: "Fiji" }, ["c-d", "d-e"]),
  );
  const { positions, communities, pagerank } = provisionalMeasures(after, before);

  test("leave who was there where they were, and forget who is gone", () => {
    expect([...positions.keys()].sort()).toEqual(["a", "c", "d", "e", "f"]);
    for (const id of ["a", "c"]) expect(positions.get(id)).toEqual(before.positions.get(id));
    expect(pagerank.get("a")).toBe(before.pagerank.get("a"));
    expect(pagerank.has("b")).toBe(false);
  });

  test("put who is new beside a neighbour, into its community, and who has none below the map", () => {
    const distance = (x: string, y: string) => {
      const [a, b] = [positions.get(x), positions.get(y)];
      return Math.round(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0)));
    };
    expect([distance("c", "d"), distance("d", "e")]).toEqual([70, 70]);
    expect(communities.get("d")).toBe(before.communities.get("c"));
    const lowest = Math.max(...[...before.positions.values()].map(({ y }) => y));
    expect(positions.get("f")?.y).toBe(lowest + 70);
  });
});
