/**
 * The schemas as files: what `jsonSchema` says, for programs that read front matter with a YAML parser of their own. Such
 * a parser makes numbers of `1984` and `2023`, which the check reads as text, so text may be a number here.
 */

import { DATE_PATTERN, type FileKind, ID_PATTERN, jsonSchema } from "./schema.ts";
import { DESCRIPTIONS } from "./schema-descriptions.ts";

export interface SchemaOptions {
  /** Ids of the types that this graph has; any where they are left out. */
  readonly entityTypes?: readonly string[];
  readonly edgeTypes?: readonly string[];
  /** The address at which the file is published. */
  readonly id?: string;
}

type Node = Readonly<Record<string, unknown>>;

/** In the latest draft, 2020-12. */
export function schemaFile(kind: FileKind, options: SchemaOptions = {}): Node {
  const { id, ...types } = options;
  const { $schema, ...schema } = withTypes(kind, described(kind, readable(jsonSchema(kind)) as Node), types);
  return { $schema, ...(id !== undefined && { $id: id }), ...schema };
}

/** In draft 7, which every editor knows, and with unknown keys refused at their own place instead of at the whole. */
export function editorSchema(kind: FileKind): Node {
  const { $schema: _, ...schema } = described(kind, readable(jsonSchema(kind)) as Node);
  return { $schema: "http://json-schema.org/draft-07/schema#", ...(placed(schema) as Node) };
}

/** Each node of a schema, from the leaves up, changed by `change`. */
function mapped(node: unknown, change: (node: Node) => Node): unknown {
  if (Array.isArray(node)) return node.map((each) => mapped(each, change));
  if (typeof node !== "object" || node === null) return node;
  return change(Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mapped(value, change)])));
}

const readable = (schema: Node): unknown =>
  mapped(schema, (node) => {
    // A key is a text to every parser.
    if (node.propertyNames !== undefined)
      return { ...node, propertyNames: { type: "string", pattern: ID_PATTERN } };
    if (node.type !== "string" || node.enum !== undefined) return node;
    // Of a name, the sign of a year: what else the pattern says is of texts.
    if (node.pattern === ID_PATTERN) return { ...node, type: ["string", "integer"], minimum: 0 };
    if (node.pattern === DATE_PATTERN)
      return { ...node, type: ["string", "integer"], minimum: -9999, maximum: 9999 };
    return node.pattern === undefined ? { ...node, type: ["string", "number"], pattern: "\\S" } : node;
  });

/** No value equals it, and validators print it at the key, where `false` makes them blame what holds the key. */
const placed = (schema: Node): unknown =>
  mapped(schema, (node) => {
    if (node.additionalProperties !== false) return node;
    const keys = Object.keys(node.properties ?? {}).join(", ");
    return {
      ...node,
      additionalProperties: { const: `nothing, for there is no such key: the keys here are ${keys}` },
    };
  });

function described(kind: FileKind, schema: Node): Node {
  const texts: Readonly<Record<string, string>> = DESCRIPTIONS[kind];
  const inner = Object.entries((schema.properties ?? {}) as Readonly<Record<string, Node>>);
  const properties = inner.map(([key, node]) => {
    const whole =
      kind === "entity" && key === "edges" ? withItems(node, (item) => described("edge", item)) : node;
    return [key, texts[key] === undefined ? whole : { ...whole, description: texts[key] }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

const withItems = (list: Node, change: (item: Node) => Node): Node => ({
  ...list,
  items: change(list.items as Node),
});

/** The types of this graph as the only ones: an unknown type is a mistake to the check as well. */
function withTypes(
  kind: FileKind,
  schema: Node,
  { entityTypes, edgeTypes }: Omit<SchemaOptions, "id">,
): Node {
  const types = kind === "entity" ? entityTypes : edgeTypes;
  if ((kind !== "entity" && kind !== "edge") || types === undefined) return schema;
  const properties = Object.entries(schema.properties as Readonly<Record<string, Node>>).map(
    ([key, node]) => {
      if (key === "type") return [key, { description: node.description, enum: types }];
      if (key !== "edges") return [key, node];
      return [key, withItems(node, (item) => withTypes("edge", item, { edgeTypes }))];
    },
  );
  return { ...schema, properties: Object.fromEntries(properties) };
}
