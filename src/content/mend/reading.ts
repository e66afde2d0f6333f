/** What a file says, apart from how it is written: by this, mending tells whether it changed more than it meant to. */
import type { FileKind } from "../../shared/schema.ts";
import { type FieldProblem, readFields } from "../fields.ts";
import { readFrontMatter, readYaml, type YamlPath } from "../front-matter.ts";

export interface Reading {
  readonly data: Record<string, unknown>;
  /** Empty for files that are nothing but YAML. */
  readonly body: string;
  readonly problems: readonly FieldProblem[];
}

/** Reads a file on its own; undefined where its YAML, or the front matter itself, is broken. */
export function readingOf(kind: FileKind, text: string): Reading | undefined {
  const { data, problems, body } = isPlainYaml(kind)
    ? { ...readYaml(text), body: "" }
    : readFrontMatter(text);
  return problems.length > 0 ? undefined : { data, body, problems: readFields(kind, data).problems };
}

/** Whether files of the kind are YAML and nothing else. */
export const isPlainYaml = (kind: FileKind): boolean => kind === "site" || kind === "ontology";

/** One key or value that is to be another. */
export interface Change {
  readonly path: YamlPath;
  /** The new name of the last key of the path. */
  readonly key?: string;
  readonly value?: string;
}

/** Whether data after some changes is what it was before, with those changes; the order of keys means nothing. */
export function isSameBut(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  changes: readonly Change[] = [],
): boolean {
  const meant = new Map(changes.map((change) => [JSON.stringify(change.path), change]));
  return canonical(before, [], meant) === canonical(after, [], new Map());
}

/** Whether nothing is wrong with a file that was not wrong with it before. */
export function isNoWorse(before: Reading, after: Reading): boolean {
  const known = new Set(before.problems.map(sign));
  return after.problems.every((problem) => known.has(sign(problem)));
}

const sign = ({ code, path, message }: FieldProblem): string => JSON.stringify([code, path, message]);

function canonical(value: unknown, path: YamlPath, changes: ReadonlyMap<string, Change>): string {
  const change = changes.get(JSON.stringify(path));
  if (change?.value !== undefined) return JSON.stringify(change.value);
  if (Array.isArray(value)) {
    return `[${value.map((item, i) => canonical(item, [...path, i], changes)).join(",")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => {
    const at = [...path, key];
    const name = changes.get(JSON.stringify(at))?.key ?? key;
    return `${JSON.stringify(name)}:${canonical(inner, at, changes)}`;
  });
  return `{${entries.sort().join(",")}}`;
}
