/** The graph with all that is measured on it: what the site and the exports read. */
import type { Point } from "../shared/curves.ts";
import type { Content } from "../shared/records.ts";
import { betweennessOf } from "./betweenness.ts";
import { buildGraph, type ClaimGraph } from "./build.ts";
import { communitiesOf } from "./communities.ts";
import { layOut } from "./layout.ts";
import { pagerankOf } from "./pagerank.ts";
import { tiesOf } from "./ties.ts";

export interface Analysis {
  readonly graph: ClaimGraph;
  readonly pagerank: ReadonlyMap<string, number>;
  readonly betweenness: ReadonlyMap<string, number>;
  readonly betweennessIsExact: boolean;
  readonly communities: ReadonlyMap<string, number>;
  readonly positions: ReadonlyMap<string, Point>;
}

export interface AnalyseOptions {
  /** Where entities stood on an earlier map, by id. */
  readonly from?: ReadonlyMap<string, Point>;
}

export function analyse(content: Content, { from }: AnalyseOptions = {}): Analysis {
  const graph = buildGraph(content);
  const ties = tiesOf(graph);
  const betweenness = betweennessOf(ties);
  return {
    graph,
    pagerank: pagerankOf(graph),
    betweenness: betweenness.values,
    betweennessIsExact: betweenness.isExact,
    communities: communitiesOf(ties),
    positions: layOut(graph, ties, from),
  };
}
