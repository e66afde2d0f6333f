/** What is shown, as files for other programs: CSV and GEXF. Loaded when it is first asked for. */
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf/browser";
import Papa from "papaparse";
import type { NetworkClaim, NetworkEntity } from "../../shared/network.ts";
import { dayText } from "../../shared/viewpoint.ts";
import type { Model } from "../model.ts";
import type { Shown } from "../shown.ts";

const COLUMNS: Readonly<Record<string, (claim: NetworkClaim, model: Model) => string | number>> = {
  id: ({ id }) => id,
  claim: (claim, model) => model.sentence(claim),
  type: ({ type }) => type.id,
  from: ({ from }) => idsOf(from),
  from_names: ({ from }) => namesOf(from),
  to: ({ to }) => idsOf(to),
  to_names: ({ to }) => namesOf(to),
  date: ({ date }) => date?.words ?? "",
  earliest: ({ date }) => dayOrNothing(date?.first),
  latest: ({ date }) => dayOrNothing(date?.last),
  status: ({ status }) => status,
  attributed_to: ({ attributedTo }) => idsOf(attributedTo),
  responds_to: ({ respondsTo }) => idsOf(respondsTo),
  independent_sources: (claim, model) => model.witnesses(claim),
  sources: ({ sources }) => idsOf(sources),
  source_urls: ({ sources }) => sources.flatMap(({ url }) => url ?? []).join(" "),
};

/** What a spreadsheet would run. The library’s own expression lets cells of several lines through. */
const FORMULA = /^[=+\-@\t\r]/;

/** The claims as CSV (RFC 4180): a row a claim; cells that a spreadsheet would run as a formula begin with `'`. */
export function csvOf(model: Model, { claims }: Shown): string {
  const rows = [...claims].map((claim) => Object.values(COLUMNS).map((cell) => cell(claim, model)));
  const csv = Papa.unparse([Object.keys(COLUMNS), ...rows], { escapeFormulae: FORMULA, newline: "\r\n" });
  // The byte order mark is what makes spreadsheets read names in every script.
  return `\uFEFF${csv}\r\n`;
}

const idsOf = (records: readonly { readonly id: string }[]): string => records.map(({ id }) => id).join(" ");

const namesOf = (entities: readonly NetworkEntity[]): string => entities.map(({ name }) => name).join("; ");

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
