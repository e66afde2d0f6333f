/** What every format is made from: the content, and what the graph measured on it. */
import type { FuzzyDate } from "../shared/dates.ts";
import { supersededClaims } from "../shared/lines.ts";
import type { Content, Edge, Entity } from "../shared/records.ts";
import { independentSourcesOf, type Origins, originsIn } from "../shared/support.ts";
import { type Spoken, titleOf } from "../shared/titles.ts";
import { dayText } from "../shared/viewpoint.ts";
import { wordsIn } from "../shared/words/languages.ts";

/** By the id of the entity. Positions are pixels of the map at its natural size, y growing downward. */
export interface Measured {
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly pagerank: ReadonlyMap<string, number>;
  readonly betweenness: ReadonlyMap<string, number>;
  readonly communities: ReadonlyMap<string, number>;
}

/** What is known of claims without measuring the graph. */
export interface ClaimData extends Spoken {
  readonly content: Content;
  readonly origins: Origins;
  readonly superseded: ReadonlySet<string>;
}

export interface GraphData extends ClaimData {
  readonly measured: Measured;
  /** What `factsOf` has found already, by the id of the claim. */
  readonly facts: Map<string, Facts>;
}

export function graphDataOf(content: Content, measured: Measured): GraphData {
  return { ...claimDataOf(content), measured, facts: new Map() };
}

export function claimDataOf(content: Content): ClaimData {
  return {
    content,
    words: wordsIn(content.settings.language),
    origins: originsIn(content.sources),
    superseded: supersededClaims(content.edges),
  };
}

/** What is measured of an entity. Shares have four digits, as many as mean something. */
export function measuresOf({ measured }: GraphData, { id }: Entity) {
  const { x, y } = measured.positions.get(id) ?? { x: 0, y: 0 };
  return {
    x,
    y,
    pagerank: fourDigits(measured.pagerank.get(id) ?? 0),
    betweenness: fourDigits(measured.betweenness.get(id) ?? 0),
    community: measured.communities.get(id) ?? 0,
  };
}

const fourDigits = (value: number): number => Number(value.toPrecision(4));

/** What follows from a claim and the records around it; several files ask for it. */
export function factsOf(data: GraphData, edge: Edge): Facts {
  const known = data.facts.get(edge.id) ?? factsFrom(data, edge);
  data.facts.set(edge.id, known);
  return known;
}

export type Facts = ReturnType<typeof factsFrom>;

/** The same for those who ask once: nothing is kept. */
export function factsFrom(data: ClaimData, edge: Edge) {
  return {
    label: titleOf(data, edge),
    directed: data.content.ontology.edgeTypes.get(edge.type)?.directed ?? true,
    superseded: data.superseded.has(edge.id),
    independentSources: independentSourcesOf(edge, data.origins),
    ...spanOf(edge.date),
  };
}

const DAY = 86_400_000;

/** The first and the last day that a date can mean, `2023-06-01` and `2023-06-30`; an open end is left out. */
export function spanOf(date: FuzzyDate | undefined): { earliest?: string; latest?: string } {
  const day = (moment: number) => (Number.isFinite(moment) ? dayText(Math.floor(moment / DAY)) : undefined);
  return date === undefined ? {} : { earliest: day(date.min), latest: day(date.max) };
}
