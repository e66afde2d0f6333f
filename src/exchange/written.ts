/**
 * A record as somebody would write it: the keys of its front matter, without what goes without saying, and its body.
 * What `fileText` writes, and what every table and file for other programs holds.
 */
import type { RecordKind } from "../shared/paths.ts";
import type { AnyRecord, Citation } from "../shared/records.ts";
import { type edgeSchema, type entitySchema, SCHEMAS, type sourceSchema } from "../shared/schema.ts";

export interface WrittenRecord {
  readonly kind: RecordKind;
  readonly id: string;
  /** Keys of the content model, and those that begin with `x-`. Dates are EDTF, as written. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** Markdown, without empty lines before it and white space behind it. */
  readonly body: string;
}

/** How the value of a key is written. `end` is an id, or a list of them. */
export type Form = "text" | "number" | "flag" | "list" | "end" | "date" | "image" | "citations";

type Forms<Schema extends { shape: object }> = Readonly<
  Record<Exclude<keyof Schema["shape"], "edges">, Form>
>;

/** The keys of a record in their order; the claims of an entity’s own file are records of their own. */
export const FORMS: {
  readonly entity: Forms<typeof entitySchema>;
  readonly edge: Forms<typeof edgeSchema>;
  readonly source: Forms<typeof sourceSchema>;
} = {
  entity: {
    type: "text",
    name: "text",
    aliases: "list",
    description: "text",
    date: "date",
    image: "image",
    sameAs: "list",
    sources: "citations",
    tags: "list",
    formerIds: "list",
    draft: "flag",
  },
  edge: {
    type: "text",
    from: "end",
    to: "end",
    date: "date",
    title: "text",
    status: "text",
    attributedTo: "list",
    about: "list",
    respondsTo: "list",
    supersedes: "list",
    sources: "citations",
    credibility: "number",
    tags: "list",
    formerIds: "list",
    draft: "flag",
  },
  source: {
    title: "text",
    type: "text",
    publisher: "text",
    authors: "list",
    url: "text",
    archiveUrl: "text",
    published: "date",
    accessed: "date",
    language: "text",
    derivedFrom: "list",
    reliability: "text",
    tags: "list",
    formerIds: "list",
    placeholder: "flag",
    draft: "flag",
  },
};

/** The keys of a kind of record and their forms, in their order. */
export const formsOf = (kind: RecordKind): readonly (readonly [string, Form])[] => FORM_LISTS[kind];

const FORM_LISTS: Readonly<Record<RecordKind, readonly (readonly [string, Form])[]>> = {
  entity: Object.entries(FORMS.entity),
  edge: Object.entries(FORMS.edge),
  source: Object.entries(FORMS.source),
};

/** A checked record as its author would write it. */
export function writtenOf(record: AnyRecord): WrittenRecord {
  const values = record as unknown as Readonly<Record<string, unknown>>;
  const keys = formsOf(record.kind).map(([key, form]): [string, unknown] => [
    key,
    writtenValue(values[key], form),
  ]);
  return writtenRecord(record.kind, record.id, [...keys, ...Object.entries(record.extra)], record.body);
}

/** A record of keys that are written already; those that say nothing, or what goes without saying, are left out. */
export function writtenRecord(
  kind: RecordKind,
  id: string,
  keys: readonly (readonly [string, unknown])[],
  body: string,
): WrittenRecord {
  const said = keys.filter(([key, value]) => isSaid(value) && value !== DEFAULTS[kind][key]);
  return { kind, id, keys: Object.fromEntries(said), body: bodyText(body) };
}

/** A body without empty lines before it and white space behind it; what is indented there is code, and stays so. */
export const bodyText = (body: string): string => body.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd();

const isSaid = (value: unknown): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0);

const DEFAULTS: Readonly<Record<RecordKind, Readonly<Record<string, unknown>>>> = {
  entity: { draft: false },
  edge: { draft: false, status: SCHEMAS.edge.shape.status.parse(undefined) },
  source: { draft: false, placeholder: false, type: SCHEMAS.source.shape.type.parse(undefined) },
};

function writtenValue(value: unknown, form: Form): unknown {
  if (value === undefined) return undefined;
  // What the schema makes of a key of this form.
  if (form === "date") return (value as { edtf: string }).edtf;
  if (form === "citations") return (value as Citation[]).map(writtenCitation);
  return form === "end" ? oneOrList(value as string[]) : value;
}

/** An end of a claim: the id where it is one entity, else the list. */
export const oneOrList = (ids: readonly string[]): unknown => (ids.length === 1 ? ids[0] : ids);

/** A citation as its author would write it: the id of the source where nothing else is said. */
export function writtenCitation({ source, stance, locator, quote, note }: Partial<Citation>): unknown {
  const said = Object.entries({
    locator,
    stance: stance === "supports" ? undefined : stance,
    quote,
    note,
  }).filter(([, value]) => value !== undefined);
  return said.length === 0 ? source : { source, ...Object.fromEntries(said) };
}
