/** The whole graph as `graph.json`, and its schema. */
import type { FuzzyDate } from "../shared/dates.ts";
import { pagePath } from "../shared/paths.ts";
import type { AnyRecord, Edge, Entity, Source } from "../shared/records.ts";
import { factsOf, type GraphData, measuresOf, spanOf } from "./graph-data.ts";
import { type GraphFile, graphFileJsonSchema } from "./graph-file.ts";
import { LongText } from "./long-text.ts";
import { bodyText } from "./written.ts";

/** A record a line, so that two versions can be compared. */
export function jsonOf(data: GraphData): Buffer {
  const { entities, edges, sources } = data.content;
  const text = new LongText();
  text.add("{\n");
  for (const [key, value] of Object.entries(headOf(data)))
    if (value !== undefined) text.add(`${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const { entityTypes, claimTypes } = typesOf(data);
  addList(text, "entityTypes", entityTypes, (type) => type);
  addList(text, "claimTypes", claimTypes, (type) => type);
  addList(text, "entities", entities, (entity) => entityItem(data, entity));
  addList(text, "claims", edges, (edge) => claimItem(data, edge));
  addList(text, "sources", sources, sourceItem, "\n}\n");
  return text.bytes;
}

/** Each item is made when it is written: of a large graph they take ten times the room of their text. */
function addList<K extends keyof GraphFile, T>(
  text: LongText,
  key: K,
  list: readonly T[],
  itemOf: (one: T) => GraphFile[K] extends readonly (infer Item)[] ? Item : never,
  end = ",\n",
): void {
  text.add(`${JSON.stringify(key)}: [`);
  let separator = "\n";
  for (const one of list) {
    text.add(separator + JSON.stringify(itemOf(one)));
    separator = ",\n";
  }
  text.add(`${list.length === 0 ? "]" : "\n]"}${end}`);
}

export const jsonSchemaText = (): string => `${JSON.stringify(graphFileJsonSchema(), undefined, 2)}\n`;

type Lists = "entityTypes" | "claimTypes" | "entities" | "claims" | "sources";

function headOf({ content }: GraphData): Omit<GraphFile, Lists> {
  const { title, description, baseUrl, language, license, repository } = content.settings;
  return {
    $schema: "graph.schema.json",
    version: 1,
    ...{ title, description, baseUrl, language, license, repository },
  };
}

function typesOf({ content: { ontology } }: GraphData): Pick<GraphFile, "entityTypes" | "claimTypes"> {
  return {
    entityTypes: [...ontology.entityTypes.values()],
    // Lists that are read only elsewhere are written only here.
    claimTypes: [...ontology.edgeTypes.values()].map(({ from, to, ...type }) => ({
      ...type,
      ...(from && { from: [...from] }),
      ...(to && { to: [...to] }),
    })),
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
