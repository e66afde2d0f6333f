/**
 * Records as nodes of JSON-LD: schema.org for what things are, PROV for where claims come from. A claim is a `Claim` and
 * never a `ClaimReview`, which would be a verdict.
 */

import type { EntityInBrief, RecordInBrief } from "../shared/brief.ts";
import { pagePath, STORIES, storyPath } from "../shared/paths.ts";
import { plainDate, plainEnds, plainSpan } from "../shared/plain-dates.ts";
import type { AnyRecord, Citation, Edge, Entity, Source, Story } from "../shared/records.ts";
import { edgeTypeOf, entityTypeOf, type Spoken, titleOf } from "../shared/titles.ts";
import { dataPath, filesFor } from "./files.ts";

/** A node, or a value of one; what is undefined is left out when it is printed. */
export type Node = { readonly [key: string]: unknown };

/** How an address relative to the site’s root is named: absolute where that is known, else seen from the page. */
export type Naming = (address: string) => string;

/** Written out, so that no program has to fetch schema.org to read it. */
export const CONTEXT = {
  "@vocab": "https://schema.org/",
  prov: "http://www.w3.org/ns/prov#",
  url: { "@type": "@id" },
  sameAs: { "@type": "@id" },
};

/** The site, and the graph of so many claims as a set of data. */
export function siteNodes(site: Spoken, claims: number, naming: Naming): Node[] {
  const { title, description, language, license } = site.content.settings;
  const common = { name: title, description, inLanguage: language, license };
  return [
    { "@type": "WebSite", "@id": naming(""), url: naming(""), ...common },
    {
      "@type": "Dataset",
      ...common,
      // Google asks for a description of every set of data.
      description: description ?? title,
      url: naming(""),
      isPartOf: { "@id": naming("") },
      isAccessibleForFree: true,
      distribution: [
        ...filesFor(claims)
          .filter(({ name }) => name !== "json-schema")
          .map((file) => download(naming(dataPath(file)), file.mediaType)),
      ],
    },
  ];
}

const download = (address: string, encodingFormat: string): Node => ({
  "@type": "DataDownload",
  contentUrl: { "@id": address },
  encodingFormat,
});

/** How a node names the record that another is about. */
export type Refer = (site: Spoken, record: RecordInBrief, naming: Naming) => Node;

/** A record on its own page, which says of others what they are and are called, or in a file that holds them too. */
export function nodeOf(site: Spoken, record: AnyRecord, naming: Naming, refer: Refer = reference): Node {
  if (record.kind === "entity") return entityNode(site, record, naming);
  return record.kind === "edge"
    ? claimNode(site, record, naming, refer)
    : sourceNode(site, record, naming, refer);
}

/** By its address alone. */
export const byAddress: Refer = (_, { kind, id }, naming) => ({ "@id": naming(pagePath(kind, id)) });

export function storyNode(site: Spoken, story: Story, naming: Naming): Node {
  const address = storyPath(story.id);
  return {
    "@type": "Article",
    "@id": naming(address),
    url: naming(address),
    name: story.title,
    headline: story.title,
    description: story.description,
    inLanguage: site.content.settings.language,
    isPartOf: { "@id": naming("") },
    articleSection: STORIES,
  };
}

function entityNode(site: Spoken, entity: Entity, naming: Naming): Node {
  const { image } = entity;
  const address = naming(pagePath("entity", entity.id));
  return {
    "@type": schemaTypeOf(site, entity),
    "@id": address,
    name: entity.name,
    url: address,
    alternateName: some(entity.aliases),
    description: entity.description,
    sameAs: some(entity.sameAs.map(iri)),
    ...datesOf(site, entity),
    image: image && {
      "@type": "ImageObject",
      contentUrl: { "@id": naming(`assets/${image.src.split("/").map(encodeURIComponent).join("/")}`) },
      caption: image.alt,
      creditText: image.credit,
    },
  };
}

/** What an entity’s date means depends on what it is. Said only where it is plain: a doubt has no place in a date. */
function datesOf(site: Spoken, entity: Entity): Node | undefined {
  if (entity.date === undefined) return undefined;
  const { from, to } = plainEnds(entity.date);
  const type = schemaTypeOf(site, entity);
  if (/Event$/.test(type)) return { startDate: from, endDate: to };
  // One date of a person may be of any day in a life.
  if (type === "Person")
    return entity.date?.edtf.includes("/") === true ? { birthDate: from, deathDate: to } : {};
  if (!/(?:Organization|Corporation|NGO)$/.test(type)) return {};
  return { foundingDate: from, dissolutionDate: entity.date?.edtf.includes("/") === true ? to : undefined };
}

/** One literal: a graph has tens of thousands of them, and to spread one into another takes as long as all the rest. */
function claimNode(site: Spoken, edge: Edge, naming: Naming, refer: Refer): Node {
  const address = naming(pagePath("edge", edge.id));
  const sentence = titleOf(site, edge);
  const supporting = edge.sources.filter(isSupporting);
  const isBacked = supporting.length === edge.sources.length;
  const appearance = referencesTo(site, new Set(supporting.map(sourceOf)), naming, refer);
  const authors = referencesTo(site, edge.attributedTo, naming, refer);
  return {
    "@type": CLAIM_TYPES,
    "@id": address,
    name: sentence,
    url: address,
    text: sentence,
    additionalType: edgeTypeOf(site, edge).label,
    about: referencesTo(site, new Set([...edge.from, ...edge.to, ...edge.about]), naming, refer),
    author: authors,
    temporalCoverage: plainSpan(edge.date),
    creativeWorkStatus: edge.status,
    keywords: some(edge.tags),
    appearance,
    citation: isBacked ? appearance : referencesTo(site, new Set(edge.sources.map(sourceOf)), naming, refer),
    mentions: referencesTo(site, edge.respondsTo, naming, refer),
    isPartOf: { "@id": naming("") },
    "prov:wasDerivedFrom": appearance,
    "prov:wasAttributedTo": authors,
    "prov:wasRevisionOf": referencesTo(site, edge.supersedes, naming, refer),
  };
}

const CLAIM_TYPES = ["Claim", "prov:Entity"];

const isSupporting = ({ stance }: Citation): boolean => stance === "supports";
const sourceOf = ({ source }: Citation): string => source;

function sourceNode(site: Spoken, source: Source, naming: Naming, refer: Refer): Node {
  const own = naming(pagePath("source", source.id));
  return {
    ...reference(site, source, naming),
    url: source.url === undefined ? own : iri(source.url),
    mainEntityOfPage: { "@id": own },
    headline: source.title,
    // Search engines ask for a description of every set of data; a source has none of its own.
    description:
      source.type === "dataset" ? [source.title, source.publisher].filter(Boolean).join(", ") : undefined,
    // Names without a kind: of a person, a desk or an agency.
    author: some(source.authors),
    publisher: source.publisher && { "@type": "Organization", name: source.publisher },
    datePublished: plainDate(source.published),
    inLanguage: source.language,
    archivedAt: source.archiveUrl && { "@id": iri(source.archiveUrl) },
    keywords: some(source.tags),
    "prov:wasDerivedFrom": referencesTo(site, source.derivedFrom, naming, refer),
  };
}

/** Signs that browsers take in an address, and RDF does not. */
const NOT_IN_IRI = /[\p{Cc} <>"{}|^`\\]/gu;

/** An address as RDF has it. */
export const iri = (address: string): string => address.replace(NOT_IN_IRI, encodeURIComponent);

const SOURCE_TYPES: Record<Source["type"], string> = {
  article: "Article",
  report: "Report",
  dataset: "Dataset",
  document: "DigitalDocument",
  interview: "CreativeWork",
  post: "SocialMediaPosting",
  broadcast: "CreativeWork",
  book: "Book",
};

/** A record as others name it: by its address, with what it is and is called. */
function reference(site: Spoken, record: RecordInBrief, naming: Naming): Node {
  return {
    "@type": typeOf(site, record),
    "@id": naming(pagePath(record.kind, record.id)),
    name: titleOf(site, record),
  };
}

/** Those that are there; undefined where none is. */
function referencesTo(
  site: Spoken,
  ids: Iterable<string>,
  naming: Naming,
  refer: Refer,
): readonly Node[] | undefined {
  const nodes: Node[] = [];
  for (const id of ids) {
    const record = site.content.byId.get(id);
    if (record !== undefined) nodes.push(refer(site, record, naming));
  }
  return some(nodes);
}

function typeOf(site: Spoken, record: RecordInBrief): string | string[] {
  if (record.kind === "entity") return schemaTypeOf(site, record);
  return record.kind === "edge" ? CLAIM_TYPES : [SOURCE_TYPES[record.type], "prov:Entity"];
}

/** The type that the ontology names; `Thing` where it names none, or what is no name of a type. */
function schemaTypeOf(site: Spoken, entity: EntityInBrief): string {
  const named = entityTypeOf(site, entity).schemaOrg?.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, "");
  return named !== undefined && /^[A-Z][A-Za-z0-9]*$/.test(named) ? named : "Thing";
}

/** Nothing in place of an empty list. */
const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);
