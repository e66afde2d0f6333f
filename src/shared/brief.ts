/** What records say on the pages of others, as against what stands on their own page alone. */
import { oncePer } from "./once.ts";
import type { Content, Edge, Entity, LinkTargets, Source } from "./records.ts";

const OF_ENTITY = ["kind", "id", "type", "name"] as const;
const OF_SOURCE = [
  "kind",
  "id",
  "type",
  "title",
  "authors",
  "publisher",
  "published",
  "url",
  "archiveUrl",
  "reliability",
  "derivedFrom",
] as const;

export type EntityInBrief = Pick<Entity, (typeof OF_ENTITY)[number]>;
export type SourceInBrief = Pick<Source, (typeof OF_SOURCE)[number]>;
export type RecordInBrief = EntityInBrief | Edge | SourceInBrief;

/** A content in which a record that is looked up has only what it says to others. */
export interface ContentInBrief extends Omit<Content, "byId" | "links"> {
  readonly byId: ReadonlyMap<string, RecordInBrief>;
  readonly links: LinkTargets<RecordInBrief>;
}

/** The record without what its type does not have; what may be missing in it is undefined. */
export const inBrief = oncePer((record: RecordInBrief): object => {
  if (record.kind === "edge") return record;
  const keys: readonly string[] = record.kind === "entity" ? OF_ENTITY : OF_SOURCE;
  const fields: Readonly<Record<string, unknown>> = { ...record };
  return Object.fromEntries(keys.map((key) => [key, fields[key]]));
});

export const allInBrief = (records: readonly RecordInBrief[]): object[] => records.map(inBrief);
