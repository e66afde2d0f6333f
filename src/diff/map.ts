/** How far a change moves the map: the head’s is laid out from where things stand in the base’s. */
import { buildGraph, type ClaimGraph } from "../graph/build.ts";
import { driftOf } from "../graph/drift.ts";
import { layOut } from "../graph/layout.ts";
import { tiesOf } from "../graph/ties.ts";
import type { Point } from "../shared/curves.ts";
import type { Content } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import type { MapChange } from "./difference.ts";
import { pairContents } from "./pairing.ts";

export type Places = ReadonlyMap<string, Point>;

/**
 * Undefined where one of the two has no entities. `base` and `head` are the maps that are kept with the contents, where
 * there are any; without one the base is laid out anew, and the head from there.
 */
export function mapChange(
  base: Content,
  head: Content,
  kept: { readonly base?: Places; readonly head?: Places } = {},
): MapChange | undefined {
  if (base.entities.length === 0 || head.entities.length === 0) return undefined;
  const { idInHead } = pairContents(base, head);
  const [old, now] = [completeGraph(base), completeGraph(head)];
  // Nothing that a place depends on has changed, and laying out a large graph takes seconds.
  if (kept.head === undefined && drawnOf(old, idInHead) === drawnOf(now, (id) => id))
    return { mean: 0, largest: 0, shared: now.order };
  // Whoever got another id is where it was.
  const before = new Map([...mapOf(old, kept.base)].map(([id, point]) => [idInHead(id), point]));
  return driftOf(before, mapOf(now, kept.head ?? before));
}

/** Names and lines, in an order of their own. */
function drawnOf(graph: ClaimGraph, idInHead: (id: string) => string): string {
  const nodes = graph.mapNodes((id, { label }) => JSON.stringify([idInHead(id), label]));
  const lines = graph.mapEdges((_, __, from, to) => JSON.stringify([idInHead(from), idInHead(to)]));
  return [...nodes.sort(compareText), ...lines.sort(compareText)].join("\n");
}

function mapOf(graph: ClaimGraph, from?: Places): Places {
  return layOut(graph, tiesOf(graph), from);
}

/** The graph of what is there: content that holds mistakes may name entities that are not. */
export function completeGraph(content: Content): ClaimGraph {
  const known = new Set(content.entities.map(({ id }) => id));
  const isKnown = (id: string): boolean => known.has(id);
  const edges = content.edges.map((edge) => ({
    ...edge,
    from: edge.from.filter(isKnown),
    to: edge.to.filter(isKnown),
  }));
  return buildGraph({ ...content, edges });
}
