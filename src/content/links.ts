/** The links and citations in bodies: what they may point to, and which of them lead nowhere. */
import type { Span } from "../shared/diagnostic.ts";
import {
  type CitationMark,
  fileOf,
  isFileLink,
  PARAGRAPH_LIMIT,
  parseBody,
  type Token,
  type Wikilink,
  walk,
  wikilink,
} from "../shared/markdown.ts";
import type { AnyRecord, LinkTargets, Written } from "../shared/records.ts";
import { fold } from "../shared/text.ts";
import { markupProblem, tagIn } from "./markup.ts";
import { namesOf } from "./names.ts";
import { idOf } from "./parse.ts";
import type { Problem, Problems } from "./problems.ts";
import type { Suggestions } from "./suggestions.ts";

/** Indexes records by id, name, alias, title and file. */
export function makeLinkTargets(byId: ReadonlyMap<string, AnyRecord>): LinkTargets {
  // Most links are by id, and need neither.
  let byName: ReadonlyMap<string, readonly AnyRecord[]> | undefined;
  let byFile: ReadonlyMap<string, AnyRecord> | undefined;
  return {
    find(target) {
      const exact = byId.get(target) ?? byId.get(target.normalize("NFC"));
      if (exact !== undefined) return [exact];
      byName ??= indexByName(byId);
      return byName.get(fold(target)) ?? [];
    },
    atPath(path, file) {
      byFile ??= indexByFile(byId);
      return byFile.get((resolvePath(path, file) ?? "").normalize("NFC"));
    },
  };
}

function indexByName(byId: ReadonlyMap<string, AnyRecord>): Map<string, AnyRecord[]> {
  const byName = new Map<string, AnyRecord[]>();
  for (const [id, record] of byId) {
    if (id !== record.id) continue;
    for (const name of new Set(namesOf(record).map(fold))) {
      const namesakes = byName.get(name);
      if (namesakes === undefined) byName.set(name, [record]);
      else namesakes.push(record);
    }
  }
  return byName;
}

function indexByFile(byId: ReadonlyMap<string, AnyRecord>): Map<string, AnyRecord> {
  const byFile = new Map<string, AnyRecord>();
  for (const [id, record] of byId) {
    if (id !== record.id) continue;
    const file = record.file.normalize("NFC");
    if (record.kind !== "edge" || !byFile.has(file)) byFile.set(file, record);
  }
  return byFile;
}

/** `../entities/x.md` seen from `edges/2023/y.md`; undefined where the path leaves the folder. */
function resolvePath(path: string, file: string): string | undefined {
  const steps = file.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** What the bodies of a folder may link to, and what they may not. */
export interface Linkable {
  readonly targets: LinkTargets;
  /** Drafts that are left out. */
  readonly drafts: LinkTargets;
  /** Ids and names of what could not be read: links to it are no second mistake. */
  readonly broken: ReadonlySet<string>;
  /** Ids and names, for “did you mean”. */
  readonly names: () => string[];
  readonly suggestions: Suggestions;
  /** Paths of the images. */
  readonly assets: ReadonlySet<string>;
}

/** Reports each link and citation of a body that leads nowhere, to a draft, or to two records, and what else is amiss. */
export function checkLinks(record: Written, linkable: Linkable, problems: Problems): void {
  if (isPlainlyGood(record.body, linkable)) return;
  const tokens = parseBody(record.body);
  const found = new Map<Token, Problem>();
  walk(tokens, (token) => {
    const problem = linkProblem(token, record, linkable) ?? markupProblem(token);
    if (problem !== undefined) found.set(token, problem);
  });
  if (found.size === 0) return;
  const find = finder(record);
  walk(tokens, (token, block) => {
    const span = find(token, block);
    const problem = found.get(token);
    if (problem !== undefined) problems.add({ file: record.file, ...span }, problem);
  });
}

/**
 * Whether nothing can be wrong with a body, which is told without parsing it, as that takes longer than all else: its
 * brackets are links by id or name and citations, each of which leads somewhere, in whatever they stand.
 */
function isPlainlyGood(body: string, linkable: Linkable): boolean {
  if (body.length > PARAGRAPH_LIMIT || /<|\](?:\(|:)/.test(body)) return false;
  for (const [, inside, source = ""] of body.matchAll(MARKS)) {
    const problem =
      inside === undefined
        ? citationProblem({ source: source.normalize("NFC") }, linkable)
        : wikilinkProblem(wikilink(inside), linkable);
    if (problem !== undefined) return false;
  }
  return !body.replace(MARKS, "").includes("[");
}

const MARKS = /\[\[([^[\]\n]+)\]\]|\[\^([^[\]\s]+)\]/g;

function linkProblem(token: Token, record: Written, linkable: Linkable): Problem | undefined {
  if (token.type === "wikilink") return wikilinkProblem(token.meta as Wikilink, linkable);
  if (token.type === "citation") return citationProblem(token.meta as CitationMark, linkable);
  if (token.type === "link_open") return fileProblem(String(token.attrGet("href") ?? ""), record, linkable);
  if (token.type === "image") return imageProblem(String(token.attrGet("src") ?? ""), record, linkable);
  return undefined;
}

function wikilinkProblem(
  { target, fragment }: Wikilink,
  { targets, drafts, broken, names, suggestions }: Linkable,
): Problem | undefined {
  const found = targets.find(target);
  if (found.length === 1 || (target === "" && fragment !== undefined)) return undefined;
  if (found.length > 1) {
    const choices = found.map((choice) => `[[${choice.id}]]`).join(" or ");
    return {
      code: "ambiguous-link",
      message: `“${target}” may mean ${choices}`,
      help: `write ${choices}`,
    };
  }
  if (broken.has(target) || broken.has(fold(target))) return undefined;
  if (drafts.find(target).length > 0) return draftProblem(target);
  const meant = suggestions.for(target, names);
  const message = `no record “${target}”${meant === undefined ? "" : `; did you mean “${meant}”?`}`;
  const help = meant === undefined ? "link by id or name, or remove the brackets" : `write [[${meant}]]`;
  return { code: "dangling-link", message, help };
}

function citationProblem(
  { source }: CitationMark,
  { targets, drafts, broken }: Linkable,
): Problem | undefined {
  const names = (found: AnyRecord) => found.kind === "source" && found.id === source;
  if (targets.find(source).some(names) || broken.has(source)) return undefined;
  if (drafts.find(source).some(names)) return draftProblem(source);
  return {
    code: "dangling-link",
    message: `the footnote “[^${source}]” names no source, and has no text in this file`,
    help: "name the id of a source, or write the note on a line of its own: [^note]: …",
  };
}

function fileProblem(
  address: string,
  record: Written,
  { targets, drafts, broken }: Linkable,
): Problem | undefined {
  if (!isFileLink(address)) return undefined;
  const path = fileOf(address);
  if (targets.atPath(path, record.file) !== undefined || broken.has(idOf(path))) return undefined;
  const draft = drafts.atPath(path, record.file);
  if (draft !== undefined) return draftProblem(draft.id);
  return {
    code: "dangling-link",
    message: `the link to “${path}” leads to no file`,
    help: "write the path from this file, or link by id: [[li-shangfu]]",
  };
}

const draftProblem = (name: string): Problem => ({
  code: "reference-to-draft",
  message: `“${name}” is a draft, and is not published`,
  help: "publish it, or mark this a draft too: draft: true",
});

/** Pictures of other websites are none of ours: the page links to them. */
function imageProblem(
  address: string,
  record: Written,
  { assets, suggestions }: Linkable,
): Problem | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(address)) return undefined;
  const path = fileOf(address);
  if (assets.has(resolvePath(path, record.file) ?? "")) return undefined;
  const up = "../".repeat(record.file.split("/").length - 1);
  const name = path.slice(path.lastIndexOf("/") + 1);
  const meant = suggestions.for(name, () => [...assets].map((asset) => asset.slice("assets/".length)));
  return {
    code: "missing-image",
    message: `no image “${path}”`,
    help:
      meant === undefined
        ? `put it into assets, and write its path from this file: ${up}assets/${name}`
        : `write ${up}assets/${meant}`,
  };
}

/**
 * Finds the places of the tokens of a body, which the parser gives by the line of a block only. Asked for one token
 * after the other, it looks for each behind the one before it, so that a text that stands twice is found twice.
 */
function finder(record: Written): (token: Token, block: Token) => Span {
  const lines = record.body.split("\n");
  const notes = new Map<unknown, [number, number]>();
  let [first, last] = [0, lines.length];
  let text = record.body;
  let from = 0;
  return (token, block) => {
    // The cells of a table have no lines of their own, and are in those of the row that was last; a note inside a
    // paragraph has none either, and comes after everything else.
    const note = token.type === "footnote_open" ? notes.get(token.meta?.id) : undefined;
    const [start, end] = note ?? block.map ?? [first, last];
    if (start !== first || end !== last) {
      [first, last] = [start, end];
      text = lines.slice(first, last).join("\n");
      from = 0;
    }
    if (token.type === "footnote_ref") notes.set(token.meta?.id, [first, last]);
    if (note !== undefined) from = Math.max(0, text.indexOf("^["));
    const written = writings(token).find((each) => text.includes(each));
    if (written === undefined) return spanAt(first, 0, 1);
    // The address of a link stands behind what is linked, and comes before it in the tokens.
    const at = text.indexOf(written, from) < 0 ? text.indexOf(written) : text.indexOf(written, from);
    from = at + written.length;
    const before = text.slice(0, at).split("\n");
    return spanAt(first + before.length - 1, before.at(-1)?.length ?? 0, written.length);
  };
  function spanAt(line: number, column: number, length: number): Span {
    const number = record.bodyLine + line;
    return { line: number, column: column + 1, endLine: number, endColumn: column + 1 + length };
  }
}

/** How a token may be written. */
function writings(token: Token): string[] {
  const tag = tagIn(token);
  if (tag !== undefined) return [tag];
  if (token.type === "wikilink" || token.type === "citation") return [token.markup];
  if (token.type === "code_inline") return [token.content];
  const address = String(token.attrGet("href") ?? token.attrGet("src") ?? "");
  return address === "" ? [] : [address, fileOf(address)];
}
