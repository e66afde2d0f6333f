/** The graph with all that is measured on it: what the site and the exports read. */
import { betweennessOf } from "./betweenness.ts";
import { buildGraph, type ClaimGraph, type GraphContent } from "./build.ts";
import { communitiesOf } from "./communities.ts";
import { layOut, type Point } from "./layout.ts";
import { pagerankOf } from "./pagerank.ts";
import { tiesOf } from "./ties.ts";

export interface Analysis extends Measures {
  readonly graph: ClaimGraph;
}

/** What is measured on a graph, by the ids of entities. */
export interface Measures {
  readonly pagerank: ReadonlyMap<string, number>;
  readonly betweenness: ReadonlyMap<string, number>;
  readonly betweennessIsExact: boolean;
  readonly communities: ReadonlyMap<string, number>;
  readonly positions: ReadonlyMap<string, Point>;
}

export function analyse(content: GraphContent): Analysis {
  const graph = buildGraph(content);
  return { graph, ...measure(graph) };
}

function measure(graph: ClaimGraph): Measures {
  const ties = tiesOf(graph);
  const betweenness = betweennessOf(ties);
  return {
    pagerank: pagerankOf(graph),
    betweenness: betweenness.values,
    betweennessIsExact: betweenness.isExact,
    communities: communitiesOf(ties),
    positions: layOut(graph, ties),
  };
}
