/**
 * Measures and a map for a graph that has just changed, until it is analysed: who was there stays where they were, and who
 * is new stands beside a neighbour, or below the map where there is none.
 */
import type { Measures } from "./analyse.ts";
import type { ClaimGraph } from "./build.ts";
import type { Point } from "./layout.ts";
import { seededRandom, seedOf } from "./random.ts";

/** How far from its neighbour a new entity stands, in units of the map. */
const DISTANCE = 70;

export function provisionalMeasures(graph: ClaimGraph, before: Measures): Measures {
  const positions = placed(graph, before.positions);
  const communities = new Map<string, number>();
  for (const id of graph.nodes()) communities.set(id, communityOf(id, graph, before) ?? 0);
  const kept = (values: ReadonlyMap<string, number>) =>
    new Map(graph.nodes().map((id) => [id, values.get(id) ?? 0]));
  return {
    pagerank: kept(before.pagerank),
    betweenness: kept(before.betweenness),
    betweennessIsExact: before.betweennessIsExact,
    communities,
    positions,
  };
}

function communityOf(id: string, graph: ClaimGraph, { communities }: Measures): number | undefined {
  const known = communities.get(id);
  if (known !== undefined) return known;
  const neighbour = graph.findNeighbor(id, (other) => communities.has(other));
  return neighbour === undefined ? undefined : communities.get(neighbour);
}

function placed(graph: ClaimGraph, before: ReadonlyMap<string, Point>): Map<string, Point> {
  const positions = new Map<string, Point>();
  const free = belowOf(before.values());
  for (const id of graph.nodes()) {
    const known = before.get(id);
    if (known !== undefined) positions.set(id, known);
  }
  for (const id of graph.nodes()) {
    if (positions.has(id)) continue;
    const neighbour = graph.findNeighbor(id, (other) => positions.has(other));
    const beside = neighbour === undefined ? undefined : positions.get(neighbour);
    positions.set(id, beside === undefined ? free() : near(beside, id));
  }
  return positions;
}

function near({ x, y }: Point, id: string): Point {
  const angle = seededRandom(seedOf(id))() * 2 * Math.PI;
  return { x: rounded(x + Math.cos(angle) * DISTANCE), y: rounded(y + Math.sin(angle) * DISTANCE) };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Places in a row below all points, one after the other. */
function belowOf(points: Iterable<Point>): () => Point {
  let [left, bottom] = [Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    bottom = Math.max(bottom, y);
  }
  const start = Number.isFinite(bottom) ? { x: left, y: bottom + DISTANCE } : { x: 0, y: 0 };
  let taken = 0;
  return () => ({ x: start.x + DISTANCE * taken++, y: start.y });
}
