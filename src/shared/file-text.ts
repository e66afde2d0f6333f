/** The text of a content file: what every tool of ours that makes one writes, and a person would. */
import { Document, isScalar, isSeq, visit } from "yaml";
import type { FileKind } from "./schema.ts";
import { SCHEMAS } from "./schema.ts";

/** Lists of ids, tags and names stand on one line up to this many characters. */
const LINE = 80;

/**
 * Markdown with front matter: the keys in the order of the documentation, keys of `x-` last; those whose value is
 * undefined or an empty list are left out. Texts that YAML would take for something else are quoted. Reading it gives
 * the same keys and the same body, but for empty lines before it and white space behind it.
 */
export function fileText(kind: FileKind, keys: Readonly<Record<string, unknown>>, body = ""): string {
  const order = Object.keys(SCHEMAS[kind].shape);
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const entries = Object.entries(keys)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .sort(([a], [b]) => place(a) - place(b));
  const document = new Document(Object.fromEntries(entries), { aliasDuplicateObjects: false });
  visit(document, {
    Seq(_, list) {
      const isShort = list.items.every((item) => isScalar(item)) && String(list.items).length <= LINE;
      if (isSeq(list) && isShort) list.flow = true;
    },
  });
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  // White space before the first letter may be what makes a block of code.
  const text = body.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd();
  return `---\n${yaml}---\n${text === "" ? "" : `\n${text}\n`}`;
}
