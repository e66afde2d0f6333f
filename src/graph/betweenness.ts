/**
 * How often an entity lies on the shortest ways between others.
 *
 * Brandes, “A faster algorithm for betweenness centrality”, Journal of Mathematical Sociology 25 (2001); above
 * `EXACT_LIMIT` nodes from a sample of start nodes: Brandes and Pich, “Centrality estimation in large networks”,
 * International Journal of Bifurcation and Chaos 17 (2007).
 */
import type { CompactTies } from "./forces.ts";
import { seededRandom } from "./random.ts";
import { compactTies, type TieGraph } from "./ties.ts";

/** Up to this many nodes, every node is a start; above, `SAMPLE` of them are. */
export const EXACT_LIMIT = 2000;
export const SAMPLE = 256;

export interface Betweenness {
  /** Of each node, as a share of all pairs of other nodes: 0 to 1. */
  readonly values: Map<string, number>;
  readonly isExact: boolean;
}

/** Counts steps, not weights, along ties in either direction. */
export function betweennessOf(ties: TieGraph, exactLimit = EXACT_LIMIT): Betweenness {
  const ids = ties.nodes();
  const neighbours = neighbourLists(compactTies(ties));
  const starts = ids.length <= exactLimit ? [...ids.keys()] : sample(ids.length, SAMPLE);
  const sums = new Float64Array(ids.length);
  const walk = new Walk(ids.length);
  for (const start of starts) walk.accumulate(start, neighbours, sums);
  const pairs = (ids.length - 1) * (ids.length - 2);
  const scale = pairs > 0 ? ids.length / starts.length / pairs : 0;
  return {
    values: new Map(ids.map((id, i) => [id, (sums[i] ?? 0) * scale])),
    isExact: starts.length === ids.length,
  };
}

/** The neighbours of all nodes in one array, and where those of each begin. */
interface Lists {
  readonly starts: Int32Array;
  readonly others: Int32Array;
}

function neighbourLists({ order, ends }: CompactTies): Lists {
  const starts = new Int32Array(order + 1);
  for (const end of ends) (starts[end + 1] as number)++;
  for (let i = 0; i < order; i++) (starts[i + 1] as number) += starts[i] as number;
  const others = new Int32Array(ends.length);
  const free = starts.slice();
  for (let i = 0; i < ends.length; i++) others[(free[ends[i] as number] as number)++] = ends[i ^ 1] as number;
  return { starts, others };
}

function sample(size: number, wanted: number): number[] {
  const random = seededRandom(2);
  const order = Array.from({ length: size }, (_, i) => ({ i, key: random() }));
  return order
    .sort((a, b) => a.key - b.key)
    .slice(0, wanted)
    .map(({ i }) => i);
}

/** One breadth-first search after another over the same arrays. */
class Walk {
  readonly #distance: Int32Array;
  readonly #paths: Float64Array;
  readonly #share: Float64Array;
  readonly #order: Int32Array;

  constructor(size: number) {
    this.#distance = new Int32Array(size);
    this.#paths = new Float64Array(size);
    this.#share = new Float64Array(size);
    this.#order = new Int32Array(size);
  }

  accumulate(start: number, { starts, others }: Lists, sums: Float64Array): void {
    const [distance, paths, share, order] = [this.#distance, this.#paths, this.#share, this.#order];
    distance.fill(-1);
    paths.fill(0);
    share.fill(0);
    distance[start] = 0;
    paths[start] = 1;
    order[0] = start;
    let reached = 1;
    for (let head = 0; head < reached; head++) {
      const node = order[head] as number;
      const next = (distance[node] as number) + 1;
      const end = starts[node + 1] as number;
      for (let i = starts[node] as number; i < end; i++) {
        const other = others[i] as number;
        if (distance[other] === -1) {
          distance[other] = next;
          order[reached++] = other;
        }
        if (distance[other] === next) (paths[other] as number) += paths[node] as number;
      }
    }
    for (let tail = reached - 1; tail > 0; tail--) {
      const node = order[tail] as number;
      const before = (distance[node] as number) - 1;
      const part = (1 + (share[node] as number)) / (paths[node] as number);
      const end = starts[node + 1] as number;
      for (let i = starts[node] as number; i < end; i++) {
        const other = others[i] as number;
        if (distance[other] === before) (share[other] as number) += (paths[other] as number) * part;
      }
      (sums[node] as number) += share[node] as number;
    }
  }
}
