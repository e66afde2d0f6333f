/** Everything that can be searched, as documents in order of rank: what stands in each, and where it counts most. */
import { compareDates } from "../../shared/dates.ts";
import type { Citation, Edge, Entity, Source, Story } from "../../shared/records.ts";
import { type SearchKind, type SearchText, typeTerm } from "../../shared/search-index.ts";
import { sentenceOf } from "../../shared/sentence.ts";
import { compareText } from "../../shared/text.ts";
import { passagesOf } from "../plain-text.ts";
import { dateWords, edgeTypeOf, entityName, newestFirst, type Site, titleOf } from "../site.ts";

export interface SearchDocument extends SearchText {
  readonly kind: SearchKind;
}

/**
 * Of each kind, what readers most likely mean comes first: entities by PageRank, stories as they are listed, sources by
 * how many claims rest on them, claims from the newest, and those that were corrected last.
 */
export function documentsOf(site: Site): SearchDocument[] {
  const { content, analysis, relations } = site;
  const importance = (id: string): number => analysis.pagerank.get(id) ?? 0;
  const use = (id: string): number => relations.citingClaims.get(id)?.length ?? 0;
  const isOld = (id: string): number => (relations.superseded.has(id) ? 1 : 0);
  const entities = [...content.entities].sort(
    (a, b) => importance(b.id) - importance(a.id) || compareText(a.id, b.id),
  );
  const sources = [...content.sources].sort(
    (a, b) => use(b.id) - use(a.id) || compareDates(a.published, b.published) || compareText(a.id, b.id),
  );
  const claims = [...content.edges].sort((a, b) => isOld(a.id) - isOld(b.id) || newestFirst(a, b));
  return [
    ...entities.map((entity) => entityDocument(site, entity)),
    ...content.stories.map((story) => storyDocument(site, story)),
    ...sources.map((source) => sourceDocument(site, source)),
    ...claims.map((claim) => claimDocument(site, claim)),
  ];
}

function entityDocument(site: Site, entity: Entity): SearchDocument {
  const { id, name, type, description, aliases, tags, date, sources, image, body } = entity;
  return {
    kind: "entity",
    id,
    title: name,
    type: typeTerm("entity", type),
    date: date && dateWords(site, date),
    also: joined([...aliases, ...tags]),
    text: joined([description, ...passagesOf(site, body), image?.alt, image?.credit, ...notesOf(sources)]),
  };
}

function storyDocument(site: Site, { id, title, description, body }: Story): SearchDocument {
  return { kind: "story", id, title, text: joined([description, ...passagesOf(site, body)]) };
}

function sourceDocument(site: Site, source: Source): SearchDocument {
  const { id, title, type, publisher, authors, published, tags, body } = source;
  return {
    kind: "source",
    id,
    title,
    type: typeTerm("source", type),
    date: published && dateWords(site, published),
    also: joined([...authors, publisher, ...tags]),
    text: joined(passagesOf(site, body)),
  };
}

function claimDocument(site: Site, claim: Edge): SearchDocument {
  const { id, type, date, status, attributedTo, tags, sources, body } = claim;
  const nameOf = (entity: string): string => entityName(site, entity);
  // A title of its own need not name who acts.
  const sentence =
    claim.title &&
    sentenceOf({ ...claim, title: undefined }, edgeTypeOf(site, claim).verb, nameOf, site.words);
  return {
    kind: "edge",
    id,
    title: titleOf(site, claim),
    type: typeTerm("edge", type),
    date: date && dateWords(site, date),
    status,
    isSuperseded: site.relations.superseded.has(id) || undefined,
    also: joined([sentence, site.words.list(attributedTo.map(nameOf)), ...tags]),
    text: joined([...passagesOf(site, body), ...notesOf(sources)]),
  };
}

/** What citations say of their own. */
const notesOf = (citations: readonly Citation[]): (string | undefined)[] =>
  citations.flatMap(({ locator, quote, note }) => [quote, note, locator]);

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return (
    parts
      .map((part) => part?.replace(/\s+/g, " ").trim())
      .filter(Boolean)
      .join(" · ") || undefined
  );
}
