/** XML read from its beginning to its end, an element at a time: what GEXF and GraphML are read with. */
import { SaxesParser } from "saxes";
import { badInput } from "./drafts.ts";

export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  /** What holds it, from the root down. */
  readonly parents: readonly XmlElement[];
}

export interface XmlHandler {
  open(element: XmlElement): void;
  /** `text` is all text that stands in the element itself. */
  close(element: XmlElement, text: string): void;
}

export interface XmlFormat {
  /** The name of the first element. */
  readonly root: string;
  /** What people call it. */
  readonly format: string;
}

/** Deeper than any network is nested. */
const DEEPEST = 100;

/**
 * Reads a document whose root has the given name. Throws `BadInput` for what is not well-formed or cut off, for another
 * root, and for a document type: entities that are declared there can be made to grow without end.
 */
export function readXml(file: string, text: string, { root, format }: XmlFormat, handler: XmlHandler): void {
  const parser = new SaxesParser();
  const fail = (what: string): never => {
    throw badInput({ file, line: parser.line }, what);
  };
  const open: { element: XmlElement; text: string[] }[] = [];
  parser.on("error", ({ message }) => fail(explained(message, format)));
  parser.on("doctype", () => fail("a document type (<!DOCTYPE …>) is not read; remove it"));
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length === 0 && name !== root) fail(`this is no ${format}: its first element is <${name}>`);
    if (open.length === DEEPEST) fail(`elements are nested more than ${DEEPEST} deep`);
    const element = { name, attributes, line: parser.line, parents: open.map((each) => each.element) };
    open.push({ element, text: [] });
    handler.open(element);
  });
  const add = (part: string) => open.at(-1)?.text.push(part);
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed !== undefined) handler.close(closed.element, closed.text.join(""));
  });
  parser.write(text).close();
}

/** What the parser says, without its place, which is told before it. */
function explained(message: string, format: string): string {
  const what = message.replace(/^(?:.*?:)?\d+:\d+: /, "").replace(/\.$/, "");
  if (/unclosed tag|unexpected end/.test(what)) return `the file is cut off: ${what}`;
  if (/document must contain a root|text data outside of root/.test(what))
    return `this is no ${format}: ${what}`;
  return `this is no valid XML: ${what}`;
}
