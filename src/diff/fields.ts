/** Two versions of a record → the keys whose values differ, in words. */
import { REFERENCES } from "../content/references.ts";
import type { FuzzyDate } from "../shared/dates.ts";
import type { AnyRecord, Citation, Story } from "../shared/records.ts";
import { SCHEMAS } from "../shared/schema.ts";
import type { FieldChange, ValueChange } from "./difference.ts";
import { textChange } from "./lines.ts";
import { kindOf } from "./pairing.ts";

/**
 * The keys in the order of the documentation, those of `x-` behind them, the body last. References of the base are
 * followed to what they are called in the head; that a record keeps its old id after a rename is no change of its own.
 */
export function fieldChanges<T extends AnyRecord | Story>(
  base: T,
  head: T,
  idInHead: (id: string) => string,
): FieldChange[] {
  const [before, after] = [valuesOf(base, idInHead), valuesOf(head, (id) => id)];
  const isRename = (id: string) => base.id !== head.id && (id === base.id || id === head.id);
  const keys = new Set([...before.keys(), ...after.keys()]);
  const changes = [...keys].flatMap((key): ValueChange[] => {
    const values = [before.get(key) ?? [], after.get(key) ?? []];
    const [old = [], now = []] =
      key === "formerIds" ? values.map((ids) => ids.filter((id) => !isRename(id))) : values;
    return isSameList(old, now) ? [] : [{ key, before: old, after: now }];
  });
  const body = textChange("body", base.body.trim(), head.body.trim());
  return body === undefined ? changes : [...changes, body];
}

export function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

type Values = Map<string, readonly string[]>;

/** What the keys of a record say, each as a list of texts. */
function valuesOf(record: AnyRecord | Story, name: (id: string) => string): Values {
  const values: Values = new Map();
  // Keys of the schema are keys of the record, but for the edges of an entity, which are records of their own.
  const fields = record as unknown as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(SCHEMAS[kindOf(record)].shape)) {
    const value = fields[key];
    if (key in REFERENCES) values.set(key, (value as readonly string[]).map(name));
    else if (key === "sources")
      values.set(
        key,
        (value as readonly Citation[]).map((each) => citationText(each, name)),
      );
    else for (const [path, texts] of flattened(key, value)) values.set(path, texts);
  }
  // The key `x-a.b` is another than `b` below `x-a`, and is told with it.
  for (const [key, value] of Object.entries(record.extra))
    for (const [path, texts] of flattened(key, value))
      values.set(path, [...(values.get(path) ?? []), ...texts]);
  return values;
}

/** `log`, `log (p. 4, disputes)`, `log: “as it was said” – with a note`. */
function citationText(
  { source, stance, locator, quote, note }: Citation,
  name: (id: string) => string,
): string {
  const details = [locator, stance === "supports" ? undefined : stance].filter((each) => each !== undefined);
  return [
    name(source),
    details.length > 0 && ` (${details.join(", ")})`,
    quote !== undefined && `: “${quote}”`,
    note !== undefined && ` – ${note}`,
  ]
    .filter(Boolean)
    .join("");
}

/** A value as texts by the way to them: `theme.colors.paper`, `menus.0.label`. A list of texts stays one value. */
export function flattened(path: string, value: unknown): [path: string, texts: readonly string[]][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return [[path, [String(value)]]];
  if (isDate(value)) return [[path, [value.edtf]]];
  if (Array.isArray(value) && value.every((item) => typeof item !== "object"))
    return [[path, value.map(String)]];
  return Object.entries(value).flatMap(([key, each]) =>
    flattened(path === "" ? key : `${path}.${key}`, each),
  );
}

/** What an author may write below an `x-` key holds texts only. */
const isDate = (value: object): value is FuzzyDate =>
  "edtf" in value && "min" in value && typeof value.min === "number";
