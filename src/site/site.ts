/** Everything a page may ask of the graph, looked up once: the one value that all pages are made from. */

import type { History, NoHistory } from "../content/history.ts";
import type { Manual } from "../content/manual.ts";
import type { Analysis } from "../graph/analyse.ts";
import { supersededClaims } from "../graph/build.ts";
import { compareDates } from "../shared/dates.ts";
import { gather } from "../shared/gather.ts";
import { oncePer } from "../shared/once.ts";
import type { Content, Edge, Entity, Source } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import type { Spoken } from "../shared/titles.ts";
import { wordsIn } from "../shared/words/languages.ts";

export { dateWords, edgeTypeOf, entityName, entityTypeOf, titleOf } from "../shared/titles.ts";

/** Its words are the interface’s, in the language of the site. */
export interface Site extends Spoken, Beside {
  readonly analysis: Analysis;
  readonly relations: Relations;
}

/** What a site may have beside its graph; each is left out where nobody has it. */
export interface Beside {
  /** What git says of the content. */
  readonly history?: History | NoHistory;
  /** Pages that explain. */
  readonly manual?: Manual;
  /** The files of the content as they are written, by path. */
  readonly texts?: ReadonlyMap<string, string>;
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

export function makeSite(content: Content, analysis: Analysis, beside: Beside = {}): Site {
  return {
    ...beside,
    content,
    words: wordsIn(content.settings.language),
    analysis,
    relations: {
      ...relationsOf(content.edges),
      citingEntities: gather(content.entities, (entity) => entity.sources.map(({ source }) => source)),
      derived: gather(content.sources, (source) => source.derivedFrom),
    },
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
