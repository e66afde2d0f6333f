/** What the flags say → the keys of a file. */
import { REFERENCES, type ReferenceKey } from "../../content/references.ts";
import type { RecordKind } from "../../shared/paths.ts";
import type { Content } from "../../shared/records.ts";
import { printable } from "../report/printable.ts";
import { UsageError } from "../terminal.ts";
import { attributeOf, FLAGS } from "./flags.ts";

/** The keys of a file that is to be written, as `fileText` takes them. */
export type Keys = Readonly<Record<string, unknown>>;

/** Where records are named, a name or a title will do. Throws `UsageError` for one that means several. */
export function keysFrom(
  kind: RecordKind,
  options: Readonly<Record<string, unknown>>,
  content: Content,
): Keys {
  const keys: Record<string, unknown> = options.draft === true ? { draft: "true" } : {};
  for (const flag of FLAGS[kind]) {
    const value = options[attributeOf(flag)];
    if (value === undefined) continue;
    const read = (text: string): unknown => readAs(flag.key, text, content);
    const values = Array.isArray(value) ? value.map(read) : read(String(value));
    keys[flag.key] = isEnd(flag.key) && Array.isArray(values) && values.length === 1 ? values[0] : values;
  }
  return keys;
}

/** One claim may have one actor or many, and one needs no list. */
const isEnd = (key: string): boolean => key === "from" || key === "to";

function readAs(key: string, text: string, content: Content): unknown {
  if (key === "sources") return citationOf(text, content);
  if (!Object.hasOwn(REFERENCES, key)) return text;
  // The keys of the table, and nothing else.
  return idMeant(text, REFERENCES[key as ReferenceKey], content);
}

/** `us-treasury-2018:page 4`. No id has a colon in it, but a title may. */
function citationOf(text: string, content: Content): unknown {
  const whole = idMeant(text, ["source"], content);
  const colon = text.indexOf(":");
  if (content.byId.has(whole) || colon < 0) return whole;
  return {
    source: idMeant(text.slice(0, colon), ["source"], content),
    locator: text.slice(colon + 1).trim(),
  };
}

/** The current id of what an id, a name, an alias or a title names; the text itself where nothing is called so. */
function idMeant(text: string, kinds: readonly RecordKind[], content: Content): string {
  const found = content.links.find(text).filter((record) => kinds.includes(record.kind));
  const [one, other] = found;
  if (one !== undefined && other !== undefined)
    throw new UsageError(
      `“${printable(text)}” may mean ${found.map(({ id }) => printable(id)).join(" or ")}; name the id`,
    );
  return one?.id ?? text;
}
