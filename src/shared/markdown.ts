/**
 * The dialect of Markdown that bodies are written in: CommonMark, tables, footnotes, `[[wikilinks]]`, and footnotes
 * named after a source (`[^presstv-2023]`), which cite it. Raw HTML is text. Parsing only: `content/` checks what the
 * links point to, `site/` prints them.
 */
import MarkdownIt, { type MarkdownIt as Parser, type StateInline, type Token } from "markdown-it";
import footnote from "markdown-it-footnote";
import { gatherNotes } from "./notes.ts";
import { isId } from "./text.ts";

export type { Token };

/** What a `wikilink` token carries in `meta`: `[[target#fragment|label]]`. Its `markup` is the link as written. */
export type Wikilink = { readonly target: string; readonly fragment?: string; readonly label?: string };

/** What a `citation` token carries in `meta`: the id of a source. Its `markup` is the citation as written. */
export type CitationMark = { readonly source: string };

export const markdown: Parser = new MarkdownIt({ html: false, linkify: false, typographer: false })
  .use(footnote)
  .use((md: Parser) => {
    md.inline.ruler.before("link", "wikilink", readWikilink);
    md.inline.ruler.after("footnote_ref", "citation", readCitation);
    md.core.ruler.at("footnote_tail", gatherNotes);
    md.validateLink = isSafeAddress;
    limitParagraphs(md);
  });

/** Longer paragraphs are text: to look for the ends of brackets takes time that grows with the square of the length. */
export const PARAGRAPH_LIMIT = 20_000;
/** How deep notes may stand in notes, and pictures in the names of pictures. */
const DEPTH_LIMIT = 8;

function limitParagraphs({ inline }: Parser): void {
  const parse = inline.parse.bind(inline);
  let depth = 0;
  inline.parse = (source, md, env, tokens) => {
    if (source.length > PARAGRAPH_LIMIT || depth === DEPTH_LIMIT) {
      const text = new inline.State(source, md, env, tokens).push("text", "", 0);
      text.content = source;
      return;
    }
    depth++;
    try {
      parse(source, md, env, tokens);
    } finally {
      depth--;
    }
  };
}

/** Whether a link may lead there: an address without a scheme, on the web, or of a mailbox. */
function isSafeAddress(address: string): boolean {
  const [, scheme] = /^([^/?#]*):/.exec(decoded(address)) ?? [];
  return scheme === undefined || /^(https?|mailto)$/i.test(scheme);
}

/** Splits a body into tokens. `env` takes the footnotes, and must go to the renderer with the tokens. */
export function parseBody(body: string, env: Record<string, unknown> = {}): Token[] {
  return markdown.parse(body, env);
}

/** A letter, then nothing that any rule of the dialect begins with, on one line. */
const PLAIN_PARAGRAPH = /^\n*(\p{L}[^\n\r\\`*_[\]<>&|~^\0]*)\n*$/u;

/**
 * The text of a body that is one paragraph with nothing to read in it, as most bodies of claims are: told without
 * parsing, which takes thirty times as long. Undefined for any other body.
 */
export function plainParagraph(body: string): string | undefined {
  const line = PLAIN_PARAGRAPH.exec(body)?.[1];
  const text = line?.trimEnd();
  // Other white space than this stays where it is.
  return line !== undefined && /^[ \t]*$/.test(line.slice(text?.length)) ? text : undefined;
}

/** The links of a body by id or name, in their order. */
export function wikilinksIn(body: string): Wikilink[] {
  const found: Wikilink[] = [];
  if (hasPlainBrackets(body)) {
    for (const [, inside = ""] of body.matchAll(WIKILINKS))
      if (inside.trim() !== "") found.push(wikilink(inside));
    return found;
  }
  walk(parseBody(body), ({ type, meta }) => {
    if (type === "wikilink") found.push(meta as Wikilink);
  });
  return found;
}

/**
 * Whether brackets mean the same wherever they stand in a body: there is no code, nothing escaped, no link with an
 * address, no note, no table, and no paragraph too long to be read. To see that takes a tenth of the time that parsing does.
 */
const hasPlainBrackets = (body: string): boolean =>
  body.length <= PARAGRAPH_LIMIT && !/[`\\<~^\t\r\0]|\][(:]|!\[|^ {4}|^[ |:-]+$/m.test(body);

const WIKILINKS = /\[\[([^[\]\n]+)\]\]/g;

/** Calls back for each token, inline ones with the block that holds them. */
export function walk(tokens: readonly Token[], visit: (token: Token, block: Token) => void): void {
  for (const token of tokens) {
    visit(token, token);
    for (const child of token.children ?? []) visit(child, token);
  }
}

// Sticky, and without brackets inside: each is over at the next bracket, so that a body of brackets takes no longer
// than any other of its length.
const WIKILINK = /\[\[([^[\]\n]+)\]\]/y;
const CITATION = /\[\^([^[\]\s]+)\]/y;

/** What the pattern finds at the place that has been reached. */
function written(pattern: RegExp, { src, pos, posMax }: StateInline): RegExpExecArray | undefined {
  pattern.lastIndex = pos;
  const found = pattern.exec(src);
  return found === null || pos + found[0].length > posMax ? undefined : found;
}

function readWikilink(state: StateInline, silent: boolean): boolean {
  const found = written(WIKILINK, state);
  const inside = found?.[1] ?? "";
  if (found === undefined || inside.trim() === "") return false;
  if (!silent) {
    const token = state.push("wikilink", "a", 0);
    token.meta = wikilink(inside);
    token.markup = found[0];
  }
  state.pos += found[0].length;
  return true;
}

/** What stands between the brackets, in its parts. */
export function wikilink(inside: string): Wikilink {
  const bar = inside.indexOf("|");
  const place = (bar < 0 ? inside : inside.slice(0, bar)).trim();
  const label = bar < 0 ? undefined : inside.slice(bar + 1).trim() || undefined;
  const hash = place.indexOf("#");
  if (hash < 0) return { target: place, label };
  return { target: place.slice(0, hash).trim(), fragment: place.slice(hash + 1).trim(), label };
}

function readCitation(state: StateInline, silent: boolean): boolean {
  const found = written(CITATION, state);
  const source = found?.[1]?.normalize("NFC") ?? "";
  if (found === undefined || !isId(source)) return false;
  if (!silent) {
    const token = state.push("citation", "a", 0);
    token.meta = { source } satisfies CitationMark;
    token.markup = found[0];
  }
  state.pos += found[0].length;
  return true;
}

/** Whether the address is a relative path to a Markdown file, as editors write links between files. */
export function isFileLink(address: string): boolean {
  return /^[^:?]*\.md(#.*)?$/.test(address) && !address.startsWith("//");
}

/** The path in a file link: `../entities/%E5%8D%97.md#part` → `../entities/南.md`. */
export function fileOf(address: string): string {
  return decoded(address.replace(/#.*$/, ""));
}

/** The fragment of an address without its `#`, or an empty text. */
export function fragmentOf(address: string): string {
  const hash = address.indexOf("#");
  return hash < 0 ? "" : decoded(address.slice(hash + 1));
}

/** Percent-decoded where that can be done, else as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
