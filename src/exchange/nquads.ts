/**
 * The same graph as `jsonld.ts` as N-Quads (https://www.w3.org/TR/n-quads/). Made here from the nodes, one after the
 * other: `jsonld`, with which the tests compare it, holds the whole graph in memory again and brings an HTTP client.
 */
import type { GraphData } from "./graph-data.ts";
import { GRAPH_CONTEXT, linkedNodes, namingOf } from "./linked-graph.ts";
import { LongText } from "./long-text.ts";
import type { Node } from "./schema-org.ts";

/** Names of a site that does not know its address: N-Quads know absolute ones only. */
const NOWHERE = "urn:skein:site/";

const RDF_TYPE = `<${GRAPH_CONTEXT.rdf}type>`;
const BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean";

/** All statements in one, the default graph. */
export function nquadsOf(data: GraphData): Buffer {
  const text = new LongText();
  let blanks = 0;
  /** Adds what a node says; how it is named. */
  function add(node: Node): string {
    const id = node["@id"];
    const subject = typeof id === "string" ? `<${id}>` : `_:b${blanks++}`;
    for (const type of listOf(node["@type"])) text.add(`${subject} ${RDF_TYPE} ${iriOf(String(type))} .\n`);
    for (const key in node) {
      const value = node[key];
      if (value === undefined || key === "@id" || key === "@type") continue;
      const beginning = `${subject} ${iriOf(key)} `;
      for (const each of listOf(value)) {
        const object = literalOf(key, each) ?? add(each as Node);
        text.add(`${beginning}${object} .\n`);
      }
    }
    return subject;
  }
  for (const node of linkedNodes(data, namingOf(data, NOWHERE))) add(node);
  return text.bytes;
}

/** A value that is no node: a text, an address, a truth, or a text with a datatype. */
function literalOf(key: string, value: unknown): string | undefined {
  if (typeof value === "boolean") return `"${value}"^^<${BOOLEAN}>`;
  if (typeof value !== "object" || value === null)
    return IRI_KEYS.has(key) ? `<${value}>` : quoted(String(value));
  return "@value" in value && "@type" in value
    ? `${quoted(String(value["@value"]))}^^<${value["@type"]}>`
    : undefined;
}

/** The keys whose texts the context declares to be addresses. */
const IRI_KEYS: ReadonlySet<string> = new Set(
  Object.entries(GRAPH_CONTEXT).flatMap(([key, value]) => (typeof value === "object" ? [key] : [])),
);

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries(GRAPH_CONTEXT).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
);

/** The IRI of a key or type in its brackets: `prov:Entity` by its prefix, `Claim` by the vocabulary. */
function iriOf(name: string): string {
  const known = iris.get(name);
  if (known !== undefined) return known;
  const colon = name.indexOf(":");
  const base = colon < 0 ? undefined : PREFIXES.get(name.slice(0, colon));
  const iri = base === undefined ? GRAPH_CONTEXT["@vocab"] + name : base + name.slice(colon + 1);
  iris.set(name, `<${iri}>`);
  return `<${iri}>`;
}

/** By key or type: those of the vocabularies and the ontology. */
const iris = new Map<string, string>();

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r" };

const quoted = (text: string): string =>
  SPECIAL.test(text) ? `"${text.replace(/["\\\n\r]/g, (sign) => ESCAPES[sign] ?? sign)}"` : `"${text}"`;

const SPECIAL = /["\\\n\r]/;
