/** The whole graph as `graph.json`, and its schema. */
import type { FuzzyDate } from "../shared/dates.ts";
import { pagePath } from "../shared/paths.ts";
import type { AnyRecord, Content, Edge, Entity, Source } from "../shared/records.ts";
import { factsOf, type GraphData, measuresOf, spanOf } from "./graph-data.ts";
import { type GraphFile, graphFileJsonSchema } from "./graph-file.ts";
import { bodyText } from "./written.ts";

/** A record a line, so that two versions can be compared. */
export function jsonOf(data: GraphData): string {
  const { entityTypes, claimTypes, entities, claims, sources, ...head } = graphFileOf(data);
  const lists = { entityTypes, claimTypes, entities, claims, sources };
  const pieces = [
    ...Object.entries(head)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`),
    ...Object.entries(lists).map(([key, items]) => `${JSON.stringify(key)}: ${linesOf(items)}`),
  ];
  return `{\n${pieces.join(",\n")}\n}\n`;
}

function linesOf(items: readonly unknown[]): string {
  return items.length === 0 ? "[]" : `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
}

export const jsonSchemaText = (): string => `${JSON.stringify(graphFileJsonSchema(), undefined, 2)}\n`;

function graphFileOf(data: GraphData): GraphFile {
  const { settings, ontology, entities, edges, sources }: Content = data.content;
  const { title, description, baseUrl, language, license, repository } = settings;
  return {
    $schema: "graph.schema.json",
    version: 1,
    ...{ title, description, baseUrl, language, license, repository },
    entityTypes: [...ontology.entityTypes.values()],
    // Lists that are read only elsewhere are written only here.
    claimTypes: [...ontology.edgeTypes.values()].map(({ from, to, ...type }) => ({
      ...type,
      ...(from && { from: [...from] }),
      ...(to && { to: [...to] }),
    })),
    entities: entities.map((entity) => entityItem(data, entity)),
    claims: edges.map((edge) => claimItem(data, edge)),
    sources: sources.map(sourceItem),
  };
}

/** What a record has besides the keys of its file is left out, and its date is written so that programs can compare it. */
function itemOf<R extends AnyRecord>(record: R) {
  const { kind, file: _, bodyLine, extra, ...rest } = record;
  return { ...rest, ...extra, body: bodyText(record.body), page: pagePath(kind, record.id) };
}

const dateItem = (date: FuzzyDate | undefined) => date && { edtf: date.edtf, ...spanOf(date) };

function entityItem(data: GraphData, entity: Entity): GraphFile["entities"][number] {
  return { ...itemOf(entity), date: dateItem(entity.date), ...measuresOf(data, entity) };
}

function claimItem(data: GraphData, edge: Edge): GraphFile["claims"][number] {
  const { earliest: _, latest, ...facts } = factsOf(data, edge);
  // Where in a file it is written is the repository’s matter.
  const { inline, ...item } = itemOf(edge);
  return { ...item, date: dateItem(edge.date), ...facts };
}

function sourceItem(source: Source): GraphFile["sources"][number] {
  return {
    ...itemOf(source),
    published: dateItem(source.published),
    accessed: dateItem(source.accessed),
  };
}
