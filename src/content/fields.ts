/** Checks the keys and values of one file against its schema, and says each mistake in words. */
import { z } from "zod";
import { type FileKind, SCHEMAS } from "../shared/schema.ts";
import { nearest } from "../shared/text.ts";
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
  // Without a prototype, so that a key named __proto__ is a key like any other.
  const extra: Record<string, unknown> = Object.create(null);
  const known: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(data)) (key.startsWith("x-") ? extra : known)[key] = value;
  const result = SCHEMAS[kind].safeParse(known);
  if (result.success) return { value: result.data as Output<K>, extra, problems: [] };
  const problems = result.error.issues.flatMap((issue) => explain(issue, known, SCHEMAS[kind], []));
  return { value: undefined, extra, problems };
}

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, data: unknown, schema: z.ZodType, base: YamlPath): FieldProblem[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  const value = valueAt(data, path);
  const key = [...path].reverse().find((step) => typeof step === "string") ?? "the value";
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((unknown) => unknownKey(unknown, path, keysAt(schema, path)));
    case "invalid_union":
      return explainUnion(issue, data, schema, path, value, key);
    case "invalid_type":
      if (value === undefined) return [missingKey(path, String(key))];
      return [{ code: "wrong-type", path, ...expected(issue.expected, String(key), value) }];
    case "invalid_value": {
      if (value === undefined) return [missingKey(path, String(key))];
      const allowed = issue.values.map(String);
      const meant = typeof value === "string" ? nearest(value, allowed) : undefined;
      const message = `${key} is ${quote(value)}, which is not allowed${meant ? `; did you mean “${meant}”?` : ""}`;
      return [{ code: "invalid-value", path, message, help: `use one of ${allowed.join(", ")}` }];
    }
    case "too_small":
      return [
        {
          code: "empty-value",
          path,
          message: `${key} is an empty list`,
          help: "name at least one, or remove the key",
        },
      ];
    case "custom":
      return [customProblem(issue, path, String(key), value)];
    case "invalid_key":
      return [{ code: "invalid-id", path, part: "key", message: `“${String(key)}” is no id`, help: ID_HELP }];
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
  key: string | number,
): FieldProblem[] {
  if (value === undefined) return [missingKey(path, String(key))];
  const branch = issue.errors.find(
    (errors) => !errors.some((e) => e.code === "invalid_type" && e.path.length === 0),
  );
  if (branch !== undefined) return branch.flatMap((inner) => explain(inner, data, schema, path));
  const message = `${key} is ${formOf(value)}, and cannot be`;
  return [{ code: "wrong-type", path, message, help: `write an id, such as ${key}: li-shangfu` }];
}

function unknownKey(unknown: string, path: YamlPath, allowed: readonly string[]): FieldProblem {
  const meant = nearest(unknown, allowed);
  const message = `no key “${unknown}”${meant === undefined ? "" : `; did you mean “${meant}”?`}`;
  const help = `the keys here are ${allowed.join(", ")}; a key of your own begins with x-`;
  return { code: "unknown-key", path: [...path, unknown], part: "key", message, help };
}

function missingKey(path: YamlPath, key: string): FieldProblem {
  return { code: "missing-key", path, message: `${key} is missing`, help: `add a line ${key}: …` };
}

const ID_HELP = "use lower-case letters, digits and single hyphens: li-shangfu";

function customProblem(
  issue: Issue & { code: "custom" },
  path: YamlPath,
  key: string,
  value: unknown,
): FieldProblem {
  const code: unknown = issue.params?.code;
  const text = `${key} ${quote(value)} ${issue.message}`;
  if (code === "empty-value") {
    return { code, path, message: `${key} is empty`, help: "give it a value, or remove the key" };
  }
  if (code === "invalid-id") return { code, path, message: text, help: ID_HELP };
  if (code === "invalid-date") return { code, path, message: text, help: dateHelp(String(value)) };
  return { code: "invalid-value", path, message: text };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** What was probably meant, in EDTF: `15/06/2023` → `2023-06-15`, `June 2023` → `2023-06`. */
function dateHelp(written: string): string {
  const meant = meantDate(written);
  if (meant !== undefined) return `write ${meant}`;
  return "write 2023-06-15, 2023-06, 2023, 2018/.. for since, 1998~ for about, or 2023?-06 for a doubtful year";
}

function meantDate(written: string): string | undefined {
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(written.trim());
  if (numbers !== null) {
    const [, day = "", month = "", year = ""] = numbers;
    return Number(month) <= 12 && Number(day) <= 31 ? `${year}-${two(month)}-${two(day)}` : undefined;
  }
  const words =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/i.exec(
      written.trim(),
    );
  if (words === null) return undefined;
  const month = MONTHS.indexOf((words[2] ?? "").slice(0, 3).toLowerCase()) + 1;
  const day = words[1] ?? words[3];
  if (month === 0) return undefined;
  return `${words[4]}-${two(String(month))}${day === undefined ? "" : `-${two(day)}`}`;
}

const two = (digits: string): string => digits.padStart(2, "0");

function expected(type: string, key: string, value: unknown): { message: string; help?: string } {
  const form = formOf(value);
  if (type === "array") {
    const example = typeof value === "string" && value !== "" ? value : "first";
    return { message: `${key} is ${form}, and should be a list`, help: `write ${key}: [${example}]` };
  }
  if (type === "object" || type === "record")
    return { message: `${key} is ${form}, and should hold keys of its own` };
  return { message: `${key} is ${form}, and should be text`, help: `write ${key}: followed by the text` };
}

function formOf(value: unknown): string {
  if (value === "") return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a group of keys";
  return "text";
}

function quote(value: unknown): string {
  if (typeof value !== "string") return formOf(value);
  return `“${value.length > 60 ? `${value.slice(0, 57)}…` : value}”`;
}

function valueAt(data: unknown, path: YamlPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The keys that the schema allows at a path. */
function keysAt(schema: z.ZodType, path: YamlPath): string[] {
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
