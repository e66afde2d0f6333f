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

/** The same as plain arrays; nodes are numbered in their order. */
export function compactTies(ties: TieGraph): CompactTies {
  const numbers = new Map(ties.nodes().map((id, i) => [id, i]));
  const [ends, weights] = [new Int32Array(2 * ties.size), new Float64Array(ties.size)];
  let tie = 0;
  ties.forEachEdge((_, { weight }, from, to) => {
    ends[2 * tie] = numbers.get(from) ?? 0;
    ends[2 * tie + 1] = numbers.get(to) ?? 0;
    weights[tie++] = weight;
  });
  return { order: ties.order, ends, weights };
}
