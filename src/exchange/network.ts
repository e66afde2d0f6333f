/** The graph as programs for networks take it: nodes and lines with attributes, which GEXF and GraphML both hold. */
import { lineKey, pairsOf } from "../shared/lines.ts";
import { oncePer } from "../shared/once.ts";
import type { AnyRecord, Edge, Entity } from "../shared/records.ts";
import { entityTypeOf } from "../shared/titles.ts";
import { factsOf, type GraphData, measuresOf } from "./graph-data.ts";
import { type Row, rowOf } from "./rows.ts";

export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly x: number;
  /** Growing upward, as programs for networks have it. */
  readonly y: number;
  readonly attributes: Attributes;
}

export interface NetworkLine {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly attributes: Attributes;
}

/** Every entity. Its attributes are the cells of its row, but for the id, and its measures. */
export const nodesOf = oncePer((data: GraphData): readonly NetworkNode[] =>
  data.content.entities.map((entity) => nodeOf(data, entity)),
);

function nodeOf(data: GraphData, entity: Entity): NetworkNode {
  const { x, y, ...measures } = measuresOf(data, entity);
  const color = entityTypeOf(data, entity).color;
  return {
    id: entity.id,
    label: entity.name,
    color,
    x,
    y: -y || 0,
    attributes: attributesOf(entity, {}, measures),
  };
}

/**
 * Every claim, a line a pair of its actors and targets, those that are corrected by others as well. The attributes of
 * each are the cells of the claim’s row, whose id is `claim`.
 */
export const linesOf = oncePer((data: GraphData): readonly NetworkLine[] =>
  data.content.edges.flatMap((edge) => linesOfClaim(data, edge)),
);

function linesOfClaim(data: GraphData, edge: Edge): NetworkLine[] {
  const { label, earliest, latest, ...facts } = factsOf(data, edge);
  const days = { ...(earliest && { earliest }), ...(latest && { latest }) };
  const attributes = attributesOf(edge, { claim: edge.id }, { ...days, ...facts });
  const weight = Math.max(1, facts.independentSources);
  return pairsOf(edge).map(([from, to], i) => ({
    id: lineKey(edge.id, i),
    label,
    from,
    to,
    weight,
    attributes,
  }));
}

/** The cells of a record’s row without its id, after some attributes and before others. */
function attributesOf(record: AnyRecord, before: Attributes, after: Attributes): Attributes {
  const attributes: Record<string, string | number | boolean> = { ...before };
  const row = rowOf(record);
  for (const column in row) if (column !== "id") attributes[column] = row[column] ?? "";
  return Object.assign(attributes, after);
}

/** The sources as JSON: a list of rows. No node is a source, and nothing may be lost. */
export const sourcesOf = ({ content }: GraphData): string =>
  JSON.stringify(content.sources.map((source): Row => rowOf(source)));

/** The attributes that any of them has, in the order in which they come first, with their types. */
export function attributeTypes(
  elements: readonly { readonly attributes: Attributes }[],
): Map<string, "string" | "double" | "integer" | "boolean"> {
  const types = new Map<string, "string" | "double" | "integer" | "boolean">();
  for (const { attributes } of elements)
    for (const name in attributes) {
      const value = attributes[name];
      if (value !== undefined && !types.has(name)) types.set(name, typeOf(name, value));
    }
  return types;
}

function typeOf(name: string, value: string | number | boolean) {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  return COUNTS.has(name) ? "integer" : "double";
}

const COUNTS = new Set(["community", "independentSources"]);
