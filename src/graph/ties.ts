/** The network without direction and repetition: one tie a pair, weighted by its number of claims. */
import { UndirectedGraph } from "graphology";
import type { ClaimGraph } from "./build.ts";

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
