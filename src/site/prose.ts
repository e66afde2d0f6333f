/**
 * Bodies → HTML. Links between records become addresses, citations become numbered footnotes, headings get ids of
 * their own name space, and pictures come from the content’s own assets only.
 */

import { escapeHtml, type Html, raw } from "../shared/html.ts";
import {
  type CitationMark,
  fileOf,
  fragmentOf,
  isFileLink,
  markdown,
  plainParagraph,
  type Token,
  type Wikilink,
  walk,
} from "../shared/markdown.ts";
import { pagePath } from "../shared/paths.ts";
import type { Written } from "../shared/records.ts";
import { isMapBlock, sectionsOf } from "../shared/sections.ts";
import { toId } from "../shared/text.ts";
import { type Site, titleOf } from "./site.ts";

/** The numbers of the sources that a page cites, in the order in which they first appear on it. */
export class Footnotes {
  readonly #numbers = new Map<string, number>();

  /** The number of a source, from 1. */
  numberOf(source: string): number {
    const number = this.#numbers.get(source) ?? this.#numbers.size + 1;
    this.#numbers.set(source, number);
    return number;
  }

  sources(): string[] {
    return [...this.#numbers.keys()];
  }
}

/** A body as HTML for a page whose site root is `root`. */
export function proseOf(site: Site, text: Written, root: string, footnotes: Footnotes): Html {
  if (text.body.trim() === "") return raw("");
  const plain = plainParagraph(text.body);
  // As the renderer has it, which leaves apostrophes as they are.
  if (plain !== undefined) return raw(`<p>${plain.replaceAll('"', "&quot;")}</p>\n`);
  const environment = {};
  const tokens = markdown.parse(text.body, environment);
  prepareAll(tokens, site, text, root, footnotes);
  return render(tokens, environment);
}

/** The body of a story in its parts: each step begins with its heading. */
export interface StoryProse {
  readonly introduction: Html;
  readonly steps: readonly Html[];
  readonly notes: Html;
}

/** Parsed as one text, so that its steps share their notes and no two headings have one id. */
export function storyProseOf(site: Site, text: Written, root: string, footnotes: Footnotes): StoryProse {
  const environment = {};
  const tokens = markdown.parse(text.body, environment);
  // Before headings of the first level are brought down to the second, which would make steps of them.
  const { introduction, steps, notes } = sectionsOf(tokens);
  prepareAll(tokens, site, text, root, footnotes);
  const print = (part: readonly Token[]) =>
    render(
      part.filter((token) => !isMapBlock(token)),
      environment,
    );
  return { introduction: print(introduction), steps: steps.map(print), notes: print(notes) };
}

function prepareAll(
  tokens: readonly Token[],
  site: Site,
  text: Written,
  root: string,
  footnotes: Footnotes,
): void {
  nameHeadings(tokens);
  walk(tokens, (token) => prepare(token, site, text, root, footnotes));
}

function render(tokens: Token[], environment: Record<string, unknown>): Html {
  return raw(markdown.renderer.render(tokens, markdown.options, environment));
}

/** The page’s own heading is the first; a body begins at the second, and its ids cannot be taken for ours. */
function nameHeadings(tokens: readonly Token[]): void {
  const used = new Map<string, number>();
  const taken = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    if (token.type !== "heading_open" && token.type !== "heading_close") continue;
    token.tag = `h${Math.min(6, Math.max(2, Number(token.tag.slice(1))))}`;
    if (token.type === "heading_close") continue;
    const id = sectionId(textOf(tokens[i + 1]));
    let times = used.get(id) ?? 0;
    let own = id;
    // “A”, “A” and “A 2” are three headings.
    do {
      times++;
      own = times === 1 ? id : `${id}-${times}`;
    } while (taken.has(own));
    used.set(id, times);
    taken.add(own);
    token.attrSet("id", own);
  }
}

function sectionId(heading: string): string {
  return `section-${toId(heading) || "untitled"}`;
}

function textOf(inline: Token | undefined): string {
  return (inline?.children ?? []).map((child) => child.content).join("");
}

function prepare(token: Token, site: Site, text: Written, root: string, footnotes: Footnotes): void {
  if (token.type === "wikilink") printWikilink(token, token.meta as Wikilink, site, root);
  if (token.type === "citation") printCitation(token, (token.meta as CitationMark).source, footnotes);
  if (token.type === "link_open") printLink(token, site, text, root);
  if (token.type === "th_open" || token.type === "td_open") alignCell(token);
  if (token.type === "image") printImage(token, text, root);
}

function become(token: Token, markup: string): void {
  token.type = "html_inline";
  token.content = markup;
  token.children = null;
}

/** By a class: the page’s own policy forbids what is in a `style`. */
function alignCell(token: Token): void {
  const side = /^text-align:(left|center|right)$/.exec(String(token.attrGet("style") ?? ""))?.[1];
  token.attrs = side === undefined ? null : [["class", `align-${side}`]];
}

function printWikilink(token: Token, link: Wikilink, site: Site, root: string): void {
  const fragment = link.fragment ? `#${sectionId(link.fragment)}` : "";
  const [record] = site.content.links.find(link.target);
  const label = link.label ?? (record === undefined ? (link.fragment ?? link.target) : titleOf(site, record));
  const address = record === undefined ? "" : `${root}${pagePath(record.kind, record.id)}`;
  become(token, `<a href="${escapeHtml(address + fragment)}">${escapeHtml(label)}</a>`);
}

function printCitation(token: Token, source: string, footnotes: Footnotes): void {
  const number = footnotes.numberOf(source);
  become(token, `<sup class="footnote"><a href="#source-${number}">${number}</a></sup>`);
}

function printLink(token: Token, site: Site, text: Written, root: string): void {
  const address = String(token.attrGet("href") ?? "");
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
    token.attrSet("rel", "external nofollow noopener");
    return;
  }
  const target = isFileLink(address) ? site.content.links.atPath(fileOf(address), text.file) : undefined;
  const page = target === undefined ? "" : root + pagePath(target.kind, target.id);
  const fragment = fragmentOf(address);
  if (page !== "" || address.startsWith("#"))
    token.attrSet("href", page + (fragment && `#${sectionId(fragment)}`));
}

/** Pictures from elsewhere would tell others who reads: they become links. */
function printImage(token: Token, text: Written, root: string): void {
  const source = String(token.attrGet("src") ?? "");
  const alt = textOf(token);
  const asset = assetPath(source, text.file);
  if (asset === undefined)
    become(
      token,
      `<a href="${escapeHtml(source)}" rel="external nofollow noopener">${escapeHtml(alt || source)}</a>`,
    );
  else become(token, `<img src="${escapeHtml(root + asset)}" alt="${escapeHtml(alt)}" loading="lazy">`);
}

/** `../assets/x.png` seen from `entities/y.md` → `assets/x.png`; undefined for every other place. */
function assetPath(source: string, file: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(source)) return undefined;
  const url = new URL(source, `file:///${file}`);
  return url.pathname.startsWith("/assets/") ? url.pathname.slice(1) : undefined;
}
