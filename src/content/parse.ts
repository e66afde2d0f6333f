/** Files → records: each file on its own, before anything is known of the others. */

import { FOLDERS, type RecordKind } from "../shared/paths.ts";
import type { AnyRecord, Edge, Entity, SiteSettings, Source } from "../shared/records.ts";
import type { OntologyFile } from "../shared/schema.ts";
import { isId, toId } from "../shared/text.ts";
import { readFields } from "./fields.ts";
import type { Folder } from "./folder.ts";
import { readFrontMatter, readYaml, type YamlPath } from "./front-matter.ts";
import type { Problems } from "./problems.ts";

/** Records with the place of each inside its file (`["edges", 2]` for an edge in its entity's file). */
export interface Parsed {
  readonly settings: SiteSettings | undefined;
  readonly ontology: OntologyFile | undefined;
  readonly records: readonly AnyRecord[];
  /** Ids of files that hold a mistake: references to them are no second mistake. */
  readonly broken: ReadonlySet<string>;
  readonly places: ReadonlyMap<AnyRecord, YamlPath>;
}

const KINDS = new Map(Object.entries(FOLDERS).map(([kind, folder]) => [folder, kind as RecordKind]));

export function parseFolder(folder: Folder, problems: Problems): Parsed {
  const records: AnyRecord[] = [];
  const places = new Map<AnyRecord, YamlPath>();
  const broken = new Set<string>();
  for (const [file, text] of folder.texts) {
    const kind = KINDS.get(file.slice(0, file.indexOf("/")));
    if (kind === undefined) continue;
    const found = parseFile(kind, file, text, problems);
    if (found.length === 0) broken.add(idOf(file));
    for (const { record, path } of found) {
      records.push(record);
      places.set(record, path);
    }
  }
  return {
    settings: parsePlain("site", "site.yml", folder, problems),
    ontology: parsePlain("ontology", "ontology.yml", folder, problems),
    records,
    places,
    broken,
  };
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

interface Found {
  readonly record: AnyRecord;
  readonly path: YamlPath;
}

/** The id that a path gives its record. */
export const idOf = (file: string): string =>
  file
    .slice(file.lastIndexOf("/") + 1)
    .replace(/\.md$/, "")
    .normalize("NFC");

function parseFile(kind: RecordKind, file: string, text: string, problems: Problems): Found[] {
  const matter = readFrontMatter(text);
  for (const problem of matter.problems) problems.add({ file, ...problem.span }, problem);
  const id = idOf(file);
  const validId = checkFileName(id, file, problems);
  if (matter.problems.length > 0) return [];
  const { body, bodyLine } = matter;
  const fields = readFields(kind, matter.data);
  for (const problem of fields.problems) problems.add({ file, ...problem }, problem);
  if (fields.value === undefined || !validId) return [];
  const common = { id, file, body, bodyLine, extra: fields.extra };
  if (kind !== "entity") return [{ record: { kind, ...common, ...fields.value } as Edge | Source, path: [] }];
  const { edges, ...entity } = fields.value as Entity & { edges: InlineEdge[] };
  const record: Entity = { ...entity, kind, ...common };
  return [{ record, path: [] }, ...inlineEdges(record, edges)];
}

function checkFileName(id: string, file: string, problems: Problems): boolean {
  if (isId(id)) return true;
  const better = toId(id);
  problems.add(
    { file, path: [] },
    {
      code: "invalid-id",
      message: `the file name “${id}” is no id`,
      help: `${better === "" ? "name" : `rename it to ${better}.md: name`} files with lower-case letters, digits and single hyphens`,
    },
  );
  return false;
}

type InlineEdge = Omit<Edge, "id" | "from" | "kind" | "file" | "body" | "bodyLine" | "extra"> & {
  id?: string;
};

/** The edges in an entity's own file, with ids made from what they say where they carry none. */
function inlineEdges(entity: Entity, edges: readonly InlineEdge[]): Found[] {
  const taken = new Set<string>();
  return edges.map((fields, index) => {
    const base = `${entity.id}-${fields.type}-${fields.to.join("-")}`;
    let id = fields.id ?? base;
    for (let n = 2; fields.id === undefined && taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    const common = { id, file: entity.file, body: "", bodyLine: 1, extra: {} };
    const draft = fields.draft || entity.draft;
    const record: Edge = { ...fields, kind: "edge", ...common, from: [entity.id], draft };
    return { record, path: ["edges", index] };
  });
}
