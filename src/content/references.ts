/** Which keys name other records, and what a file names whose keys hold a mistake. */
import type { RecordKind } from "../shared/paths.ts";
import { isId } from "../shared/text.ts";
import type { YamlPath } from "./front-matter.ts";

/** The kinds of record that may stand under each key. */
export const REFERENCES = {
  from: ["entity"],
  to: ["entity"],
  attributedTo: ["entity"],
  about: ["entity", "edge"],
  respondsTo: ["edge"],
  supersedes: ["edge"],
  derivedFrom: ["source"],
} as const satisfies Record<string, readonly RecordKind[]>;

export type ReferenceKey = keyof typeof REFERENCES;

export const REFERENCE_KEYS: Record<RecordKind, readonly ReferenceKey[]> = {
  entity: [],
  edge: ["from", "to", "attributedTo", "about", "respondsTo", "supersedes"],
  source: ["derivedFrom"],
};

/** The id of a record, or of a type, and where it stands. */
export interface Reference<K> {
  readonly id: string;
  readonly kinds: K;
  readonly path: YamlPath;
}

/** What is left of a file that holds a mistake. What it refers to can be right or wrong all the same. */
export interface Remains {
  readonly file: string;
  readonly body: string;
  readonly bodyLine: number;
  readonly draft: boolean;
  readonly references: readonly Reference<readonly RecordKind[]>[];
  readonly types: readonly Reference<"entity" | "edge">[];
}

/**
 * The references in data that fits no schema, the edges in an entity’s own file among them. What is no id is left out:
 * that is a mistake of its own.
 */
export function salvage(
  kind: RecordKind,
  data: Record<string, unknown>,
): Pick<Remains, "references" | "types"> {
  const edges = kind === "entity" ? itemsOf(data.edges) : [];
  const inside = edges.map((edge, i) => under(["edges", i], salvage("edge", Object(edge))));
  const { references, types } = ownReferences(kind, data);
  return {
    references: [...references, ...inside.flatMap((each) => each.references)],
    types: [...types, ...inside.flatMap((each) => each.types)],
  };
}

function ownReferences(
  kind: RecordKind,
  data: Record<string, unknown>,
): Pick<Remains, "references" | "types"> {
  const ids = REFERENCE_KEYS[kind].flatMap((key) =>
    itemsOf(data[key]).flatMap((value, i) => referenceTo(value, REFERENCES[key], [key, i])),
  );
  const sources = itemsOf(data.sources).flatMap((value, i) => {
    const id = typeof value === "string" ? value : Object(value).source;
    return referenceTo(id, ["source"] as const, ["sources", i, "source"]);
  });
  return {
    references: kind === "source" ? ids : [...ids, ...sources],
    types: kind === "source" ? [] : referenceTo(data.type, kind, ["type"]),
  };
}

/** The items of a list; a text that stands where a list may is its only item. */
function itemsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? [value] : [];
}

function referenceTo<K>(value: unknown, kinds: K, path: YamlPath): Reference<K>[] {
  const id = typeof value === "string" ? value.normalize("NFC") : "";
  return isId(id) ? [{ id, kinds, path }] : [];
}

function under(path: YamlPath, { references, types }: Pick<Remains, "references" | "types">) {
  const below = <K>(each: Reference<K>): Reference<K> => ({ ...each, path: [...path, ...each.path] });
  return { references: references.map(below), types: types.map(below) };
}
