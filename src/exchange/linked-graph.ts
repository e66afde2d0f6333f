/**
 * The whole graph as nodes of JSON-LD: schema.org and PROV as on the pages, and each claim as a statement of RDF besides,
 * so that a query can ask who does what to whom. A statement is talked of and not asserted: that the graph holds a claim
 * does not make it so.
 */
import { absolute, pagePath } from "../shared/paths.ts";
import type { AnyRecord, Edge, EdgeType } from "../shared/records.ts";
import type { GraphData } from "./graph-data.ts";
import { byAddress, CONTEXT, iri, type Naming, type Node, nodeOf, siteNodes } from "./schema-org.ts";

export const GRAPH_CONTEXT = {
  ...CONTEXT,
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  dcterms: "http://purl.org/dc/terms/",
};

/** The datatype of dates that may be vague. */
export const EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";

/** Names records by addresses below that of the site; below `elsewhere` where it does not know its own. */
export function namingOf({ content }: GraphData, elsewhere: string): Naming {
  const base = iri(absolute(content.settings.baseUrl, "") ?? elsewhere);
  return (address) => base + address;
}

/** Site, types of claims, entities, sources, claims, one after the other. A node names others by their addresses. */
export function* linkedNodes(data: GraphData, naming: Naming): Generator<Node> {
  const { entities, edges, sources, ontology } = data.content;
  const used = new Set(edges.map(({ type }) => type));
  yield* siteNodes(data, data.content.edges.length, naming);
  for (const type of ontology.edgeTypes.values()) if (used.has(type.id)) yield typeNode(type, naming);
  for (const entity of entities) yield recordNode(data, entity, naming);
  for (const source of sources) yield recordNode(data, source, naming);
  for (const edge of edges) yield claimNode(data, edge, naming);
}

const typeName = (id: string, naming: Naming) => `${naming("data/graph.jsonld")}#${encodeURIComponent(id)}`;

function typeNode({ id, label, verb, inverse, cameo }: EdgeType, naming: Naming): Node {
  return {
    "@id": typeName(id, naming),
    "@type": ["rdf:Property", "DefinedTerm"],
    "rdfs:label": verb,
    name: label,
    alternateName: inverse,
    termCode: id,
    identifier: cameo === undefined ? undefined : `CAMEO ${cameo}`,
  };
}

/** A node that more is said of before it is handed on. */
type NewNode = { [key: string]: unknown };

function recordNode(data: GraphData, record: AnyRecord, naming: Naming): NewNode {
  const own = Object.entries(record.extra).map(([propertyID, value]) => ({
    "@type": "PropertyValue",
    propertyID,
    value: typeof value === "string" ? value : JSON.stringify(value),
  }));
  const date = record.kind === "source" ? record.published : record.date;
  const node: NewNode = nodeOf(data, record, naming, byAddress);
  node["dcterms:date"] = date && { "@type": EDTF, "@value": date.edtf };
  if (own.length > 0) node.additionalProperty = own;
  return node;
}

function claimNode(data: GraphData, edge: Edge, naming: Naming): Node {
  const node = recordNode(data, edge, naming);
  node["@type"] = STATEMENT_TYPES;
  node["rdf:subject"] = edge.from.map((id) => ({ "@id": naming(pagePath("entity", id)) }));
  node["rdf:predicate"] = { "@id": typeName(edge.type, naming) };
  node["rdf:object"] = edge.to.map((id) => ({ "@id": naming(pagePath("entity", id)) }));
  return node;
}

const STATEMENT_TYPES = ["Claim", "prov:Entity", "rdf:Statement"];
