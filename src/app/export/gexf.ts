/** The network that is shown, as GEXF for other programs. Loaded when it is first asked for. */
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf/browser";
import { idsOf } from "../../shared/claims-csv.ts";
import type { Model } from "../model.ts";
import type { Shown } from "../shown.ts";

/** The graph as GEXF 1.3 for Gephi and its like, with positions, colours and the attributes of claims. */
export function gexfOf(model: Model, { entities, claims }: Shown): string {
  const graph = new MultiDirectedGraph();
  for (const { id, name, type, x, y, community, pagerank } of entities)
    graph.addNode(id, { label: name, type: type.id, x, y: -y, color: type.color, community, pagerank });
  for (const claim of claims) {
    let line = 0;
    for (const from of claim.from) {
      for (const to of claim.to) {
        if (!entities.has(from) || !entities.has(to)) continue;
        graph.addDirectedEdgeWithKey(line++ === 0 ? claim.id : `${claim.id}/${line}`, from.id, to.id, {
          label: model.sentence(claim),
          type: claim.type.id,
          date: claim.date?.words ?? "",
          status: claim.status,
          sources: idsOf(claim.sources),
          weight: Math.max(1, model.witnesses(claim)),
        });
      }
    }
  }
  return gexf.write(graph, {
    formatNode: (_, { label, x, y, color, ...attributes }) => ({ label, attributes, viz: { x, y, color } }),
    formatEdge: (_, { label, weight, ...attributes }) => ({ label, weight, attributes }),
  });
}
