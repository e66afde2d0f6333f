// @ts-check
/**
 * Text from somebody who is not trusted, made harmless for a comment: it notifies nobody, links nowhere, loads nothing
 * and hides nothing. What would begin such a thing is parted by a thin space, which no backslash before it undoes.
 */

const GAP = "\u200a";

/** Control characters, and those that turn, hide or split the text around them. Line breaks stay. */
const UNSEEN = /(?!\n)\p{Cc}|\p{Bidi_C}|[\u2028\u2029\u200b-\u200d\u2060\ufeff]|\p{Cs}/gu;

/** Mentions, references to issues, and addresses: hosts make links of them even where they stand as plain text. */
const withoutReferences = (/** @type {string} */ text) =>
  text
    .replace(/@/g, `@${GAP}`)
    .replace(/#(?=\d)/g, `#${GAP}`)
    .replace(/\b(gh)-(?=\d)/gi, `$1-${GAP}`)
    .replace(/\/(?=\/)/g, `/${GAP}`)
    .replace(/\b(www)\./gi, `$1${GAP}.`);

/**
 * One line of plain text, of at most `limit` characters.
 *
 * @param {unknown} value
 * @param {number} limit
 */
export function plainText(value, limit) {
  const text = typeof value === "string" ? value : "";
  const line = text.replace(UNSEEN, "").replace(/\s+/g, " ").trim();
  const cut = line.length > limit ? `${line.slice(0, limit).replace(/[\ud800-\udbff]$/, "")}…` : line;
  // Gaps first: entities hold characters that these look for.
  return withoutReferences(cut).replace(/[!"$%&'*+<=>[\\\]^_`{|}~]|^[-#+.\d)]+/g, (marks) =>
    [...marks].map((mark) => `&#${mark.codePointAt(0)};`).join(""),
  );
}

/** Everything that begins with the sign of a tag, but for those that Markdown keeps as they stand here. */
const TAGS = /<(?!(?:\/?(?:details|summary|sub|code|b|br)|details open)>)/g;

/** Entities, which stand for any character, but for those of characters that are harmless. */
const ENTITIES = /&(?!(?:lt|gt|amp|quot);)/g;

/**
 * Markdown that keeps headings, lists, tables, emphasis, code and sections to open, and loses everything else. Cut at
 * the end of a line where it is longer than `limit` characters.
 *
 * @param {string} text
 * @param {number} limit
 */
export function plainMarkdown(text, limit) {
  const seen = text.replace(/\r\n?/g, "\n").replace(UNSEEN, "");
  const harmless = withoutReferences(seen.replaceAll("&#39;", "'").replaceAll("&#124;", "\\|"))
    .replace(ENTITIES, `&${GAP}`)
    .replace(TAGS, `<${GAP}`)
    // Links, pictures, and what a link elsewhere is to mean.
    .replace(/\](?=[([:])/g, `]${GAP}`)
    .replace(/\$/g, `$${GAP}`)
    // Blocks of code may be drawings, which load things; and one that does not end would swallow the rest.
    .replace(/`{3,}|~{3,}/g, (fence) => [...fence].join(GAP));
  return closed(cutAtLine(harmless, limit));
}

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
    if (open < 0) return text.replace(/<(?=\/?(?:details|summary))/g, `<${GAP}`);
  }
  return `${text}${"\n\n</details>".repeat(open)}`;
}
