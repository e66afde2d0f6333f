import { describe, expect, test } from "vitest";
import { measure } from "../../src/graph/analyse.ts";
import type { GraphContent } from "../../src/graph/build.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { provisionalMeasures } from "../../src/graph/provisional.ts";
import { haveSameGraph, measureTopology, topologyOf } from "../../src/graph/topology.ts";

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
  test("is all that the measures need", () => {
    expect(measureTopology(topologyOf(ABC))).toEqual(measure(buildGraph(ABC)));
  });

  test("leaves out claims that were corrected", () => {
    const corrected = { ...ABC.edges[0], id: "a-b-2", supersedes: ["a-b"] } as GraphContent["edges"][0];
    expect(topologyOf({ ...ABC, edges: [...ABC.edges, corrected] })).toBe(
      '[["a","b","c"],[["b-c",["b"],["c"]],["a-b-2",["a"],["b"]]]]',
    );
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
  const before = measure(buildGraph(ABC));
  const after = buildGraph(
    content({ a: "Atlantis", c: "Cuba", d: "Denmark", e: "Estonia", f: "Fiji" }, ["c-d", "d-e"]),
  );
  const { communities, pagerank } = provisionalMeasures(after, before);

  test("are those of before for who was there, and forget who is gone", () => {
    expect([...pagerank.keys()].sort()).toEqual(["a", "c", "d", "e", "f"]);
    expect(pagerank.get("a")).toBe(before.pagerank.get("a"));
  });

  test("put who is new into the community of a neighbour", () => {
    expect(communities.get("d")).toBe(before.communities.get("c"));
    expect(communities.get("f")).toBe(0);
  });
});
