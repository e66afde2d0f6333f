/** The sources as programs for references take them: CSL-JSON (Citation Style Language, 1.0.2), and BibTeX. */
import { forBibtex } from "../shared/citation.ts";
import type { FuzzyDate } from "../shared/dates.ts";
import { plainDate } from "../shared/plain-dates.ts";
import type { Source } from "../shared/records.ts";
import type { GraphData } from "./graph-data.ts";

const CSL_TYPES: Readonly<Record<Source["type"], string>> = {
  article: "article-newspaper",
  report: "report",
  dataset: "dataset",
  document: "document",
  interview: "interview",
  post: "post",
  broadcast: "broadcast",
  book: "book",
};

/** Dates that are vague or in doubt are as their author wrote them, in `literal`. */
export function cslOf({ content }: GraphData): string {
  const items = content.sources.map((source) => ({
    id: source.id,
    type: CSL_TYPES[source.type],
    title: source.title,
    // Names without a kind: of a person, a desk or an agency.
    author: source.authors.length === 0 ? undefined : source.authors.map((literal) => ({ literal })),
    [source.type === "article" ? "container-title" : "publisher"]: source.publisher,
    issued: cslDate(source.published),
    accessed: cslDate(source.accessed),
    URL: source.url ?? source.archiveUrl,
    language: source.language,
  }));
  return `${JSON.stringify(items, undefined, 2)}\n`;
}

function cslDate(date: FuzzyDate | undefined) {
  if (date === undefined) return undefined;
  const plain = plainDate(date);
  return plain === undefined ? { literal: date.edtf } : { "date-parts": [plain.split("-").map(Number)] };
}

/** The type of an entry, and the field that its publisher goes into. */
const BIBTEX_TYPES: Readonly<Record<Source["type"], readonly [type: string, publisher: string]>> = {
  article: ["article", "journal"],
  report: ["techreport", "institution"],
  dataset: ["misc", "organization"],
  document: ["misc", "organization"],
  interview: ["misc", "organization"],
  post: ["misc", "organization"],
  broadcast: ["misc", "organization"],
  book: ["book", "publisher"],
};

/** An entry a source, by a key of letters that every BibTeX knows. */
export function bibtexOf({ content }: GraphData): string {
  const taken = new Set<string>();
  return content.sources.map((source) => bibtexEntry(source, keyFor(source.id, taken))).join("\n");
}

function keyFor(id: string, taken: Set<string>): string {
  const base = id.replace(/[^a-z0-9-]/g, "").replace(/^-+|-+$/g, "") || "source";
  let key = base;
  for (let n = 2; taken.has(key); n++) key = `${base}-${n}`;
  taken.add(key);
  return key;
}

function bibtexEntry(source: Source, key: string): string {
  const [type, publisher] = BIBTEX_TYPES[source.type];
  const address = source.url ?? source.archiveUrl;
  const fields = [
    ["title", forBibtex(source.title)],
    ["author", source.authors.map((name) => `{${forBibtex(name)}}`).join(" and ")],
    [publisher, forBibtex(source.publisher ?? "")],
    ["year", plainDate(source.published)?.slice(0, 4)],
    ["date", source.published?.edtf],
    ["url", address?.replace(/[{}\\]/g, encodeURIComponent)],
    ["urldate", plainDate(source.accessed)],
  ].filter(([, value]) => value !== undefined && value !== "");
  return `@${type}{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;
}
