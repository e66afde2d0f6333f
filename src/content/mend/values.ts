/** Mends misspelt keys and dates in words, where there is one thing that they can mean. */
import { type FileKind, SCHEMAS } from "../../shared/schema.ts";
import { editDistance, fold } from "../../shared/text.ts";
import { dateReadings } from "../date-help.ts";
import { keysAt, valueAt } from "../fields.ts";
import { parseYaml, type YamlPath, yamlOf } from "../front-matter.ts";
import { type Change, isNoWorse, isPlainYaml, isSameBut, type Reading, readingOf } from "./reading.ts";
import { keyAt, textAt } from "./yaml-nodes.ts";

/** `naem: Cuba` → `name: Cuba`: keys that are one edit away from one key of the schema, apart from case and accents. */
export function mendKeys(kind: FileKind, text: string): string {
  return mendEach(kind, text, (reading) => meantKeys(kind, reading));
}

/** `15 June 2023` → `2023-06-15`; a date that can be read in two ways is left. */
export function mendDates(kind: FileKind, text: string): string {
  return mendEach(kind, text, meantDates);
}

/** Writes values and keys of a file anew; those that do not stand there as they read are left. */
export function rewrite(kind: FileKind, text: string, changes: readonly Change[]): string {
  const found = yamlOf(text, isPlainYaml(kind));
  if (found === undefined) return text;
  const { yaml, start } = found;
  const document = parseYaml(yaml);
  const edits = changes.flatMap(({ path, key, value }) => {
    const node = key === undefined ? textAt(document, path) : keyAt(document, path);
    const read = node?.value.trim() ?? "";
    // Within its quotes, if it has any.
    const at = node === undefined || read === "" ? -1 : yaml.slice(node.start, node.end).indexOf(read);
    const from = start + at + (node?.start ?? 0);
    return at < 0 ? [] : [{ from, to: from + read.length, write: key ?? value ?? read }];
  });
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to, write } of edits.sort((a, b) => a.from - b.from)) {
    pieces.push(text.slice(done, from), write);
    done = to;
  }
  return pieces.join("") + text.slice(done);
}

/** Makes the changes that a reading asks for, and leaves those out that make anything worse. */
function mendEach(kind: FileKind, text: string, changesIn: (reading: Reading) => Change[]): string {
  let mended = text;
  const tried = new Set<string>();
  for (;;) {
    const reading = readingOf(kind, mended);
    const changes = (reading === undefined ? [] : changesIn(reading)).filter(
      ({ path }) => !tried.has(JSON.stringify(path)),
    );
    if (changes.length === 0) return mended;
    for (const { path } of changes) tried.add(JSON.stringify(path));
    mended = withGood(kind, mended, changes);
  }
}

/** All changes at once where they are good, else each half on its own: reading a long file for each would take long. */
function withGood(kind: FileKind, text: string, changes: readonly Change[]): string {
  const before = readingOf(kind, text);
  const next = rewrite(kind, text, changes);
  const after = readingOf(kind, next);
  const isSame = before !== undefined && after !== undefined && isSameBut(before.data, after.data, changes);
  if (isSame && (isNoWorse(before, after) || isOnlyDate(kind, next, before))) return next;
  if (changes.length === 1) return text;
  const half = Math.ceil(changes.length / 2);
  return withGood(kind, withGood(kind, text, changes.slice(0, half)), changes.slice(half));
}

/** Whether nothing but dates that can be mended makes a text worse: `dtae: 15 June 2023`. */
function isOnlyDate(kind: FileKind, text: string, before: Reading): boolean {
  const reading = readingOf(kind, text);
  const dates = reading === undefined ? [] : meantDates(reading);
  const mended = rewrite(kind, text, dates);
  const after = readingOf(kind, mended);
  return dates.length > 0 && after !== undefined && isNoWorse(before, after);
}

function meantKeys(kind: FileKind, { data, problems }: Reading): Change[] {
  const near = problems.flatMap(({ code, path }) => {
    const key = code === "unknown-key" ? nearKey(kind, path) : undefined;
    return key === undefined ? [] : [{ path, key, meant: JSON.stringify([...path.slice(0, -1), key]) }];
  });
  const seen = new Set<string>();
  const rivals = new Set(near.flatMap(({ meant }) => (seen.size === seen.add(meant).size ? [meant] : [])));
  return (
    near
      // Where two keys may mean the same, which of them does is not known.
      .filter(({ path, key, meant }) => !rivals.has(meant) && !holds(data, path.slice(0, -1), key))
      .map(({ path, key }) => ({ path, key }))
  );
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
