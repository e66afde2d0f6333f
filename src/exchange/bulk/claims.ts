/** Claims and citations as rows, made one after the other. */
import { lineKey, pairsOf } from "../../shared/lines.ts";
import type { Citation, Edge, Entity } from "../../shared/records.ts";
import { type ClaimData, type Facts, factsFrom } from "../graph-data.ts";
import { type Column, columnsThrough, recordColumns } from "./columns.ts";

/** A claim with what follows from it. */
export interface StatedClaim {
  readonly edge: Edge;
  readonly facts: Facts;
}

/** A claim between one actor and one target. */
export interface Line extends StatedClaim {
  /** The id of the claim, `claim/2`, `claim/3` … where it is a joint act. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** Something that is cited, by a claim or in the text of an entity. */
export interface CitedBy {
  readonly record: Edge | Entity;
  readonly citation: Citation;
}

export function* claimsIn(data: ClaimData): Generator<StatedClaim> {
  for (const edge of data.content.edges) yield { edge, facts: factsFrom(data, edge) };
}

export function* linesIn(data: ClaimData): Generator<Line> {
  for (const claim of claimsIn(data)) {
    for (const [i, [from, to]] of pairsOf(claim.edge).entries())
      yield { ...claim, key: lineKey(claim.edge.id, i), from, to };
  }
}

export function* citationsIn({ content }: ClaimData): Generator<CitedBy> {
  for (const records of [content.entities, content.edges])
    for (const record of records) for (const citation of record.sources) yield { record, citation };
}

/** The keys of a claim, and what follows from it: in words, whether it has a direction, whether it stands, its witnesses. */
export const claimColumns = <Row extends StatedClaim>(): Column<Row>[] => [
  ...columnsThrough<Row, Edge>(recordColumns<Edge>("edge"), ({ edge }) => edge),
  { name: "label", type: "text", of: ({ facts }) => facts.label },
  { name: "directed", type: "flag", of: ({ facts }) => facts.directed },
  { name: "superseded", type: "flag", of: ({ facts }) => facts.superseded },
  { name: "independentSources", type: "integer", of: ({ facts }) => facts.independentSources },
];

/** What a citation says beside who cites what. */
export const citationColumns: readonly Column<CitedBy>[] = [
  { name: "stance", type: "text", of: ({ citation }) => citation.stance },
  { name: "locator", type: "text", of: ({ citation }) => citation.locator },
  { name: "quote", type: "text", of: ({ citation }) => citation.quote },
  { name: "note", type: "text", of: ({ citation }) => citation.note },
];
