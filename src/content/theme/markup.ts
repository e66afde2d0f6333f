/**
 * Reads the markup of a template as a browser would, piece by piece, so that what a theme prints can be vouched for:
 * elements and attributes from a list, everything closed, nothing of the content where it could be taken for markup.
 */
import type { PieceKind } from "../../shared/templates.ts";

export interface MarkupProblem {
  /** Offsets in the template. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help: string;
}

/** No script, style, frame, form, nor what belongs into the head, which stays Skein’s: it holds the policy. */
const ELEMENTS = new Set(
  (
    "a abbr address article aside b bdi bdo blockquote br cite code data dd del details dfn div dl dt em figcaption figure " +
    "footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp search section " +
    "small span strong sub summary sup table caption colgroup col tbody td tfoot th thead tr time u ul var wbr"
  ).split(" "),
);

const VOID = new Set(["br", "hr", "img", "col", "wbr"]);

const ATTRIBUTE =
  /^(?:(?:aria|data)-[a-z0-9-]+|abbr|alt|cite|class|cols?pan|rowspan|datetime|dir|headers|height|hidden|href|id|lang|loading|open|rel|reversed|role|scope|src|start|tabindex|target|title|translate|value|width)$/;

const ADDRESSES = new Set(["href", "src", "cite"]);

/** An address that the template gives itself, or one that begins with a piece that is an address. */
const SAFE_ADDRESS = /^(?:\ue001|#|https?:\/\/|mailto:|[^:&\ue000\ue001/?#]*(?:[/?#]|$))/;
const MARKS: Record<PieceKind, string> = { html: "\ue000", text: "\ue000", url: "\ue001" };

type State = "text" | "tag" | "value";

interface Opened {
  readonly name: string;
  readonly start: number;
}

export class MarkupReader {
  readonly problems: MarkupProblem[] = [];
  #state: State = "text";
  readonly #open: Opened[] = [];
  #tag: Opened = { name: "", start: 0 };
  #attribute = "";
  #quote = "";
  #value = "";

  /** Reads markup that begins at an offset of the template. */
  text(markup: string, offset: number): void {
    let at = 0;
    while (at < markup.length) {
      const step =
        this.#state === "text"
          ? this.#readText(markup, at, offset)
          : this.#state === "tag"
            ? this.#readTag(markup, at, offset)
            : this.#readValue(markup, at, offset);
      // Beyond a mistake nothing can be told.
      if (step === undefined) return;
      at = step;
    }
  }

  /** Reads a piece that the template names. */
  piece(name: string, kind: PieceKind, start: number, end: number): void {
    if (this.#state === "tag") {
      this.#add(
        start,
        end,
        `{{${name}}} stands in a tag`,
        `write it in the quotes of an attribute: title="{{${name}}}"`,
      );
    } else if (this.#state === "value") {
      if (kind === "html")
        this.#add(start, end, `{{${name}}} is markup, and stands in an attribute`, "put it between tags");
      this.#value += MARKS[kind];
    }
  }

  /** Where it is, to be compared: a section must end where it began. */
  get place(): string {
    return `${this.#state} ${this.#open.length} ${this.#open.at(-1)?.start}`;
  }

  get isInTag(): boolean {
    return this.#state === "tag";
  }

  /** Reads the end of the template. */
  end(): void {
    if (this.#state !== "text")
      this.#add(
        this.#tag.start,
        this.#tag.start + 1,
        `the tag <${this.#tag.name} has no end`,
        "close it with >",
      );
    for (const { name, start } of this.#open.slice(-1))
      this.#add(start, start + 1 + name.length, `<${name}> is never closed`, `add </${name}>`);
  }

  #readText(markup: string, at: number, offset: number): number | undefined {
    const less = markup.indexOf("<", at);
    if (less === -1) return markup.length;
    const found = matchAt(/<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/iy, markup, less);
    const start = offset + less;
    if (found === undefined) {
      const isComment = markup.startsWith("<!", less);
      return this.#add(
        start,
        start + 1,
        isComment ? "comments and declarations of HTML are not taken" : "this < begins no element",
        isComment ? "write {{! a comment that is not published }}" : "write &lt; for the sign itself",
      );
    }
    const [whole, slash, written = ""] = found;
    const name = written.toLowerCase();
    const end = start + whole.length;
    if (!ELEMENTS.has(name))
      return this.#add(
        start,
        end,
        `<${name}> may not stand in a theme`,
        "use elements for text, lists, tables, pictures and links: a theme brings no code, forms or frames, and leaves the head to Skein",
      );
    if (slash === "") {
      this.#tag = { name, start };
      this.#state = "tag";
      return less + whole.length;
    }
    const opened = this.#open.at(-1);
    if (opened?.name !== name)
      return this.#add(
        start,
        end,
        `</${name}> closes nothing here`,
        opened === undefined ? "remove it" : `close <${opened.name}> first`,
      );
    this.#open.pop();
    const close = matchAt(/\s*>/y, markup, less + whole.length);
    return close === undefined
      ? this.#add(start, end, `</${name} has no end`, "close it with >")
      : less + whole.length + close[0].length;
  }

  #readTag(markup: string, at: number, offset: number): number | undefined {
    const skipped = matchAt(/\s+/y, markup, at)?.[0].length ?? 0;
    const from = at + skipped;
    if (from === markup.length) return from;
    const end = matchAt(/\/?>/y, markup, from);
    if (end !== undefined) {
      if (!VOID.has(this.#tag.name)) this.#open.push(this.#tag);
      this.#state = "text";
      return from + end[0].length;
    }
    const found = matchAt(/([a-z][a-z0-9-]*)(?:\s*=\s*(["'])|(?=[\s/>]))/iy, markup, from);
    const start = offset + from;
    if (found === undefined)
      return this.#add(
        start,
        start + 1,
        `this is no attribute of <${this.#tag.name}>`,
        'write name="value", with quotes',
      );
    const [whole, written = "", quote] = found;
    const name = written.toLowerCase();
    if (!ATTRIBUTE.test(name))
      return this.#add(
        start,
        start + written.length,
        `the attribute ${name} may not stand in a theme`,
        name === "style" ? "give it a class, and put the style into a .css file" : "remove it",
      );
    if (quote !== undefined) {
      [this.#attribute, this.#quote, this.#value] = [name, quote, ""];
      this.#state = "value";
    }
    return from + whole.length;
  }

  #readValue(markup: string, at: number, offset: number): number | undefined {
    const end = markup.indexOf(this.#quote, at);
    // The marks of pieces are ours alone.
    this.#value += markup.slice(at, end === -1 ? undefined : end).replaceAll(/[\ue000\ue001]/g, "");
    if (end === -1) return markup.length;
    this.#state = "tag";
    if (ADDRESSES.has(this.#attribute) && !SAFE_ADDRESS.test(this.#value.trim()))
      return this.#add(
        offset + end,
        offset + end + 1,
        `${this.#attribute} is no address of the site or of the web`,
        "begin it with {{root}}, https:// or mailto:",
      );
    return end + 1;
  }

  #add(start: number, end: number, message: string, help: string): undefined {
    this.problems.push({ start, end, message, help });
  }
}

/** What a sticky pattern finds at a place. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
