/** Drafts under the ids that they get, and the files that they become. */
import { isDeepStrictEqual } from "node:util";
import { ownKeys, readFields } from "../../content/fields.ts";
import { fileText } from "../../shared/file-text.ts";
import { FOLDERS, type RecordKind } from "../../shared/paths.ts";
import type { AnyRecord } from "../../shared/records.ts";
import { formsOf } from "../written.ts";
import { type Draft, type InputPlace, nameOf } from "./drafts.ts";
import { asText } from "./fit.ts";

export interface ImportOptions {
  /** Types for what has none, or one that the ontology does not have; without them `thing` and `concerns`. */
  readonly entityType?: string;
  readonly edgeType?: string;
  /** Words of the input for types of the ontology. */
  readonly types: ReadonlyMap<string, string>;
  /** The id of a source in the content that every claim cites. */
  readonly source?: string;
  /** What is imported, for the source that stands in where none is named. */
  readonly input: InputPlace;
}

/** A draft under its id, with the type and the ends that it will have. */
export interface Placed {
  readonly draft: Draft;
  readonly id: string;
  readonly keys: Readonly<Record<string, unknown>>;
}

/** A record that is not in the content yet, and the file that it would be. */
export interface NewRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly place: InputPlace;
  readonly name: string;
}

/** The keys of a draft whose values the record has not, as readers know them. */
export function differences(
  record: AnyRecord,
  { kind, body }: Draft,
  keys: Readonly<Record<string, unknown>>,
): string[] {
  const { value } = readFields(kind, keys);
  const told = Object.keys(ownKeys(keys).known);
  const has = record as unknown as Readonly<Record<string, unknown>>;
  const says = (value ?? {}) as Readonly<Record<string, unknown>>;
  const others = told.filter((key) => !isDeepStrictEqual(plain(says[key]), plain(has[key])));
  const isOtherBody = body.trim() !== "" && body.trim() !== record.body.trim();
  const own = Object.entries(ownKeys(keys).extra).filter(
    ([key, value]) => !isDeepStrictEqual(asText(value), asText(record.extra[key])),
  );
  return [...others, ...own.map(([key]) => key), ...(isOtherBody ? ["its text"] : [])];
}

/** Of a date, what was written. */
const plain = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "edtf" in value ? value.edtf : value;

export function recordOf({ draft, id, keys }: Placed): NewRecord {
  const { kind, body, place } = draft;
  const text = fileText(kind, asTyped(kind, keys), body);
  return { kind, id, file: `${FOLDERS[kind]}/${id}.md`, text, place, name: nameOf({ kind, keys }) };
}

/** Numbers and flags without the quotes that texts like them need. */
function asTyped(kind: RecordKind, keys: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const forms = new Map(formsOf(kind));
  const typed = (key: string, value: unknown): unknown => {
    if (forms.get(key) === "flag") return value === "true" || undefined;
    return forms.get(key) === "number" && value !== undefined ? Number(value) : value;
  };
  return Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, typed(key, value)]));
}
