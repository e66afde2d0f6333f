/** How far a change moves the map: each side’s as a build lays it out, from the positions that are kept with it. */
import { parsePositions } from "../content/positions.ts";
import { byPresentId } from "../graph/analyse.ts";
import { buildGraph, type ClaimGraph } from "../graph/build.ts";
import { driftOf } from "../graph/drift.ts";
import { layOut } from "../graph/layout.ts";
import { tiesOf } from "../graph/ties.ts";
import type { Places } from "../shared/place.ts";
import type { Content } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import type { MapChange, Side } from "./difference.ts";
import { pairContents } from "./pairing.ts";

/** Undefined where one of the two has no entities. */
export function mapChange(base: Side, head: Side): MapChange | undefined {
  if (base.content.entities.length === 0 || head.content.entities.length === 0) return undefined;
  const { idInHead } = pairContents(base.content, head.content);
  const [old, now] = [completeGraph(base.content), completeGraph(head.content)];
  const isKept = parsePositions(head.folder.positions ?? "").size > 0;
  // Nothing that a place depends on has changed, and laying out a large graph takes seconds.
  if (base.folder.positions === head.folder.positions && drawnOf(old, idInHead) === drawnOf(now, (id) => id))
    return { mean: 0, largest: 0, shared: now.order, isKept };
  // Whoever got another id is where it was.
  const before = new Map([...mapOf(base, old)].map(([id, place]) => [idInHead(id), place]));
  return { ...driftOf(before, mapOf(head, now)), isKept };
}

/** Names and lines, in an order of their own. */
function drawnOf(graph: ClaimGraph, idInHead: (id: string) => string): string {
  const nodes = graph.mapNodes((id, { label }) => JSON.stringify([idInHead(id), label]));
  const lines = graph.mapEdges((_, __, from, to) => JSON.stringify([idInHead(from), idInHead(to)]));
  return [...nodes.sort(compareText), ...lines.sort(compareText)].join("\n");
}

function mapOf({ folder, content }: Side, graph: ClaimGraph): Places {
  return layOut(graph, tiesOf(graph), byPresentId(content, parsePositions(folder.positions ?? "")));
}

/** The graph of what is there: content that holds mistakes may name entities that are not. */
function completeGraph(content: Content): ClaimGraph {
  const known = new Set(content.entities.map(({ id }) => id));
  const isKnown = (id: string): boolean => known.has(id);
  const edges = content.edges.map((edge) => ({
    ...edge,
    from: edge.from.filter(isKnown),
    to: edge.to.filter(isKnown),
  }));
  return buildGraph({ ...content, edges });
}
