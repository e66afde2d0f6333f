/** What records are called, and the types they are of. */

import type { ContentInBrief, EntityInBrief, RecordInBrief } from "./brief.ts";
import { dateInWords, type FuzzyDate } from "./dates.ts";
import type { Edge, EdgeType, EntityType } from "./records.ts";
import { sentenceOf } from "./sentence.ts";
import type { Words } from "./words/words.ts";

/** A graph, and the words to speak of it. */
export interface Spoken {
  readonly content: ContentInBrief;
  readonly words: Words;
}

/** What a record is called: an entity’s name, a source’s title, a claim’s sentence. */
export function titleOf(site: Spoken, record: RecordInBrief): string {
  if (record.kind === "entity") return record.name;
  if (record.kind === "source") return record.title;
  return sentenceOf(record, edgeTypeOf(site, record).verb, (id) => entityName(site, id), site.words);
}

export function entityName(site: Spoken, id: string): string {
  const record = site.content.byId.get(id);
  return record?.kind === "entity" ? record.name : id;
}

export function edgeTypeOf(site: Spoken, edge: Edge): EdgeType {
  return known(site.content.ontology.edgeTypes.get(edge.type), edge.type);
}

export function entityTypeOf(site: Spoken, entity: EntityInBrief): EntityType {
  return known(site.content.ontology.entityTypes.get(entity.type), entity.type);
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`type “${name}” passed the checks without being in the ontology`);
  return value;
}

export function dateWords(site: Spoken, date: FuzzyDate): string {
  return dateInWords(date, site.words);
}
