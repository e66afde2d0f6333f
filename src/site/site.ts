/** Everything a page may ask of the graph, looked up once: the one value that all pages are made from. */

import type { History, NoHistory } from "../content/history.ts";
import type { Analysis } from "../graph/analyse.ts";
import { supersededClaims } from "../graph/build.ts";
import { compareDates, dateInWords, type FuzzyDate } from "../shared/dates.ts";
import { gather } from "../shared/gather.ts";
import { oncePer } from "../shared/once.ts";
import type { AnyRecord, Content, Edge, EdgeType, Entity, EntityType, Source } from "../shared/records.ts";
import { sentenceOf } from "../shared/sentence.ts";
import { compareText } from "../shared/text.ts";
import { wordsIn } from "../shared/words/languages.ts";
import type { Words } from "../shared/words/words.ts";

export interface Site {
  readonly content: Content;
  /** The interface’s words in the language of the site. */
  readonly words: Words;
  readonly analysis: Analysis;
  readonly relations: Relations;
  /** What git says of the content; left out where nobody asked. */
  readonly history?: History | NoHistory;
}

/** Who refers to a record, by its id; lists of claims are in order of time, newest first. */
export interface Relations {
  /** Claims in which an entity is actor or target. */
  readonly claims: ReadonlyMap<string, readonly Edge[]>;
  /** Claims that an entity makes. */
  readonly attributed: ReadonlyMap<string, readonly Edge[]>;
  /** Claims that have an entity or a claim as their matter. */
  readonly about: ReadonlyMap<string, readonly Edge[]>;
  /** Claims that answer a claim. */
  readonly answers: ReadonlyMap<string, readonly Edge[]>;
  /** Claims that correct a claim. */
  readonly corrections: ReadonlyMap<string, readonly Edge[]>;
  /** Claims and entities that cite a source. */
  readonly citingClaims: ReadonlyMap<string, readonly Edge[]>;
  readonly citingEntities: ReadonlyMap<string, readonly Entity[]>;
  /** Sources made from a source. */
  readonly derived: ReadonlyMap<string, readonly Source[]>;
  readonly superseded: ReadonlySet<string>;
}

export function makeSite(content: Content, analysis: Analysis, history?: History | NoHistory): Site {
  return {
    content,
    words: wordsIn(content.settings.language),
    analysis,
    relations: {
      ...relationsOf(content.edges),
      citingEntities: gather(content.entities, (entity) => entity.sources.map(({ source }) => source)),
      derived: gather(content.sources, (source) => source.derivedFrom),
    },
    ...(history !== undefined && { history }),
  };
}

/** `skein dev` makes many sites of the same claims. */
const relationsOf = oncePer((claims: readonly Edge[]): Omit<Relations, "citingEntities" | "derived"> => {
  const edges = [...claims].sort(newestFirst);
  return {
    claims: gather(edges, (edge) => [...edge.from, ...edge.to]),
    attributed: gather(edges, (edge) => edge.attributedTo),
    about: gather(edges, (edge) => edge.about),
    answers: gather(edges, (edge) => edge.respondsTo),
    corrections: gather(edges, (edge) => edge.supersedes),
    citingClaims: gather(edges, (edge) => edge.sources.map(({ source }) => source)),
    superseded: supersededClaims(edges),
  };
});

/** Newest first, the undated last, ties by id. */
export function newestFirst(a: Edge, b: Edge): number {
  if (a.date === undefined || b.date === undefined)
    return compareDates(a.date, b.date) || compareText(a.id, b.id);
  return compareDates(b.date, a.date) || compareText(a.id, b.id);
}

/** What a record is called: an entity’s name, a source’s title, a claim’s sentence. */
export function titleOf(site: Site, record: AnyRecord): string {
  if (record.kind === "entity") return record.name;
  if (record.kind === "source") return record.title;
  return sentenceOf(record, edgeTypeOf(site, record).verb, (id) => entityName(site, id), site.words);
}

export function entityName(site: Site, id: string): string {
  const record = site.content.byId.get(id);
  return record?.kind === "entity" ? record.name : id;
}

export function edgeTypeOf(site: Site, edge: Edge): EdgeType {
  return known(site.content.ontology.edgeTypes.get(edge.type), edge.type);
}

export function entityTypeOf(site: Site, entity: Entity): EntityType {
  return known(site.content.ontology.entityTypes.get(entity.type), entity.type);
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`type “${name}” passed the checks without being in the ontology`);
  return value;
}

export function dateWords(site: Site, date: FuzzyDate): string {
  return dateInWords(date, site.words);
}
