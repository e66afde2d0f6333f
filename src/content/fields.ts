/** Checks the keys and values of one file against its schema, and says each mistake in words. */
import { z } from "zod";
import { type FileKind, SCHEMAS } from "../shared/schema.ts";
import { fold, nearest, toId } from "../shared/text.ts";
import { dateHelp } from "./date-help.ts";
import type { YamlPath } from "./front-matter.ts";
import type { Problem } from "./problems.ts";

export interface FieldProblem extends Problem {
  readonly path: YamlPath;
  readonly part?: "key" | "value";
}

export interface Fields<T> {
  /** Undefined where there is a problem. */
  readonly value: T | undefined;
  /** Keys that begin with `x-`. */
  readonly extra: Record<string, unknown>;
  readonly problems: readonly FieldProblem[];
}

type Output<K extends FileKind> = z.output<(typeof SCHEMAS)[K]>;

/** Reads the data of a file of the given kind. */
export function readFields<K extends FileKind>(kind: K, data: Record<string, unknown>): Fields<Output<K>> {
  const { known: own, extra } = ownKeys(data);
  const known =
    kind === "entity" && Array.isArray(own.edges)
      ? { ...own, edges: own.edges.map((edge) => ownKeys(edge).known) }
      : own;
  const result = SCHEMAS[kind].safeParse(known);
  if (result.success) return { value: result.data as Output<K>, extra, problems: [] };
  const problems = result.error.issues.flatMap((issue) => explain(issue, known, SCHEMAS[kind], []));
  return { value: undefined, extra, problems: withoutConsequences(problems) };
}

/** One mistake, one message: an empty value breaks every rule of its key, and a misspelt key is missing besides. */
function withoutConsequences(problems: readonly Explained[]): FieldProblem[] {
  const said = new Set<string>();
  const meant = new Set(
    problems.flatMap((each) => (each.meant === undefined ? [] : [at(each.path.slice(0, -1), each.meant)])),
  );
  return problems.flatMap(({ missing, meant: _, ...problem }) => {
    const place = at(problem.path, problem.code);
    if (missing !== undefined ? meant.has(at(problem.path.slice(0, -1), missing)) : said.has(place))
      return [];
    said.add(place);
    return [problem];
  });
}

const at = (path: YamlPath, word: string): string => JSON.stringify([...path, word]);

/** A problem, with the key that a misspelt one was taken for, or the key that is missing. */
type Explained = FieldProblem & { readonly meant?: string; readonly missing?: string };

/** Keys that begin with `x-`, apart from the rest; anything but a group of keys is left as it is. */
export function ownKeys<T>(data: T): { known: T; extra: Record<string, unknown> } {
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return { known: data, extra: NO_KEYS };
  if (!Object.keys(data).some(isOwn)) return { known: data, extra: NO_KEYS };
  // Without a prototype, so that a key named __proto__ is a key like any other.
  const extra: Record<string, unknown> = Object.create(null);
  const known: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(data)) (isOwn(key) ? extra : known)[key] = value;
  // The same keys but for those that the caller does not know.
  return { known: known as T, extra };
}

const isOwn = (key: string): boolean => key.startsWith("x-");

/** What nearly every record has beside the keys of the model. */
const NO_KEYS: Record<string, unknown> = Object.freeze(Object.create(null));

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, data: unknown, schema: z.ZodType, base: YamlPath): Explained[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  const value = valueAt(data, path);
  const key = [...path].reverse().find((step) => typeof step === "string") ?? "the value";
  if (typeof value === "string" && value.trim() === "") return [emptyValue(path, key, schema)];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((unknown) => unknownKey(unknown, path, keysAt(schema, path)));
    case "invalid_union":
      return explainUnion(issue, data, schema, path, value, key);
    case "invalid_type":
      if (value === undefined) return [missingKey(path, key)];
      return [wrongType(path, issue.expected, key, value, keysAt(schema, path))];
    case "invalid_value": {
      if (value === undefined) return [missingKey(path, key)];
      if (typeof value !== "string") return [wrongType(path, "string", key, value, [])];
      const allowed = issue.values.map(String);
      const meant = meantValue(value, allowed);
      const message = `${key} is ${quote(value)}, which is not allowed${meant ? `; did you mean “${meant}”?` : ""}`;
      return [{ code: "invalid-value", path, message, help: `use one of ${allowed.join(", ")}` }];
    }
    case "too_small":
      return [
        {
          code: "empty-value",
          path,
          message: `${key} is an empty list`,
          help: "name at least one",
        },
      ];
    case "custom":
      return [customProblem(issue, path, key, value)];
    case "invalid_key":
      return [{ code: "invalid-id", path, part: "key", message: `“${key}” is no id`, help: idHelp(key) }];
    default:
      return [{ code: "invalid-value", path, message: `${key}: ${issue.message}` }];
  }
}

/** Of a union's branches, the one that the author seems to have meant: the one that fits the form of the value. */
function explainUnion(
  issue: Extract<Issue, { code: "invalid_union" }>,
  data: unknown,
  schema: z.ZodType,
  path: YamlPath,
  value: unknown,
  key: string,
): Explained[] {
  if (value === undefined) return [missingKey(path, key)];
  const branch = issue.errors.find(
    (errors) => !errors.some((e) => e.code === "invalid_type" && e.path.length === 0),
  );
  if (branch !== undefined) return branch.flatMap((inner) => explain(inner, data, schema, path));
  const isCitation = issue.errors.some(
    ([first]) => first?.code === "invalid_type" && first.expected === "object",
  );
  const wanted = isCitation
    ? "the id of a source, or keys such as source and locator"
    : "an id, or a list of ids";
  const message = `${named(path, key)} is ${formOf(value)}, and should be ${wanted}`;
  return [
    {
      code: "wrong-type",
      path,
      message,
      help: `write an id, such as ${isCitation ? "the-times-2023" : "li-shangfu"}`,
    },
  ];
}

function unknownKey(unknown: string, path: YamlPath, allowed: readonly string[]): Explained {
  const meant =
    nearest(unknown, allowed) ?? allowed.find((key) => unknown.length > 2 && key.startsWith(unknown));
  const message = `no key “${unknown}”${meant === undefined ? "" : `; did you mean “${meant}”?`}`;
  const own =
    path.length === 0 || (path.length === 2 && path[0] === "edges")
      ? "; a key of your own begins with x-"
      : "";
  const help = `the keys here are ${allowed.join(", ")}${own}`;
  return { code: "unknown-key", path: [...path, unknown], part: "key", message, help, meant };
}

function missingKey(path: YamlPath, key: string): Explained {
  return {
    code: "missing-key",
    path,
    message: `${key} is missing`,
    help: `add a line ${key}: …`,
    missing: key,
  };
}

function emptyValue(path: YamlPath, key: string, schema: z.ZodType): Explained {
  const help = isItem(path)
    ? "give it a value, or remove it"
    : `give it a value${isOptional(schema, path) ? ", or remove the key" : ""}`;
  return { code: "empty-value", path, message: `${named(path, key)} is empty`, help };
}

function isOptional(schema: z.ZodType, path: YamlPath): boolean {
  const field = descend(schema, path.slice(0, -1))?.[String(path.at(-1))];
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault;
}

const isItem = (path: YamlPath): boolean => typeof path.at(-1) === "number";

/** What to call a value: its key, or an item of its list. */
const named = (path: YamlPath, key: string): string => (isItem(path) ? `an item of ${key}` : key);

/** The allowed value that a text comes near to; of one or two signs, only another way to write it does. */
function meantValue(value: string, allowed: readonly string[]): string | undefined {
  if (value.length > 2) return nearest(value, allowed);
  return allowed.find((each) => fold(each) === fold(value));
}

const idHelp = (written: string): string => {
  const id = toId(written);
  return id === "" ? "use lower-case letters, digits and single hyphens: li-shangfu" : `write ${id}`;
};

function customProblem(
  issue: Issue & { code: "custom" },
  path: YamlPath,
  key: string,
  value: unknown,
): FieldProblem {
  const code: unknown = issue.params?.code;
  const message = `${key} ${quote(value)} ${issue.message}`;
  if (code === "invalid-id") return { code, path, message, help: idHelp(String(value)) };
  if (code === "invalid-date") return { code, path, message, help: dateHelp(String(value)) };
  const help: unknown = issue.params?.help;
  return { code: "invalid-value", path, message, help: typeof help === "string" ? help : undefined };
}

function wrongType(
  path: YamlPath,
  type: string,
  key: string,
  value: unknown,
  keys: readonly string[],
): FieldProblem {
  const is = `${named(path, key)} is ${formOf(value)}`;
  const problem = { code: "wrong-type", path } as const;
  if (type === "array") {
    const help =
      typeof value === "string" ? `write ${key}: [${value}]` : "begin each line below it with a hyphen";
    return { ...problem, message: `${is}, and should be a list`, help };
  }
  if (type === "object" || type === "record") {
    const help = `write below it, indented, a line for each key${keys.length === 0 ? "" : `: ${keys.join(", ")}`}`;
    return { ...problem, message: `${is}, and should hold keys of its own`, help };
  }
  const help = "write it without brackets or braces, or in quotes where they are part of the text";
  return { ...problem, message: `${is}, and should be text`, help };
}

function formOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a group of keys";
  return "text";
}

function quote(value: unknown): string {
  if (typeof value !== "string") return formOf(value);
  return `“${value.length > 60 ? `${value.slice(0, 57)}…` : value.trim()}”`;
}

/** The value at a path; undefined where the path leads nowhere. */
export function valueAt(data: unknown, path: YamlPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The keys that the schema allows at a path, in its order; none where it allows any. */
export function keysAt(schema: z.ZodType, path: YamlPath): string[] {
  const found = descend(schema, path);
  return found === undefined ? [] : Object.keys(found);
}

function descend(schema: z.core.$ZodType, path: YamlPath): Record<string, unknown> | undefined {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return descend(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return descend(schema.in, path);
  if (schema instanceof z.ZodUnion) {
    return schema.options.map((option) => descend(option, path)).find((keys) => keys !== undefined);
  }
  const [step, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return schema.shape;
    const inner = schema.shape[String(step)];
    return inner === undefined ? undefined : descend(inner, rest);
  }
  if (step === undefined) return undefined;
  if (schema instanceof z.ZodArray) return descend(schema.element, rest);
  return schema instanceof z.ZodRecord ? descend(schema.valueType, rest) : undefined;
}
