/** JSON-LD of a page, as far as a source needs it: plain objects found by their types, without a processor or a context. */

export type Node = Readonly<Record<string, unknown>>;

/** More objects than any page describes itself with. */
const NODES = 20_000;

export interface JsonLd {
  /** Every object of all blocks, the outer before the inner, in the order of the page. */
  readonly nodes: readonly Node[];
  /** How many blocks are no JSON. */
  readonly broken: number;
}

export function readJsonLd(blocks: readonly string[]): JsonLd {
  const roots: unknown[] = [];
  let broken = 0;
  for (const block of blocks) {
    try {
      // Some put it into a comment or a section of CDATA, for browsers of old.
      roots.push(
        JSON.parse(
          block
            .replace(/^\s*(?:\/\*.{0,20}?\*\/|<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)/, "")
            .replace(/(?:-->|(?:\/\/)?\]\]>)\s*$/, ""),
        ),
      );
    } catch {
      broken++;
    }
  }
  return { nodes: nodesIn(roots), broken };
}

/** Without recursion: a page may nest as deep as it is long. */
function nodesIn(roots: readonly unknown[]): Node[] {
  const nodes: Node[] = [];
  let level: readonly unknown[] = roots;
  while (level.length > 0 && nodes.length < NODES) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      if (!Array.isArray(value)) nodes.push(value as Node);
      for (const inner of Object.values(value)) if (typeof inner === "object") next.push(inner);
    }
    level = next;
  }
  return nodes.slice(0, NODES);
}

/** The types of an object, without the address of their vocabulary. */
export const typesOf = (node: Node): string[] =>
  textsOf(node["@type"]).map((type) => type.replace(/^.*[/#:]/, ""));

/** Texts in a value: itself, those in its list, or what `@value` says. */
export function textsOf(value: unknown): string[] {
  return listed(value).flatMap((each) => {
    const text = isNode(each) ? each["@value"] : each;
    return typeof text === "string" ? [text] : [];
  });
}

/** The names of persons and bodies, which may be texts, objects with a name, or references to objects elsewhere. */
export function namesOf(value: unknown, nodes: readonly Node[]): string[] {
  return listed(value).flatMap((each) => {
    if (!isNode(each)) return textsOf(each);
    const known =
      each.name === undefined
        ? nodes.find((node) => node["@id"] === each["@id"] && node.name !== undefined)
        : each;
    return textsOf(known?.name).slice(0, 1);
  });
}

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, LIST) : [value];

/** More authors than a source can name. */
const LIST = 200;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);
