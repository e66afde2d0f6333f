/** Files → records: each file on its own, before anything is known of the others. */

import { FOLDERS, type RecordKind } from "../shared/paths.ts";
import type { AnyRecord, Edge, Entity, SiteSettings, Source, Written } from "../shared/records.ts";
import { type OntologyFile, TOO_LONG } from "../shared/schema.ts";
import { fold, isId, isTooLong, toId } from "../shared/text.ts";
import { ownKeys, readFields } from "./fields.ts";
import type { Folder, PassedOver } from "./folder.ts";
import { type FrontMatter, readFrontMatter, readYaml, type YamlPath } from "./front-matter.ts";
import type { ParseCache } from "./parse-cache.ts";
import type { Noted, Problems, Report } from "./problems.ts";
import { type Remains, salvage } from "./references.ts";

export interface Parsed {
  readonly settings: SiteSettings | undefined;
  readonly ontology: OntologyFile | undefined;
  readonly records: readonly AnyRecord[];
  /**
   * Ids and names, as written and folded, of what could not be read: references to it are no second mistake. Those of
   * a file whose YAML is broken are here as far as they can be told.
   */
  readonly broken: ReadonlySet<string>;
  /** What is left of files that hold a mistake: only what they refer to is of interest. */
  readonly remains: readonly Remains[];
  /** Where a record stands that is not the whole of its file: `["edges", 2]` for an edge in its entity’s file. */
  readonly places: ReadonlyMap<AnyRecord, YamlPath>;
}

/** What the records of a file are; undefined where it holds none. */
export const kindOf = (file: string): RecordKind | undefined => KINDS.get(file.slice(0, file.indexOf("/")));

const KINDS = new Map(Object.entries(FOLDERS).map(([kind, folder]) => [folder, kind as RecordKind]));

/** What a file holds, and what is wrong with it on its own. */
export interface ParsedFile {
  readonly found: Found;
  readonly noted: readonly Noted[];
}

/** With a cache, files whose text is that of the last time are not parsed, and give the very same records. */
export function parseFolder(folder: Folder, problems: Problems, cache?: ParseCache<ParsedFile>): Parsed {
  const records: AnyRecord[] = [];
  const remains: Remains[] = [];
  const places = new Map<AnyRecord, YamlPath>();
  const broken = new Set(
    folder.passedOver.flatMap(({ path, reason }) => (HIDING.has(reason) ? [idOf(path)] : [])),
  );
  for (const [file, text] of folder.texts) {
    const kind = kindOf(file);
    if (kind === undefined) continue;
    const { found, noted } =
      cache?.of(file, text, () => parseFile(kind, file, text)) ?? parseFile(kind, file, text);
    for (const { place, problem } of noted) problems.add(place, problem);
    if ("unread" in found) {
      for (const name of namesIn(idOf(file), found.unread)) broken.add(name).add(fold(name));
      remains.push(found.remains);
      continue;
    }
    for (const { record, path } of found.records) {
      records.push(record);
      if (path.length > 0) places.set(record, path);
    }
  }
  return {
    settings: parsePlain("site", "site.yml", folder, problems),
    ontology: parsePlain("ontology", "ontology.yml", folder, problems),
    records,
    places,
    remains,
    broken,
  };
}

/** Reasons that are errors: what would have been in the file is not known. */
const HIDING = new Set<PassedOver>(["not-utf8", "too-large", "unreadable"]);

/** Everything that others may call the records of a file by. */
function namesIn(id: string, data: Record<string, unknown>): string[] {
  const edges: unknown[] = Array.isArray(data.edges) ? data.edges : [];
  const inline = edges.map((edge) => {
    const { id: own, type, to } = Object(edge);
    // What is no text here has no name either, and may even refuse to become one: `type: { toString: x }`.
    return own ?? [id, ...textsIn([type, to])].join("-");
  });
  return [id, toId(id), ...textsIn([data.name, data.title, data.aliases, data.formerIds, inline])];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...textsIn(each),
  ]);
}

function parsePlain<K extends "site" | "ontology">(
  kind: K,
  file: string,
  folder: Folder,
  problems: Problems,
) {
  const { data, problems: yamlProblems } = readYaml(folder.texts.get(file) ?? "");
  for (const problem of yamlProblems) problems.add({ file, ...problem.span }, problem);
  if (yamlProblems.length > 0) return undefined;
  const fields = readFields(kind, data);
  for (const problem of fields.problems) problems.add({ file, ...problem }, problem);
  return fields.value;
}

/** The records of a file, or what could be read of one that holds a mistake. */
type Found =
  | { readonly records: readonly Placed[] }
  | { readonly unread: Record<string, unknown>; readonly remains: Remains };

interface Placed {
  readonly record: AnyRecord;
  readonly path: YamlPath;
}

/** The id that a path gives its record. */
export const idOf = (file: string): string =>
  file
    .slice(file.lastIndexOf("/") + 1)
    .replace(/\.md$/, "")
    .normalize("NFC");

export function parseFile(kind: RecordKind, file: string, text: string): ParsedFile {
  const noted: Noted[] = [];
  const found = readRecords(kind, file, text, { add: (place, problem) => noted.push({ place, problem }) });
  return { found, noted };
}

function readRecords(kind: RecordKind, file: string, text: string, problems: Report): Found {
  const matter = readFrontMatter(text);
  for (const problem of matter.problems) problems.add({ file, ...problem.span }, problem);
  const id = idOf(file);
  const validId = checkFileName(id, file, problems);
  const { data, body, bodyLine } = matter;
  const left = { file, body, bodyLine, draft: data.draft === "true" };
  // What broken YAML seems to say may be something else than was meant.
  if (matter.problems.length > 0) return { unread: data, remains: { ...left, references: [], types: [] } };
  const fields = readFields(kind, data);
  for (const problem of fields.problems) problems.add({ file, ...problem }, problem);
  if (fields.value === undefined || !validId)
    return { unread: data, remains: { ...left, ...salvage(kind, data) } };
  return { records: recordsOf(kind, id, matter, file, fields.value, fields.extra) };
}

function recordsOf(
  kind: RecordKind,
  id: string,
  { body, bodyLine, data }: FrontMatter,
  file: string,
  value: NonNullable<ReturnType<typeof readFields<RecordKind>>["value"]>,
  extra: Record<string, unknown>,
): Placed[] {
  const common = { id, file, body, bodyLine, extra };
  if (kind !== "entity") return [{ record: { kind, ...common, ...value } as Edge | Source, path: [] }];
  const { edges, ...entity } = value as unknown as Entity & { edges: InlineEdge[] };
  const record: Entity = { ...entity, kind: "entity", ...common };
  return [{ record, path: [] }, ...inlineEdges(record, edges, data.edges)];
}

export function checkFileName(id: string, file: string, problems: Report): boolean {
  if (isId(id)) return true;
  const better = toId(id);
  problems.add(
    { file, path: [] },
    {
      code: "invalid-id",
      message: `the file name “${id}” ${isTooLong(id) ? TOO_LONG : "is no id"}`,
      help: `${better === "" ? "name" : `rename it to ${better}.md: name`} files with lower-case letters, digits and single hyphens`,
    },
  );
  return false;
}

type InlineEdge = Omit<Edge, "id" | "from" | "kind" | "inline" | keyof Written | "extra"> & {
  id?: string;
};

/** The edges in an entity's own file, with ids made from what they say where they carry none. */
function inlineEdges(entity: Entity, edges: readonly InlineEdge[], written: unknown): Placed[] {
  const taken = new Set<string>();
  return edges.map((fields, index) => {
    // Cut where many act together: an id is the name of a folder in the site.
    const whole = `${entity.id}-${fields.type}-${fields.to.join("-")}`;
    const base = isId(whole) ? whole : toId(whole);
    let id = fields.id ?? base;
    for (let n = 2; fields.id === undefined && taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    const extra = ownKeys(Array.isArray(written) ? written[index] : {}).extra;
    const common = { id, file: entity.file, body: "", bodyLine: 1, extra };
    const draft = fields.draft || entity.draft;
    const record: Edge = { ...fields, kind: "edge", ...common, inline: index, from: [entity.id], draft };
    return { record, path: ["edges", index] };
  });
}
