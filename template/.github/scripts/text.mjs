// @ts-check
/**
 * Text from somebody who is not trusted, made harmless for a comment: it notifies nobody, links nowhere, loads nothing
 * and hides nothing. Entities are text to Markdown and never structure, whatever stands around them.
 */

/** Stands between two characters and is not seen. */
const GAP = "\u200b";

/** @param {string} character */
const entity = (character) => `&#${character.codePointAt(0)};`;

/** Control characters, and those that turn, hide or split the text around them. Line breaks stay. */
const UNSEEN = /(?!\n)\p{Cc}|\p{Bidi_C}|[\u2028\u2029\u200b-\u200d\u2060\ufeff]|\p{Cs}/gu;

/** Mentions, references to issues, and addresses, which hosts make links of even where they stand as plain text. */
const withoutLinks = (/** @type {string} */ text) =>
  text
    .replace(/@/g, `@${GAP}`)
    .replace(/#(?=\d)/g, `#${GAP}`)
    .replace(/\b(gh)-(?=\d)/gi, `$1-${GAP}`)
    .replace(/:(?=\/\/|mailto|xmpp)/gi, `:${GAP}`)
    .replace(/\b(mailto|xmpp):/gi, `$1${GAP}:`)
    .replace(/\b(www)\./gi, `$1${GAP}.`);

/**
 * One line of plain text, of at most `limit` characters.
 *
 * @param {unknown} value
 * @param {number} limit
 */
export function plainText(value, limit) {
  const text = typeof value === "string" ? value : "";
  const seen = text
    .slice(0, limit + 1)
    .replace(UNSEEN, "")
    .replace(/\s+/g, " ")
    .trim();
  const cut = seen.length > limit ? `${seen.slice(0, limit).replace(/[\ud800-\udbff]$/, "")}…` : seen;
  // Gaps first: the entities are made of characters that they look for.
  return withoutLinks(cut).replace(/[!"$%&'*+<=>[\\\]^_`{|}~]|^[-#+.\d)]+/g, (match) =>
    [...match].map(entity).join(""),
  );
}

/** The only tags that Markdown keeps, as they stand here. */
const TAGS = /<(?!(?:\/?(?:details|summary|sub|code|b|br)|details open)>)/g;

/**
 * Markdown that keeps headings, lists, tables, emphasis, code and sections to open, and loses everything else. Cut at
 * the end of a line where it is longer than `limit` characters.
 *
 * @param {string} text
 * @param {number} limit
 */
export function plainMarkdown(text, limit) {
  const seen = text.replace(/\r\n?/g, "\n").replace(UNSEEN, "");
  const harmless = withoutLinks(seen)
    .replace(/&(?=#?\w+;)/g, (amp, at, whole) => (isMark(whole.slice(at)) ? amp : "&amp;"))
    .replace(TAGS, "&lt;")
    .replace(/\[/g, "&#91;")
    .replace(/\$/g, "&#36;")
    // Blocks of code can be drawings, which load things; and one that does not end would swallow the rest.
    .replace(/`{3,}|~{3,}/g, (fence) => [...fence].map(entity).join(""));
  return closed(cutAtLine(harmless, limit));
}

/** Entities that stand for a character which is harmless as text, and would otherwise be structure. */
const isMark = (/** @type {string} */ text) => /^&(?:lt|gt|amp|quot|#39|#124);/.test(text);

/** @param {string} text @param {number} limit */
function cutAtLine(text, limit) {
  if (text.length <= limit) return text.trim();
  const cut = text.slice(0, limit);
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf("\n"))).trim()}\n\n… and more: the rest is in the upload.`;
}

/**
 * Sections that the cut, or their author, left open are closed; where more are closed than were opened, none is one.
 *
 * @param {string} text
 */
function closed(text) {
  let open = 0;
  for (const [tag] of text.matchAll(/<\/?details(?: open)?>/g)) {
    open += tag.startsWith("</") ? -1 : 1;
    if (open < 0) return text.replace(/<(?=\/?(?:details|summary))/g, "&lt;");
  }
  return `${text}${"\n\n</details>".repeat(open)}`;
}
