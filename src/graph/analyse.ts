/** The graph with all that is measured on it: what the site and the exports read. */
import type { Given, GivenMeasures } from "../shared/given.ts";
import type { OnPhase } from "../shared/phase.ts";
import type { Place, Places } from "../shared/place.ts";
import type { Content } from "../shared/records.ts";
import { betweennessOf } from "./betweenness.ts";
import { buildGraph, type ClaimGraph } from "./build.ts";
import { communitiesOf, numbered } from "./communities.ts";
import { layOut, type MapTask, mapTask, placesOf } from "./layout.ts";
import { pagerankOf } from "./pagerank.ts";
import { type TieGraph, tiesOf } from "./ties.ts";

export interface Analysis extends Measures {
  readonly graph: ClaimGraph;
  readonly positions: Places;
  /** What of it was not worked out here. */
  readonly given: ReadonlySet<Given>;
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
  /** What was worked out elsewhere, and is taken as it is. */
  readonly given?: GivenMeasures;
  readonly onPhase?: OnPhase;
}

export function analyse(
  content: Content,
  { from = new Map(), given = {}, onPhase = () => {} }: AnalyseOptions = {},
): Analysis {
  const { graph, ties } = graphOf(content, onPhase);
  onPhase("Measuring the graph");
  const measures = measure(graph, ties, given);
  onPhase("Laying out the map");
  const positions = layOut(graph, ties, byPresentId(content, from), given.positions);
  return { graph, ...measures, positions, given: keysOf(given) };
}

/**
 * The same, with the map drawn elsewhere, by `drawMap`, while this thread measures the graph and makes something of that
 * analysis, of which only the places of entities are not there yet. Resolves with what was made, when they are.
 */
export async function analyseWith<T>(
  draw: (task: MapTask) => Promise<Float64Array>,
  content: Content,
  make: (analysis: Analysis) => T,
  { from = new Map(), given = {}, onPhase = () => {} }: AnalyseOptions = {},
): Promise<T> {
  const { graph, ties } = graphOf(content, onPhase);
  const task = mapTask(graph, ties, byPresentId(content, from), given.positions);
  const drawn = draw(task);
  // Where measuring fails first, nobody waits for the map.
  drawn.catch(() => {});
  onPhase("Measuring the graph");
  const measures = measure(graph, ties, given);
  const positions = new PlacesToCome();
  const made = make({ graph, ...measures, positions, given: keysOf(given) });
  onPhase("Laying out the map");
  positions.come(placesOf(task, await drawn));
  return made;
}

/** Places that nobody may ask for before they are there. */
class PlacesToCome extends Map<string, Place> {
  #areThere = false;

  come(places: Places): void {
    for (const [id, place] of places) this.set(id, place);
    this.#areThere = true;
  }

  override get(id: string): Place | undefined {
    if (!this.#areThere) throw new Error(`the map is not drawn yet: “${id}” has no place`);
    return super.get(id);
  }
}

function graphOf(content: Content, onPhase: OnPhase) {
  onPhase("Making the graph");
  const graph = buildGraph(content);
  return { graph, ties: tiesOf(graph) };
}

const keysOf = (given: GivenMeasures): Set<Given> => new Set(Object.keys(given) as Given[]);

/** What is given is not worked out. */
export function measure(
  graph: ClaimGraph,
  ties: TieGraph = tiesOf(graph),
  { pagerank, betweenness, communities }: GivenMeasures = {},
): Measures {
  const between = betweenness === undefined ? betweennessOf(ties) : { values: betweenness, isExact: false };
  return {
    pagerank: pagerank ?? pagerankOf(graph),
    betweenness: between.values,
    betweennessIsExact: between.isExact,
    communities: communities === undefined ? communitiesOf(ties) : numbered(communities),
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
