/** Finds nodes of a parsed YAML text, by their path or by their place. */
import { type Document, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { YamlPath } from "../front-matter.ts";

/** A text in a YAML text: where it stands (offsets, the end excluded), and what it reads as. */
export interface Written {
  readonly path: YamlPath;
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly type: Scalar.Type;
}

/** Every value that is a text, in order. */
export function textsOf(document: Document.Parsed): Written[] {
  return [...under(document.contents, [])].flatMap(({ node, path }) => writtenOf(node, path) ?? []);
}

/** Every group of keys, with its path, the outer before the inner. */
export function mapsOf(document: Document.Parsed): { map: YAMLMap; path: YamlPath }[] {
  return [...under(document.contents, [])].flatMap(({ node, path }) =>
    isMap(node) ? [{ map: node, path }] : [],
  );
}

/** The value at a path; that of a list which is written as its only item, without brackets, is the item. */
export function textAt(document: Document.Parsed, path: YamlPath): Written | undefined {
  return writtenOf(nodeAt(document, path), path);
}

/** The key that a path ends in. */
export function keyAt(document: Document.Parsed, path: YamlPath): Written | undefined {
  const map = nodeAt(document, path.slice(0, -1));
  return isMap(map) ? writtenOf(pairOf(map, path.at(-1) ?? "")?.key, path) : undefined;
}

function nodeAt(document: Document.Parsed, path: YamlPath): unknown {
  let node: unknown = document.contents;
  for (const step of path) {
    if (isMap(node)) node = pairOf(node, step)?.value;
    else if (isSeq(node)) node = node.items[Number(step)];
    else break;
  }
  return node;
}

const pairOf = (map: YAMLMap, key: string | number): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));

function* under(node: unknown, path: YamlPath): Generator<{ node: unknown; path: YamlPath }> {
  yield { node, path };
  if (isMap(node)) {
    for (const { key, value } of node.items)
      if (isScalar(key)) yield* under(value, [...path, String(key.value)]);
  } else if (isSeq(node)) {
    for (const [i, item] of node.items.entries()) yield* under(item, [...path, i]);
  }
}

function writtenOf(node: unknown, path: YamlPath): Written | undefined {
  if (!isScalar(node) || typeof node.value !== "string" || !node.range || node.type === undefined)
    return undefined;
  const [start, end] = node.range;
  return { path, start, end, value: node.value, type: node.type as Scalar.Type };
}
