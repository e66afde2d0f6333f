/** The links and citations in bodies: what they may point to, and which of them lead nowhere. */
import {
  type CitationMark,
  fileOf,
  isFileLink,
  parseBody,
  type Token,
  type Wikilink,
  walk,
} from "../shared/markdown.ts";
import type { AnyRecord, LinkTargets } from "../shared/records.ts";
import { fold, nearest } from "../shared/text.ts";
import { idOf } from "./parse.ts";
import type { Problem, Problems } from "./problems.ts";

/** Indexes records by id, name, alias, title and file. */
export function makeLinkTargets(byId: ReadonlyMap<string, AnyRecord>): LinkTargets {
  const byName = new Map<string, AnyRecord[]>();
  const byFile = new Map<string, AnyRecord>();
  for (const [id, record] of byId) {
    if (id !== record.id) continue;
    for (const name of new Set(namesOf(record).map(fold)))
      byName.set(name, [...(byName.get(name) ?? []), record]);
    if (record.kind !== "edge" || !byFile.has(record.file)) byFile.set(record.file, record);
  }
  return {
    find(target) {
      const exact = byId.get(target);
      return exact === undefined ? (byName.get(fold(target)) ?? []) : [exact];
    },
    atPath: (path, file) => byFile.get(resolvePath(path, file) ?? ""),
  };
}

function namesOf(record: AnyRecord): string[] {
  if (record.kind === "entity") return [record.name, ...record.aliases];
  return record.title === undefined ? [] : [record.title];
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
  /** Ids of files that hold a mistake: links to them are no second mistake. */
  readonly broken: ReadonlySet<string>;
  /** Ids and names, for “did you mean”. */
  readonly names: () => string[];
}

/** Reports every link and citation of a body that leads nowhere, to a draft, or to more than one record. */
export function checkLinks(record: AnyRecord, linkable: Linkable, problems: Problems): void {
  if (!record.body.includes("[")) return;
  const times = new Map<string, number>();
  walk(parseBody(record.body), (token, block) => {
    const problem = linkProblem(token, record, linkable);
    if (problem === undefined) return;
    const { written, ...rest } = problem;
    const key = `${block.map?.[0]} ${written}`;
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    problems.add({ file: record.file, ...spanInBody(record, block, written, before) }, rest);
  });
}

type LinkProblem = Problem & { readonly written: string };

function linkProblem(token: Token, record: AnyRecord, linkable: Linkable): LinkProblem | undefined {
  if (token.type === "wikilink") return wikilinkProblem(token.meta as Wikilink, token.markup, linkable);
  if (token.type === "citation") return citationProblem(token.meta as CitationMark, linkable);
  if (token.type === "link_open")
    return fileLinkProblem(String(token.attrGet("href") ?? ""), record, linkable);
  return undefined;
}

function wikilinkProblem(
  { target, fragment }: Wikilink,
  written: string,
  { targets, drafts, broken, names }: Linkable,
): LinkProblem | undefined {
  const found = targets.find(target);
  if (found.length === 1 || (target === "" && fragment !== undefined)) return undefined;
  if (found.length > 1) {
    const choices = found.map((choice) => `[[${choice.id}]]`).join(" or ");
    return {
      code: "ambiguous-link",
      message: `“${target}” may mean ${choices}`,
      help: `write ${choices}`,
      written,
    };
  }
  if (broken.has(target)) return undefined;
  if (drafts.find(target).length > 0) return draftProblem(target, written);
  const meant = nearest(target, names());
  const message = `no record “${target}”${meant === undefined ? "" : `; did you mean “${meant}”?`}`;
  const help = meant === undefined ? "link by id or name, or remove the brackets" : `write [[${meant}]]`;
  return { code: "dangling-link", message, help, written };
}

function citationProblem(
  { source }: CitationMark,
  { targets, drafts, broken }: Linkable,
): LinkProblem | undefined {
  const names = (found: AnyRecord) => found.kind === "source" && found.id === source;
  if (targets.find(source).some(names) || broken.has(source)) return undefined;
  const written = `[^${source}]`;
  if (drafts.find(source).some(names)) return draftProblem(source, written);
  return {
    code: "dangling-link",
    message: `the footnote “${written}” names no source, and has no text in this file`,
    help: "name the id of a source, or write the note on a line of its own: [^note]: …",
    written,
  };
}

function fileLinkProblem(
  address: string,
  record: AnyRecord,
  { targets, drafts, broken }: Linkable,
): LinkProblem | undefined {
  if (!isFileLink(address)) return undefined;
  const path = fileOf(address);
  if (targets.atPath(path, record.file) !== undefined || broken.has(idOf(path))) return undefined;
  const written = record.body.includes(address) ? address : path;
  const draft = drafts.atPath(path, record.file);
  if (draft !== undefined) return draftProblem(draft.id, written);
  return {
    code: "dangling-link",
    message: `the link to “${path}” leads to no file`,
    help: "write the path from this file, or link by id: [[li-shangfu]]",
    written,
  };
}

const draftProblem = (name: string, written: string): LinkProblem => ({
  code: "reference-to-draft",
  message: `“${name}” is a draft, and is not published`,
  help: "publish it, or mark this a draft too: draft: true",
  written,
});

/** Where a text stands in a body after so many times before, looked for in the lines of its block. */
function spanInBody(record: AnyRecord, block: Token, written: string, before: number) {
  const [first, last] = block.map ?? [0, Number.POSITIVE_INFINITY];
  const lines = record.body.split("\n");
  let left = before;
  for (let i = first; i < Math.min(last, lines.length); i++) {
    const text = lines[i] ?? "";
    const line = record.bodyLine + i;
    for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length)) {
      if (left-- === 0) return { line, column: at + 1, endLine: line, endColumn: at + 1 + written.length };
    }
  }
  const line = record.bodyLine + first;
  return { line, column: 1, endLine: line, endColumn: 2 };
}
