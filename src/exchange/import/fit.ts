/** Makes the keys of a draft fit the schema, and says what had to go. */
import { dateReadings } from "../../content/date-help.ts";
import { type FieldProblem, readFields, valueAt } from "../../content/fields.ts";
import type { YamlPath } from "../../content/front-matter.ts";
import type { RecordKind } from "../../shared/paths.ts";

export interface Fitted {
  /** Undefined where a required key is missing or cannot be read: there is no record then. */
  readonly keys: Readonly<Record<string, unknown>> | undefined;
  /** What went, and why. */
  readonly lost: readonly { readonly message: string; readonly help?: string }[];
}

const REQUIRED: Record<RecordKind, readonly string[]> = {
  entity: ["type", "name"],
  edge: ["type", "from", "to"],
  source: ["title"],
};

/**
 * Dates with one reading become EDTF, and texts on several lines where one is wanted become one line; every other value
 * that the schema refuses is taken out.
 */
export function fitKeys(kind: RecordKind, written: Readonly<Record<string, unknown>>): Fitted {
  const lost: { message: string; help?: string }[] = [];
  const tried = new Set<string>();
  let keys = asText(written) as Record<string, unknown>;
  for (;;) {
    const { problems } = readFields(kind, keys);
    if (problems.length === 0) return { keys, lost };
    const removed: YamlPath[] = [];
    for (const problem of problems) {
      const value = valueAt(keys, problem.path);
      const better = tried.has(JSON.stringify(problem.path)) ? undefined : mended(value, problem);
      tried.add(JSON.stringify(problem.path));
      if (better !== undefined) keys = withValue(keys, problem.path, better);
      else if (isVital(kind, problem)) return { keys: undefined, lost: [problem] };
      else {
        lost.push({ message: problem.message, help: problem.help });
        removed.push(removable(problem.path));
      }
    }
    keys = without(keys, removed);
    // The positions in lists are others now.
    if (removed.length > 0) tried.clear();
  }
}

/** As front matter is read: every scalar is the text that somebody typed. */
export function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== "object" || value === null) return value === null ? undefined : String(value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === undefined ? [] : [[key, key.startsWith("x-") ? each : asText(each)]],
    ),
  );
}

function mended(value: unknown, { code }: FieldProblem): string | undefined {
  if (typeof value !== "string") return undefined;
  if (code === "invalid-date") {
    const [date, other] = dateReadings(value);
    return other === undefined ? date : undefined;
  }
  const line = oneLine(value);
  return line === value || line === "" ? undefined : line;
}

/** A text as a name may be: on one line, without unseen characters that the schema refuses. */
export const oneLine = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, "")
    .trim();

function isVital(kind: RecordKind, { path }: FieldProblem): boolean {
  return path.length === 1 && REQUIRED[kind].includes(String(path[0]));
}

/** What has to go for a problem: the value, and with a citation’s source or a picture’s file the whole of it. */
function removable(path: YamlPath): YamlPath {
  if (path[0] === "image") return ["image"];
  return path[0] === "sources" && path.at(-1) === "source" ? path.slice(0, 2) : path;
}

function withValue(keys: Record<string, unknown>, path: YamlPath, value: unknown): Record<string, unknown> {
  return edited(keys, path, () => value) as Record<string, unknown>;
}

const GONE = Symbol("gone");

function without(keys: Record<string, unknown>, paths: readonly YamlPath[]): Record<string, unknown> {
  const marked = paths.reduce((value, path) => edited(value, path, () => GONE), keys as unknown);
  return swept(marked) as Record<string, unknown>;
}

function edited(value: unknown, [step, ...rest]: YamlPath, edit: (value: unknown) => unknown): unknown {
  if (step === undefined) return edit(value);
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? edited(item, rest, edit) : item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === step ? edited(each, rest, edit) : each]),
  );
}

function swept(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== GONE).map(swept);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === GONE ? [] : [[key, swept(each)]])),
  );
}
