/** The columns of an input → the keys of the content model: as the caller says, else by their names. */
import type { RecordKind } from "../../shared/paths.ts";
import { fold } from "../../shared/text.ts";
import { columnsOf, DERIVED_COLUMNS } from "../rows.ts";

/** One `--map`: the column that holds a key. Without a kind, for every table that has the column. */
export interface Mapping {
  readonly kind?: RecordKind;
  readonly key: string;
  readonly column: string;
}

export interface Columns {
  /** The keys of columns. */
  readonly keys: ReadonlyMap<string, string>;
  /** Columns that no key is known for. */
  readonly unknown: readonly string[];
  /** Keys that every row needs, and no column has. */
  readonly missing: readonly string[];
}

/** What every record of a kind needs, but its type, which has a fallback. */
const NEEDED: Record<RecordKind, readonly string[]> = {
  entity: ["name"],
  edge: ["from", "to"],
  source: ["title"],
};

/** What others call the keys; the first that is there counts. */
const ALSO: Record<RecordKind, Readonly<Record<string, readonly string[]>>> = {
  entity: {
    name: ["label", "title", "fullname", "entity"],
    type: ["kind", "category", "class", "labels"],
    aliases: ["alias", "alsoknownas", "aka", "othernames"],
    id: ["key", "nodeid"],
    description: ["summary", "about"],
    sameAs: ["wikidata", "website", "homepage"],
    tags: ["tag", "keywords"],
  },
  edge: {
    from: ["source", "start", "subject", "sourceid", "fromid"],
    to: ["target", "end", "object", "targetid", "toid"],
    type: ["relation", "relationship", "predicate", "kind", "label"],
    sources: ["source", "citation", "reference"],
    date: ["when", "year"],
    tags: ["tag", "keywords"],
  },
  source: {
    title: ["name", "label"],
    authors: ["author"],
    url: ["link", "address"],
    published: ["date", "year"],
  },
};

/** Which key each column holds. A key that has its column is held by no other. */
export function columnsFor(
  kind: RecordKind,
  columns: readonly string[],
  mappings: readonly Mapping[],
): Columns {
  const keys = new Map<string, string>();
  const give = (key: string, column: string | undefined) => {
    if (column !== undefined && !keys.has(column) && ![...keys.values()].includes(key)) keys.set(column, key);
  };
  for (const { key, column } of mappings.filter((each) => each.kind === undefined || each.kind === kind))
    give(key, columns.find((each) => each === column) ?? columns.find((each) => bare(each) === bare(column)));
  const known = columnsOf(kind);
  for (const key of known) give(key, columns.includes(key) ? key : undefined);
  for (const column of columns) if (column.startsWith("x-")) give(column, column);
  for (const key of known)
    give(
      key,
      columns.find((column) => bare(column) === bare(key)),
    );
  for (const [key, names] of Object.entries(ALSO[kind]))
    for (const name of names)
      give(
        key,
        columns.find((column) => !keys.has(column) && bare(column) === name),
      );
  return {
    keys,
    unknown: columns.filter((column) => !keys.has(column)),
    missing: NEEDED[kind].filter((key) => ![...keys.values()].includes(key)),
  };
}

/** Whether Skein makes the column anew from the rest, in the files that it writes. */
export const isDerived = (column: string): boolean =>
  (DERIVED_COLUMNS as readonly string[]).includes(column) || column.startsWith("viz:");

/** `Full name`, `full_name` and `fullName` are one name. */
const bare = (column: string): string => fold(column).replace(/[^\p{L}\p{N}]+/gu, "");
