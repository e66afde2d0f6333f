/** Measures for a graph that has just changed, until it is measured anew: those of before, as far as they go. */
import type { Measures } from "./analyse.ts";
import type { ClaimGraph } from "./build.ts";

export function provisionalMeasures(graph: ClaimGraph, before: Measures): Measures {
  const communities = new Map<string, number>();
  for (const id of graph.nodes()) communities.set(id, communityOf(id, graph, before) ?? 0);
  const kept = (values: ReadonlyMap<string, number>) =>
    new Map(graph.nodes().map((id) => [id, values.get(id) ?? 0]));
  return {
    pagerank: kept(before.pagerank),
    betweenness: kept(before.betweenness),
    betweennessIsExact: before.betweennessIsExact,
    communities,
  };
}

function communityOf(id: string, graph: ClaimGraph, { communities }: Measures): number | undefined {
  const known = communities.get(id);
  if (known !== undefined) return known;
  const neighbour = graph.findNeighbor(id, (other) => communities.has(other));
  return neighbour === undefined ? undefined : communities.get(neighbour);
}
