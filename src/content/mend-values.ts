/** Mends misspelt keys and dates in words, where there is one thing that they can mean. */
import { type FileKind, SCHEMAS } from "../shared/schema.ts";
import { editDistance, fold } from "../shared/text.ts";
import { dateReadings } from "./date-help.ts";
import { type FieldProblem, keysAt, valueAt } from "./fields.ts";
import { parseYaml, type YamlPath, yamlOf } from "./front-matter.ts";
import { type Change, isNoWorse, isPlainYaml, isSameBut, type Reading, readingOf } from "./reading.ts";
import { keyAt, textAt } from "./yaml-nodes.ts";

/** `naem: Cuba` → `name: Cuba`: keys that are one edit away from one key of the schema, apart from case and accents. */
export function mendKeys(kind: FileKind, text: string): string {
  return mendEach(kind, text, (reading) =>
    reading.problems.flatMap((problem) => meantKey(kind, problem, reading) ?? []),
  );
}

/** `15 June 2023` → `2023-06-15`; a date that can be read in two ways is left. */
export function mendDates(kind: FileKind, text: string): string {
  return mendEach(kind, text, meantDates);
}

/** Writes one value or key of a file anew; undefined where it does not stand there as it reads. */
export function rewrite(kind: FileKind, text: string, change: Change): string | undefined {
  const found = yamlOf(text, isPlainYaml(kind));
  if (found === undefined) return undefined;
  const { path, key, value } = change;
  const document = parseYaml(found.yaml);
  const node = key === undefined ? textAt(document, path) : keyAt(document, path);
  const write = key ?? value;
  const read = node?.value.trim();
  if (node === undefined || write === undefined || read === undefined || read === "") return undefined;
  const source = found.yaml.slice(node.start, node.end);
  // Within its quotes, if it has any.
  const at = source.indexOf(read);
  if (at < 0) return undefined;
  const start = found.start + node.start + at;
  return text.slice(0, start) + write + text.slice(start + read.length);
}

/** Makes the changes that a reading asks for one after the other, and leaves those out that make anything worse. */
function mendEach(kind: FileKind, text: string, changesIn: (reading: Reading) => Change[]): string {
  let mended = text;
  const tried = new Set<string>();
  for (;;) {
    const before = readingOf(kind, mended);
    const change = before && changesIn(before).find(({ path }) => !tried.has(JSON.stringify(path)));
    if (before === undefined || change === undefined) return mended;
    tried.add(JSON.stringify(change.path));
    const next = rewrite(kind, mended, change);
    const after = next === undefined ? undefined : readingOf(kind, next);
    if (next === undefined || after === undefined || !isSameBut(before.data, after.data, [change])) continue;
    if (isNoWorse(before, after) || isOnlyDate(kind, next, before)) mended = next;
  }
}

/** Whether nothing but dates that can be mended makes a text worse: `dtae: 15 June 2023`. */
function isOnlyDate(kind: FileKind, text: string, before: Reading): boolean {
  const reading = readingOf(kind, text);
  const dates = reading === undefined ? [] : meantDates(reading);
  const mended = dates.reduce((each, change) => rewrite(kind, each, change) ?? each, text);
  const after = readingOf(kind, mended);
  return dates.length > 0 && after !== undefined && isNoWorse(before, after);
}

function meantKey(kind: FileKind, problem: FieldProblem, { data, problems }: Reading): Change | undefined {
  const { code, path } = problem;
  if (code !== "unknown-key") return undefined;
  const key = nearKey(kind, path);
  const parent = path.slice(0, -1);
  if (key === undefined || holds(data, parent, key)) return undefined;
  // Where two keys may mean the same, which of them does is not known.
  const rivals = problems.filter(
    (other) =>
      other.code === "unknown-key" &&
      JSON.stringify(other.path.slice(0, -1)) === JSON.stringify(parent) &&
      nearKey(kind, other.path) === key,
  );
  return rivals.length === 1 ? { path, key } : undefined;
}

/** The only key of the schema that is one edit away from the last key of a path. */
function nearKey(kind: FileKind, path: YamlPath): string | undefined {
  const written = fold(String(path.at(-1)));
  const near = keysAt(SCHEMAS[kind], path.slice(0, -1)).filter(
    (key) => editDistance(written, fold(key), 2) < 2,
  );
  return near.length === 1 ? near[0] : undefined;
}

function holds(data: unknown, path: YamlPath, key: string): boolean {
  const value = valueAt(data, path);
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

function meantDates({ data, problems }: Reading): Change[] {
  return problems.flatMap(({ code, path }) => {
    const [date, other] = code === "invalid-date" ? dateReadings(String(valueAt(data, path))) : [];
    return date === undefined || other !== undefined ? [] : [{ path, value: date }];
  });
}
