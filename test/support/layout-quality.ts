/**
 * How well a map shows its graph.
 *
 * Both measures as in Kruiger, Rauber, Martins, Kerren, Kobourov and Telea, “Graph Layouts by t-SNE”, Computer Graphics
 * Forum 36 (2017). Directions and weights do not count; pairs without a way between them are left out.
 */
import type { CompactTies, Positions } from "../../src/graph/forces.ts";
import { seededRandom } from "../../src/graph/random.ts";

export interface Quality {
  /** How far distances on the map are from those in the graph: 0 is none, in the best of all scales. */
  readonly stress: number;
  /** How much the neighbours of an entity and as many that are nearest have in common: 0 to 1. */
  readonly preservation: number;
}

/** Above so many nodes, stress is that of the pairs of so many of them with all others. */
const PIVOTS = 256;

export function qualityOf(ties: CompactTies, positions: Positions): Quality {
  const neighbours = neighboursIn(ties);
  return { stress: stressOf(neighbours, positions), preservation: preservationOf(neighbours, positions) };
}

function neighboursIn({ order, ends }: CompactTies): number[][] {
  const neighbours: number[][] = Array.from({ length: order }, () => []);
  for (let i = 0; i < ends.length; i += 2) {
    const [a, b] = [ends[i] as number, ends[i + 1] as number];
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  return neighbours;
}

/** The mean of (1 − scale × distance on the map ÷ distance in the graph)² in the scale that makes it least. */
function stressOf(neighbours: readonly number[][], { x, y }: Positions): number {
  let [squares, ratios, pairs] = [0, 0, 0];
  for (const pivot of pivotsOf(neighbours.length)) {
    for (const [node, steps] of stepsFrom(pivot, neighbours)) {
      if (steps === 0) continue;
      const [dx, dy] = [
        (x[node] as number) - (x[pivot] as number),
        (y[node] as number) - (y[pivot] as number),
      ];
      const ratio = Math.hypot(dx, dy) / steps;
      squares += ratio * ratio;
      ratios += ratio;
      pairs++;
    }
  }
  return pairs === 0 || squares === 0 ? 0 : 1 - (ratios * ratios) / squares / pairs;
}

function pivotsOf(order: number): number[] {
  const random = seededRandom(7);
  return order <= PIVOTS
    ? [...new Array(order).keys()]
    : Array.from({ length: PIVOTS }, () => Math.floor(random() * order));
}

function stepsFrom(start: number, neighbours: readonly number[][]): Map<number, number> {
  const steps = new Map([[start, 0]]);
  for (const [node, count] of steps) {
    for (const other of neighbours[node] ?? []) if (!steps.has(other)) steps.set(other, count + 1);
  }
  return steps;
}

/** The mean of Jaccard’s index over all nodes that have neighbours. */
function preservationOf(neighbours: readonly number[][], { x, y }: Positions): number {
  const distances = new Float64Array(x.length);
  let [sum, nodes] = [0, 0];
  for (const [node, list] of neighbours.entries()) {
    if (list.length === 0) continue;
    for (let i = 0; i < x.length; i++)
      distances[i] =
        ((x[i] as number) - (x[node] as number)) ** 2 + ((y[i] as number) - (y[node] as number)) ** 2;
    distances[node] = Number.POSITIVE_INFINITY;
    const limit = distances.slice().sort()[list.length - 1] ?? 0;
    const near = list.filter((other) => (distances[other] as number) <= limit).length;
    sum += near / (2 * list.length - near);
    nodes++;
  }
  return nodes === 0 ? 1 : sum / nodes;
}
