/**
 * Is the map as good as that of ForceAtlas2 run to convergence, and what does it cost beside it?
 *
 * npm run bench:layout                       made-up graphs of 1,000 / 7,128 / 7,128 entities, 3,000 / 20,000 / 90,730 claims
 * npm run bench:layout -- --size S|M|L       one of them
 * npm run bench:layout -- --content DIR      any content folder
 * npm run bench:layout -- --json             as rows, for `npm run bench`
 *
 * ForceAtlas2 is that of graphology-layout-forceatlas2 in the settings that it infers, with Barnes–Hut, from the start
 * that it asks for: random places. It has converged when the nodes move by less than `REST` of the spread of all in a
 * step, on average, or after `MOST_STEPS`. Ours is the whole way to the published positions: forces, frame, overlaps
 * removed, rounded. Times are those of the processor. Ratios are ours over theirs.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { buildGraph } from "../../src/graph/build.ts";
import type { CompactTies, Positions } from "../../src/graph/forces.ts";
import { layOut } from "../../src/graph/layout.ts";
import { seededRandom } from "../../src/graph/random.ts";
import { compactTies, type TieGraph, tiesOf } from "../../src/graph/ties.ts";
import { type Quality, qualityOf } from "../support/layout-quality.ts";
import { writeSyntheticContent } from "../support/synthetic.ts";
import { type Bound, type Row, rowOf } from "./rows.ts";

const SIZES: Readonly<Record<string, [entities: number, edges: number]>> = {
  S: [1000, 3000],
  M: [7128, 20_000],
  L: [7128, 90_730],
};
const REST = 0.0005;
const MOST_STEPS = 2000;
/** Numbers of the library for each node; the first two are its place. */
const WIDTH = 10;
const load = createRequire(import.meta.url);

interface Run extends Quality {
  /** Of the processor. */
  readonly seconds: number;
}

interface Comparison {
  readonly name: string;
  readonly entities: number;
  readonly ties: number;
  readonly ours: Run;
  readonly forceAtlas2: Run & { readonly steps: number };
}

const { values } = parseArgs({
  options: {
    size: { type: "string" },
    content: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const comparisons =
  values.content === undefined
    ? (values.size === undefined ? Object.keys(SIZES) : [values.size]).map(compareMadeUp)
    : [compare(basename(values.content), values.content)];
if (values.json) console.log(JSON.stringify(comparisons.flatMap(rowsOf)));
else print(comparisons);

function compareMadeUp(name: string): Comparison {
  const size = SIZES[name];
  if (size === undefined) throw new Error("--size is S, M or L");
  const folder = mkdtempSync(join(tmpdir(), "skein-bench-"));
  try {
    writeSyntheticContent(folder, ...size);
    return compare(name, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(name: string, folder: string): Comparison {
  const graph = buildGraph(loadContent(readFolder(folder), { drafts: false }).content);
  const ties = tiesOf(graph);
  const compact = compactTies(ties);
  const ours = timed(compact, () => arraysOf([...layOut(graph, ties).values()]));
  const theirs = timed(compact, () => converged(ties));
  return {
    name,
    entities: compact.order,
    ties: compact.weights.length,
    ours,
    forceAtlas2: { ...theirs, steps: theirs.value.steps },
  };
}

function timed<T extends Positions>(ties: CompactTies, lay: () => T): Run & { readonly value: T } {
  const start = process.cpuUsage();
  const value = lay();
  const { user, system } = process.cpuUsage(start);
  const run = { seconds: (user + system) / 1e6, ...qualityOf(ties, value) };
  return Object.defineProperty(run, "value", { value, enumerable: false }) as Run & { readonly value: T };
}

function arraysOf(points: readonly { readonly x: number; readonly y: number }[]): Positions {
  return {
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
  };
}

/** A step of the library, on its own arrays. */
type Step = (settings: object, nodes: Float32Array, edges: Float32Array) => void;
interface Matrices {
  readonly nodes: Float32Array;
  readonly edges: Float32Array;
}
function converged(ties: TieGraph): Positions & { readonly steps: number } {
  const random = seededRandom(1);
  const start = ties.copy();
  start.forEachNode((id) => {
    start.mergeNodeAttributes(id, { x: 1000 * random(), y: 1000 * random() });
  });
  // The library tells no step from the next; its steps by themselves do.
  const step = load("graphology-layout-forceatlas2/iterate.js") as Step;
  const helpers = load("graphology-layout-forceatlas2/helpers.js") as {
    graphToByteArrays(
      graph: TieGraph,
      weight: (id: string, attributes: { weight: number }) => number,
    ): Matrices;
  };
  const defaults = load("graphology-layout-forceatlas2/defaults.js") as object;
  const settings = { ...defaults, ...forceAtlas2.inferSettings(start), barnesHutOptimize: true };
  const { nodes, edges } = helpers.graphToByteArrays(start, (_, { weight }) => weight);
  let steps = 0;
  for (let moved = 1; moved > REST && steps < MOST_STEPS; steps++) {
    const before = nodes.slice();
    step(settings, nodes, edges);
    moved = movement(before, nodes);
  }
  const places = Array.from({ length: start.order }, (_, i) => ({
    x: nodes[i * WIDTH] as number,
    y: nodes[i * WIDTH + 1] as number,
  }));
  return { ...arraysOf(places), steps };
}

/** The mean way of a node, as a share of the spread of all, which is the root of the mean square from their middle. */
function movement(before: Float32Array, after: Float32Array): number {
  let [way, x, y, squares] = [0, 0, 0, 0];
  const order = after.length / WIDTH;
  for (let i = 0; i < after.length; i += WIDTH) {
    const [left, top] = [after[i] as number, after[i + 1] as number];
    way += Math.hypot(left - (before[i] as number), top - (before[i + 1] as number));
    x += left;
    y += top;
    squares += left * left + top * top;
  }
  return way / order / Math.sqrt(squares / order - (x / order) ** 2 - (y / order) ** 2);
}

function rowsOf({ name, ours, forceAtlas2: theirs }: Comparison): Row[] {
  const row = (what: string, key: keyof Run, unit: string, bound?: Bound): Row =>
    rowOf({ item: "4 layout", size: name, what, ours: ours[key], anchor: theirs[key], unit, bound });
  return [
    row("stress, beside ForceAtlas2 to convergence", "stress", "", { atMost: 1 }),
    row("neighbours that are near, beside it", "preservation", "", { atLeast: 1 }),
    row("work of the processors, beside ForceAtlas2", "seconds", "s"),
  ];
}

function print(list: readonly Comparison[]): void {
  const row = (...cells: readonly string[]) =>
    console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(38) : cell.padStart(12))).join(""));
  row("", "processor", "stress", "neighbours");
  for (const { name, entities, ties, ours, forceAtlas2: theirs } of list) {
    const cells = ({ seconds, stress, preservation }: Run) => [
      `${seconds.toFixed(2)} s`,
      stress.toFixed(4),
      preservation.toFixed(4),
    ];
    row(`${name}: ${entities} entities, ${ties} ties`);
    row("  ours", ...cells(ours));
    row(`  ForceAtlas2, ${theirs.steps} steps`, ...cells(theirs));
    row(
      "  ratio",
      (ours.seconds / theirs.seconds).toFixed(3),
      (ours.stress / theirs.stress).toFixed(3),
      (ours.preservation / theirs.preservation).toFixed(3),
    );
  }
}
