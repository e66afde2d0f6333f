/** The network without direction and repetition: one tie a pair, weighted by its number of claims. */
import { UndirectedGraph } from "graphology";
import type { ClaimGraph } from "./build.ts";
import type { CompactTies } from "./forces.ts";

export type TieGraph = UndirectedGraph<{ x: number; y: number }, { weight: number }>;

/** Same nodes in the same order; loops, which tie nobody to anybody, are left out. */
export function tiesOf(graph: ClaimGraph): TieGraph {
  const ties: TieGraph = new UndirectedGraph();
  graph.forEachNode((id) => {
    ties.addNode(id, { x: 0, y: 0 });
  });
  graph.forEachEdge((_, __, from, to) => {
    if (from === to) return;
    ties.updateUndirectedEdge(from, to, ({ weight = 0 }) => ({ weight: weight + 1 }));
  });
  return ties;
}

/** The same as plain arrays; nodes are numbered in their order, ties sorted by their ends. */
export function compactTies(ties: TieGraph): CompactTies {
  const index = new Map(ties.nodes().map((id, i) => [id, i]));
  const list = ties.mapEdges((_, { weight }, from, to) => {
    const [a, b] = [index.get(from) ?? 0, index.get(to) ?? 0];
    return { a: Math.min(a, b), b: Math.max(a, b), weight };
  });
  list.sort((one, other) => one.a - other.a || one.b - other.b);
  return {
    order: index.size,
    ends: Int32Array.from(list.flatMap(({ a, b }) => [a, b])),
    weights: Float64Array.from(list, ({ weight }) => weight),
  };
}
