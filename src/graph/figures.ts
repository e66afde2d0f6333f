/** The graph in figures: how much there is, what it rests on, and how it hangs together. */
import { isContested } from "../shared/contested.ts";
import type { FuzzyDate } from "../shared/dates.ts";
import type { Content, Edge } from "../shared/records.ts";
import { independentSourcesOf, originsIn } from "../shared/support.ts";
import { compareText } from "../shared/text.ts";
import { dayText } from "../shared/viewpoint.ts";
import type { ClaimGraph } from "./build.ts";
import { tiesOf } from "./ties.ts";

/** What is counted, as `skein stats --json` prints it. Shares and measures are numbers from 0 to 1. */
export type Figures = ReturnType<typeof figuresOf>;

/** By the id of the entity. */
export interface Centrality {
  readonly pagerank: ReadonlyMap<string, number>;
  readonly betweenness: ReadonlyMap<string, number>;
}

/** `graph` is that of the claims that stand, as `buildGraph` makes it. */
export function figuresOf(content: Content, graph: ClaimGraph, { pagerank, betweenness }: Centrality) {
  const { entities, edges, sources } = content;
  return {
    entities: { total: entities.length, byType: counted(entities.map(({ type }) => type)) },
    claims: claimFigures(content),
    sources: {
      total: sources.length,
      byType: counted(sources.map(({ type }) => type)),
      derived: sources.filter(({ derivedFrom }) => derivedFrom.length > 0).length,
    },
    dates: dateFigures(edges.map(({ date }) => date)),
    network: networkFigures(graph),
    central: {
      pagerank: placesOf(content, pagerank),
      betweenness: placesOf(content, betweenness),
      degree: placesOf(content, degreesOf(graph)),
    },
  };
}

function claimFigures({ edges, sources }: Content) {
  const origins = originsIn(sources);
  const witnesses = edges.map((edge) => independentSourcesOf(edge, origins));
  const superseded = new Set(edges.flatMap((edge) => edge.supersedes));
  return {
    total: edges.length,
    superseded: superseded.size,
    byType: counted(edges.map(({ type }) => type)),
    byStatus: counted(edges.map(({ status }) => status)),
    /** How many claims have so many independent sources. */
    byIndependentSources: countedInOrder(witnesses),
    unsourced: edges.filter((edge) => edge.sources.length === 0).length,
    contested: edges.filter(isContested).length,
    answers: edges.filter(({ respondsTo }: Edge) => respondsTo.length > 0).length,
  };
}

const DAY = 86_400_000;

/** The first and the last day that any date can mean; open ends do not count. */
function dateFigures(dates: readonly (FuzzyDate | undefined)[]) {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const date of dates) {
    if (date === undefined) continue;
    for (const moment of [date.min, date.max].filter(Number.isFinite)) {
      first = Math.min(first, moment);
      last = Math.max(last, moment);
    }
  }
  const day = (moment: number) => (Number.isFinite(moment) ? dayText(Math.floor(moment / DAY)) : undefined);
  return {
    first: day(first),
    last: day(last),
    undated: dates.filter((date) => date === undefined).length,
  };
}

/** Of the lines without direction and repetition, but for degrees, which count each line. */
function networkFigures(graph: ClaimGraph) {
  const ties = tiesOf(graph);
  const sizes = componentsOf(ties);
  const degrees = [...degreesOf(graph).values()].sort((a, b) => a - b);
  const pairs = (ties.order * (ties.order - 1)) / 2;
  return {
    nodes: graph.order,
    lines: graph.size,
    ties: ties.size,
    components: sizes.length,
    largestComponent: sizes[0] ?? 0,
    isolated: sizes.filter((size) => size === 1).length,
    density: pairs === 0 ? 0 : rounded(ties.size / pairs),
    degree: {
      mean: graph.order === 0 ? 0 : rounded((2 * graph.size) / graph.order),
      median: medianOf(degrees),
      greatest: degrees.at(-1) ?? 0,
    },
  };
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Of a list in order; 0 of an empty one. */
function medianOf(values: readonly number[]): number {
  const [low = 0, high = low] = [values[Math.floor((values.length - 1) / 2)], values[values.length >> 1]];
  return (low + high) / 2;
}

/** How many nodes hang together, for each component, the largest first. */
function componentsOf(ties: ReturnType<typeof tiesOf>): number[] {
  const seen = new Set<string>();
  const sizes: number[] = [];
  ties.forEachNode((start) => {
    if (seen.has(start)) return;
    const waiting = [start];
    seen.add(start);
    let size = 0;
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      size++;
      ties.forEachNeighbor(id, (other) => {
        if (seen.has(other)) return;
        seen.add(other);
        waiting.push(other);
      });
    }
    sizes.push(size);
  });
  return sizes.sort((a, b) => b - a);
}

/** How many lines touch each entity. */
export const degreesOf = (graph: ClaimGraph): Map<string, number> =>
  new Map(graph.mapNodes((id) => [id, graph.degree(id)] as const));

const PLACES = 5;

const placesOf = ({ byId }: Content, values: ReadonlyMap<string, number>) =>
  foremost(values, PLACES).map(([id, value]) => {
    const entity = byId.get(id);
    return { id, name: entity?.kind === "entity" ? entity.name : id, value: rounded(value) };
  });

/** Those with the greatest values above 0, ties broken by id. */
export const foremost = (
  values: ReadonlyMap<string, number>,
  places: number,
): [id: string, value: number][] =>
  [...values]
    .filter(([, value]) => value > 0)
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .slice(0, places);

/** How often each occurs. */
export function tally<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** The same as an object, the most frequent first. */
const counted = (items: readonly string[]): Record<string, number> =>
  Object.fromEntries([...tally(items)].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])));

const countedInOrder = (items: readonly number[]): Record<string, number> =>
  Object.fromEntries([...tally(items)].sort((a, b) => a[0] - b[0]));
