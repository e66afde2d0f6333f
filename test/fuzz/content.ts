/** Content as nobody would write it, and as somebody with bad intentions would: the inputs of the property tests. */
import fc from "fast-check";

/** Pieces that have broken parsers, printers and pages before. */
const PIECES = [
  "---\n",
  "---js\n",
  "...\n",
  "\n",
  "\r\n",
  "\t",
  " ",
  "  ",
  "- ",
  ": ",
  "? ",
  "| \n",
  "> \n",
  "# ",
  "## main\n",
  "&a ",
  "*a ",
  "!!js/function ",
  "!!binary ",
  "{",
  "}",
  "[",
  "]",
  "[[",
  "]]",
  "[[a|",
  "[[#",
  "[^log]",
  "[^",
  "](",
  "![](../assets/x.png)",
  "![",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "data:text/html,x",
  "../../etc/passwd",
  "%2e%2e/",
  "__proto__",
  "constructor",
  "{{ 7 * 7 }}",
  "{% raw %}",
  "<%= 1 %>",
  "\u202e",
  "\u2028",
  "\u0000",
  "\ufeff",
  "\ud800",
  "é",
  "e\u0301",
  "李尚福",
  "العربية",
  "👩‍👩‍👧",
  "2023-06-15",
  "2023?-06",
  "2018/..",
  "[2021,2022]",
  "15/06/2023",
  "yes",
  "null",
  "~",
  "0x1F",
  "1e3",
  "'",
  '"',
  "`",
  "|",
  "*",
  "_",
  "~~",
  "$",
  "\\",
];

const KEYS = [
  "type",
  "name",
  "aliases",
  "description",
  "date",
  "image",
  "sameAs",
  "sources",
  "tags",
  "edges",
  "formerIds",
  "draft",
  "from",
  "to",
  "title",
  "status",
  "attributedTo",
  "about",
  "respondsTo",
  "supersedes",
  "credibility",
  "url",
  "published",
  "derivedFrom",
  "x-mine",
  "permalink",
  "__proto__",
];

const IDS = ["a", "b", "log", "a-b", "李尚福", "constructor", "nobody"];
const TYPES = ["person", "state", "visit", "demand", "refusal", "part-of", "nothing"];

const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: "binary" })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(""));

const scalar = fc.oneof(
  fc.constantFrom(...IDS),
  fc.constantFrom(...TYPES),
  fc.constantFrom(...PIECES).map((piece) => piece.trim()),
  text.map((value) => JSON.stringify(value)),
);

const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 4 }).map((items) => `[${items.join(", ")}]`),
  fc
    .record({ source: fc.constantFrom(...IDS), locator: scalar })
    .map((citation) => `\n  - source: ${citation.source}\n    locator: ${citation.locator}`),
  fc
    .record({ type: fc.constantFrom(...TYPES), to: fc.constantFrom(...IDS) })
    .map((edge) => `\n  - type: ${edge.type}\n    to: ${edge.to}`),
);

/** Keys in any order, some of them known; mostly well formed. */
const matter = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), value), { maxLength: 8 })
  .map((pairs) => pairs.map(([key, written]) => `${key}: ${written}\n`).join(""));

/** A file that is nearly right, so that it comes far. */
const likely = fc
  .record({
    kind: fc.constantFrom("entities", "edges", "sources"),
    type: fc.constantFrom(...TYPES),
    from: fc.constantFrom(...IDS),
    to: fc.constantFrom(...IDS),
    name: text,
    more: matter,
    body: text,
  })
  .map(({ kind, type, from, to, name, more, body }) => {
    const start = {
      entities: `type: ${type}\nname: ${JSON.stringify(name)}\n`,
      edges: `type: ${type}\nfrom: ${from}\nto: ${to}\nsources: [log]\ntitle: ${JSON.stringify(name)}\n`,
      sources: `title: ${JSON.stringify(name)}\n`,
    }[kind];
    return { kind, text: `---\n${start}${more}---\n${body}` };
  });

const unlikely = fc.record({
  kind: fc.constantFrom("entities", "edges", "sources"),
  text: fc.oneof(
    text,
    matter.map((keys) => `---\n${keys}---\n`),
    fc.string({ unit: "binary", maxLength: 400 }),
  ),
});

/** Files by path: some that are right, and some that may be anything. */
export const folders: fc.Arbitrary<Record<string, string>> = fc
  .record({
    files: fc.array(fc.tuple(fc.constantFrom(...IDS), fc.oneof({ weight: 3, arbitrary: likely }, unlikely)), {
      maxLength: 6,
    }),
    site: fc.option(matter, { nil: undefined, freq: 4 }),
    ontology: fc.option(text, { nil: undefined, freq: 4 }),
  })
  .map(({ files, site, ontology }) => ({
    "entities/a.md": "---\ntype: person\nname: Ann\n---\n",
    "entities/b.md": "---\ntype: state\nname: Bermuda\n---\n",
    "edges/a-b.md": "---\ntype: visit\nfrom: a\nto: b\nsources: [log]\n---\n",
    "sources/log.md": "---\ntitle: The log\n---\n",
    ...Object.fromEntries(files.map(([id, file]) => [`${file.kind}/${id}.md`, file.text])),
    ...(site !== undefined && { "site.yml": site }),
    ...(ontology !== undefined && { "ontology.yml": ontology }),
  }));
