/** What a page says of itself in JSON-LD, read by a library that lets nothing pass. */
import jsonld from "jsonld";
import { expect } from "vitest";

const BLOCK = /<script type="application\/ld\+json">([^<]*)<\/script>/g;
export const SCHEMA = "https://schema.org/";
export const PROV = "http://www.w3.org/ns/prov#";

export type Node = Record<string, unknown>;

/** What a page says of itself; nothing is fetched for it. */
export function blockIn(page: string): { "@graph": Node[] } {
  const blocks = [...page.matchAll(BLOCK)];
  expect(blocks).toHaveLength(1);
  return JSON.parse(blocks[0]?.[1] ?? "");
}

export const options = (base: string) => ({
  base,
  documentLoader: (url: string) => Promise.reject(new Error(`would fetch ${url}`)),
  // Throws at whatever the library would drop: a key without an IRI, an address that is none.
  safe: true,
});

/** The nodes of a page by their types, as the library reads them. */
export async function nodesOf(page: string, address: string): Promise<Map<string, Node>> {
  const nodes = await jsonld.expand(blockIn(page), options(address));
  return new Map(nodes.flatMap((node) => (node["@type"] as string[]).map((type) => [type, node])));
}

/** What every node of a type must have. */
const REQUIRED: Record<string, readonly string[]> = {
  WebSite: ["name", "url"],
  Dataset: ["name", "description"],
  Claim: ["name", "text", "url", "about", "citation", "creativeWorkStatus"],
  Person: ["name", "url"],
  Organization: ["name", "url"],
  Country: ["name", "url"],
  Place: ["name", "url"],
  Event: ["name", "url"],
  Article: ["name", "headline", "url"],
  CollectionPage: ["name", "description", "url", "isPartOf"],
  BreadcrumbList: ["itemListElement"],
};

/**
 * The schema.org types of a page’s nodes. Every node must have what its type requires, one must be the page’s canonical
 * address, and all but the front page have their place in the site.
 */
export async function typesIn(page: string, path: string, address: string): Promise<string[]> {
  const nodes = await nodesOf(page, address);
  for (const [type, node] of nodes) {
    const name = type.replace(SCHEMA, "");
    for (const property of REQUIRED[name] ?? [])
      expect(node, `${path}: ${name}`).toHaveProperty([`${SCHEMA}${property}`]);
  }
  const canonical = /<link rel="canonical" href="([^"]+)">/.exec(page)?.[1];
  expect(
    [...nodes.values()].map((node) => node["@id"]),
    path,
  ).toContain(canonical);
  expect(nodes.has(`${SCHEMA}BreadcrumbList`), path).toBe(path !== "index.html");
  return [...nodes.keys()].map((type) => type.replace(SCHEMA, ""));
}
