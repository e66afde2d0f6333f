/** Bodies of the manual → HTML: links between its files become addresses, headings get ids, code is code. */
import { posix } from "node:path";
import type { Manual, ManualPage } from "../content/manual.ts";
import { escapeHtml, type Html, raw } from "../shared/html.ts";
import { fileOf, fragmentOf, isFileLink, markdown, type Token, walk } from "../shared/markdown.ts";

/** The folder of the manual in the site. */
export const MANUAL = "docs/";

/** The address of a page of the manual: `docs/tutorial/`. */
export const manualPath = ({ name }: Pick<ManualPage, "name">): string =>
  name === "" ? MANUAL : `${MANUAL}${encodeURIComponent(name)}/`;

/** All pages in the order of the table of contents, which comes first. */
export const manualPages = ({ contents, groups }: Manual): ManualPage[] => [
  contents,
  ...groups.flatMap(({ pages }) => pages),
];

export interface ManualProse {
  readonly prose: Html;
  /** The headings of the second level. */
  readonly headings: readonly { readonly id: string; readonly text: string }[];
}

/** A page for a site whose root is `root`. What links to a file outside the manual is text: the site has no such file. */
export function manualProse(page: ManualPage, root: string): ManualProse {
  const environment = {};
  const tokens = markdown.parse(page.body, environment);
  const headings = nameHeadings(tokens);
  walk(tokens, (token) => prepare(token, root));
  const prose = raw(
    markdown.renderer
      .render(tokens, markdown.options, environment)
      .replaceAll("<table>", '<div class="scroll" tabindex="0"><table>')
      .replaceAll("</table>", "</table></div>")
      .replaceAll("<pre>", '<pre tabindex="0">'),
  );
  return { prose, headings };
}

function nameHeadings(tokens: readonly Token[]): { id: string; text: string }[] {
  const times = new Map<string, number>();
  const headings = [];
  for (const [i, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const text = (tokens[i + 1]?.children ?? []).map(({ content }) => content).join("");
    const name = fragmentFor(text);
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    const id = `section-${name}${before === 0 ? "" : `-${before}`}`;
    token.attrSet("id", id);
    if (token.tag === "h2") headings.push({ id, text });
  }
  return headings;
}

/** The fragment that hosts such as GitHub give a heading, so that one link serves there and here. */
const fragmentFor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

function prepare(token: Token, root: string): void {
  // A manual explains the marks of claims, and has none itself.
  if (token.type === "wikilink" || token.type === "citation") become(token, escapeHtml(token.markup));
  if (token.type === "th_open" || token.type === "td_open") token.attrs = null;
  if (token.type === "image") token.attrSet("src", root + MANUAL + String(token.attrGet("src")));
  if (token.type === "link_open") {
    const address = String(token.attrGet("href") ?? "");
    const leads = addressFor(address, root);
    if (leads !== undefined) token.attrSet("href", leads);
    else token.attrs = null;
    if (leads !== undefined && /^https?:/i.test(leads)) token.attrSet("rel", "external");
  }
}

function addressFor(address: string, root: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  const fragment = fragmentOf(address);
  const hash = fragment === "" ? "" : `#section-${encodeURIComponent(fragment)}`;
  if (address.startsWith("#")) return hash;
  const path = posix.normalize(fileOf(address));
  if (!isFileLink(address) || path.startsWith("..")) return undefined;
  return root + manualPath({ name: path === "README.md" ? "" : path.replace(/\.md$/, "") }) + hash;
}

function become(token: Token, markup: string): void {
  token.type = "html_inline";
  token.content = markup;
  token.children = null;
}
