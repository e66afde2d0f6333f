/** Who refers to whom among the records. */

import type { EntityInBrief, SourceInBrief } from "../shared/brief.ts";
import { compareDates } from "../shared/dates.ts";
import { gather } from "../shared/gather.ts";
import { supersededClaims } from "../shared/lines.ts";
import { oncePer } from "../shared/once.ts";
import type { Content, Edge } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";

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
  readonly citingEntities: ReadonlyMap<string, readonly EntityInBrief[]>;
  /** Sources made from a source. */
  readonly derived: ReadonlyMap<string, readonly SourceInBrief[]>;
  readonly superseded: ReadonlySet<string>;
}

export function relationsOf(content: Content): Relations {
  return {
    ...amongClaims(content.edges),
    citingEntities: gather(content.entities, (entity) => entity.sources.map(({ source }) => source)),
    derived: gather(content.sources, (source) => source.derivedFrom),
  };
}

/** `skein dev` makes many sites of the same claims. */
const amongClaims = oncePer((claims: readonly Edge[]): Omit<Relations, "citingEntities" | "derived"> => {
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
