/** The graph with all that is measured on it: what the site and the exports read. */
import type { OnPhase } from "../shared/phase.ts";
import type { Place, Places } from "../shared/place.ts";
import type { Content } from "../shared/records.ts";
import { betweennessOf } from "./betweenness.ts";
import { buildGraph, type ClaimGraph } from "./build.ts";
import { communitiesOf } from "./communities.ts";
import { layOut } from "./layout.ts";
import { pagerankOf } from "./pagerank.ts";
import { type TieGraph, tiesOf } from "./ties.ts";

export interface Analysis extends Measures {
  readonly graph: ClaimGraph;
  readonly positions: Places;
}

/** What is measured on a graph, by the ids of entities. */
export interface Measures {
  readonly pagerank: ReadonlyMap<string, number>;
  readonly betweenness: ReadonlyMap<string, number>;
  readonly betweennessIsExact: boolean;
  readonly communities: ReadonlyMap<string, number>;
}

export interface AnalyseOptions {
  /** Where entities stood on an earlier map, by the ids that they had then. */
  readonly from?: Places;
  readonly onPhase?: OnPhase;
}

export function analyse(
  content: Content,
  { from = new Map(), onPhase = () => {} }: AnalyseOptions = {},
): Analysis {
  onPhase("Making the graph");
  const graph = buildGraph(content);
  const ties = tiesOf(graph);
  onPhase("Measuring the graph");
  const measures = measure(graph, ties);
  onPhase("Laying out the map");
  return { graph, ...measures, positions: layOut(graph, ties, byPresentId(content, from)) };
}

export function measure(graph: ClaimGraph, ties: TieGraph = tiesOf(graph)): Measures {
  const betweenness = betweennessOf(ties);
  return {
    pagerank: pagerankOf(graph),
    betweenness: betweenness.values,
    betweennessIsExact: betweenness.isExact,
    communities: communitiesOf(ties),
  };
}

/** An entity that was renamed since stands where it stood. */
export function byPresentId(content: Pick<Content, "entities">, from: Places): Places {
  const places = new Map<string, Place>();
  for (const { id, formerIds } of content.entities) {
    const known = [id, ...formerIds].find((name) => from.has(name));
    const place = known === undefined ? undefined : from.get(known);
    if (place !== undefined) places.set(id, place);
  }
  return places;
}
