/** What is shown, as files for other programs: CSV and GEXF. Loaded when it is first asked for. */
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf/browser";
import Papa from "papaparse";
import { dayText } from "../../shared/viewpoint.ts";
import type { Model } from "../model.ts";
import type { Shown } from "../shown.ts";
import { sentence } from "../words.ts";

/** The claims as CSV (RFC 4180): a row a claim; cells that a spreadsheet would run as a formula begin with `'`. */
export function csvOf(model: Model, { claims }: Shown): string {
  const rows = [...claims].map((claim) => ({
    id: claim.id,
    claim: sentence(claim),
    type: claim.type.id,
    from: claim.from.map(({ id }) => id).join(" "),
    from_names: claim.from.map(({ name }) => name).join("; "),
    to: claim.to.map(({ id }) => id).join(" "),
    to_names: claim.to.map(({ name }) => name).join("; "),
    date: claim.date?.words ?? "",
    earliest: dayOrNothing(claim.date?.first),
    latest: dayOrNothing(claim.date?.last),
    status: claim.status,
    attributed_to: claim.attributedTo.map(({ id }) => id).join(" "),
    responds_to: claim.respondsTo.map(({ id }) => id).join(" "),
    independent_sources: model.witnesses(claim),
    sources: claim.sources.map(({ id }) => id).join(" "),
    source_urls: claim.sources.flatMap(({ url }) => url ?? []).join(" "),
  }));
  // The byte order mark is what makes spreadsheets read names in every script.
  return `\uFEFF${Papa.unparse(rows, { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}

const dayOrNothing = (day: number | undefined): string =>
  day === undefined || !Number.isFinite(day) ? "" : dayText(day);

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
          label: sentence(claim),
          type: claim.type.id,
          date: claim.date?.words ?? "",
          status: claim.status,
          sources: claim.sources.map(({ id }) => id).join(" "),
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
