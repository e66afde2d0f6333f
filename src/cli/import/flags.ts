/** What the flags of `skein import` say, checked against the content. */

import type { Mapping } from "../../exchange/import/columns.ts";
import { columnsOf } from "../../exchange/rows.ts";
import type { RecordKind } from "../../shared/paths.ts";
import type { Content } from "../../shared/records.ts";
import { nearest } from "../../shared/text.ts";
import { printable } from "../report/printable.ts";
import { UsageError } from "../terminal.ts";
import type { ImportOptions, ImportTask } from "./task.ts";

/** Throws `UsageError` for what cannot be. */
export function readFlags(path: string | undefined, options: ImportOptions, content: Content): ImportTask {
  const inputs = [path, options.entities, options.edges].filter((each) => each !== undefined);
  const [first] = inputs;
  if (first === undefined)
    throw new UsageError("what is to be imported? Name a file or a folder, or --entities and --edges");
  if (path !== undefined && inputs.length > 1)
    throw new UsageError("name either a file or a folder, or --entities and --edges, and not both");
  const { entityTypes, edgeTypes } = content.ontology;
  checkType("entity", options.entityType, entityTypes);
  checkType("edge", options.edgeType, edgeTypes);
  return {
    path,
    options,
    content,
    mappings: options.map.map(mappingIn),
    types: new Map(
      options.type.map((each) => meantIn(each, new Map<string, unknown>([...entityTypes, ...edgeTypes]))),
    ),
    ...(options.entityType !== undefined && { entityType: options.entityType }),
    ...(options.edgeType !== undefined && { edgeType: options.edgeType }),
    ...(options.source !== undefined && { source: sourceIn(options.source, content) }),
    input: { file: first, line: 1 },
  };
}

function checkType(kind: string, type: string | undefined, types: ReadonlyMap<string, unknown>): void {
  if (type === undefined || types.has(type)) return;
  const meant = nearest(type, types.keys());
  const question = meant === undefined ? "" : `; did you mean “${meant}”?`;
  throw new UsageError(`the ontology has no ${kind} type “${printable(type)}”${question}`);
}

function sourceIn(id: string, { byId, sources }: Content): string {
  const record = byId.get(id);
  if (record?.kind === "source") return record.id;
  const meant = nearest(
    id,
    sources.map((source) => source.id),
  );
  const question = meant === undefined ? "; write it first, in sources/" : `; did you mean “${meant}”?`;
  throw new UsageError(`the content has no source “${printable(id)}”${question}`);
}

const KINDS: ReadonlyMap<string, RecordKind> = new Map([
  ["entity", "entity"],
  ["edge", "edge"],
  ["claim", "edge"],
  ["source", "source"],
]);

/** `name=Full Name`, `edge.date=Day`. */
function mappingIn(flag: string): Mapping {
  const [left, column] = split(flag, "--map KEY=COLUMN");
  const dot = left.indexOf(".");
  const kind = dot < 0 ? undefined : KINDS.get(left.slice(0, dot));
  const key = kind === undefined ? left : left.slice(dot + 1);
  const kinds: readonly RecordKind[] = kind === undefined ? ["entity", "edge", "source"] : [kind];
  const keys = kinds.flatMap(columnsOf);
  if (!keys.includes(key) && !/^x-./.test(key)) {
    const meant = nearest(key, keys);
    const question = meant === undefined ? "" : `; did you mean “${meant}”?`;
    throw new UsageError(`--map: no key “${printable(key)}”${question} A key of your own begins with x-`);
  }
  return { ...(kind !== undefined && { kind }), key, column };
}

/** `Company=organisation`. */
function meantIn(flag: string, types: ReadonlyMap<string, unknown>): [string, string] {
  const [word, type] = split(flag, "--type WORD=TYPE");
  checkType("entity or edge", type, types);
  return [word, type];
}

function split(flag: string, form: string): [string, string] {
  const at = flag.indexOf("=");
  const [left, right] = [flag.slice(0, at).trim(), flag.slice(at + 1).trim()];
  if (at > 0 && left !== "" && right !== "") return [left, right];
  throw new UsageError(`“${printable(flag)}” is not of the form ${form}`);
}
