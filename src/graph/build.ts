/** Records → graph: the network as graphology sees it. Built once, never changed after. */
import { MultiDirectedGraph } from "graphology";
import { lineKey, pairsOf, supersededClaims } from "../shared/lines.ts";
import type { Edge, EdgeType, Entity } from "../shared/records.ts";

export { pairsOf, supersededClaims };

export interface NodeAttributes {
  readonly type: string;
  readonly label: string;
}

/** One drawn line: a claim between one actor and one target. */
export interface LineAttributes {
  /** The id of the edge record. A joint act is several lines of one claim. */
  readonly claim: string;
  readonly type: string;
  readonly directed: boolean;
}

/** A directed multigraph; nodes are entity ids in order, lines are keyed by claim, `claim/2`, `claim/3` … when joint. */
export type ClaimGraph = MultiDirectedGraph<NodeAttributes, LineAttributes>;

/** What of a content the graph is made from. */
export interface GraphContent {
  readonly entities: readonly Pick<Entity, "id" | "type" | "name">[];
  readonly edges: readonly Pick<Edge, "id" | "type" | "from" | "to" | "supersedes">[];
  readonly ontology: { readonly edgeTypes: ReadonlyMap<string, Pick<EdgeType, "directed">> };
}

/**
 * Makes the graph of the claims that stand: those that no other claim supersedes. What a claim is about and what it
 * answers are relations between claims, and are no lines here.
 */
export function buildGraph(content: GraphContent): ClaimGraph {
  const graph: ClaimGraph = new MultiDirectedGraph();
  for (const entity of content.entities) graph.addNode(entity.id, { type: entity.type, label: entity.name });
  const superseded = supersededClaims(content.edges);
  for (const edge of content.edges) {
    if (superseded.has(edge.id)) continue;
    const directed = content.ontology.edgeTypes.get(edge.type)?.directed ?? true;
    for (const [i, [from, to]] of pairsOf(edge).entries()) {
      graph.addDirectedEdgeWithKey(lineKey(edge.id, i), from, to, {
        claim: edge.id,
        type: edge.type,
        directed,
      });
    }
  }
  return graph;
}
