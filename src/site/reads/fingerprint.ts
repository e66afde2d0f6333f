/** Values → short texts that are the same, in every process, for what is the same, and for nothing else. */
import { hash } from "node:crypto";

/** So many characters of base64: 96 bits. What is written shorter stands for itself. */
const LENGTH = 16;

/**
 * Of plain data: texts, numbers, arrays, objects, maps and sets of them. Throws at a function, which says nothing that
 * could be compared.
 */
export function fingerprintOf(value: unknown): string {
  const text = written(value);
  return text.length < LENGTH ? text : hash("sha1", text, "base64").slice(0, LENGTH);
}

/** What has an id is in many lists: it is written once, and stands for itself by its fingerprint. */
const known = new WeakMap<object, string>();

/** Every text is written with its length, so that no two values are written alike. */
function written(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `${value.length}:${value}`;
    case "number":
    case "boolean":
      return String(value);
    case "undefined":
      return "u";
    case "object":
      return value === null ? "n" : writtenObject(value);
    default:
      throw new TypeError(`a ${typeof value} has no fingerprint`);
  }
}

function writtenObject(value: object): string {
  if (Array.isArray(value)) return listed("[", value);
  // By parts: a map of all texts of a folder is no text to be made in one piece.
  if (value instanceof Map)
    return listed(
      "{",
      [...value].map(([key, each]) => [key, fingerprintOf(each)]),
    );
  if (value instanceof Set) return listed("<", [...value]);
  if (!("id" in value)) return fields(value);
  const found = known.get(value) ?? `#${fingerprintOf(fields(value))}`;
  known.set(value, found);
  return found;
}

function listed(sign: string, values: readonly unknown[]): string {
  let text = sign;
  for (const value of values) text += `${written(value)},`;
  return `${text};`;
}

function fields(value: object): string {
  let text = "(";
  for (const [key, each] of Object.entries(value)) text += `${key}=${written(each)},`;
  return `${text})`;
}
