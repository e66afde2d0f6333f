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

/** Reports every link and citation of a body that leads nowhere, or to more than one record. */
export function checkLinks(
  record: AnyRecord,
  targets: LinkTargets,
  names: () => string[],
  problems: Problems,
): void {
  if (!record.body.includes("[")) return;
  walk(parseBody(record.body), (token, block) => {
    const problem = linkProblem(token, record, targets, names);
    if (problem === undefined) return;
    const { written, ...rest } = problem;
    problems.add({ file: record.file, ...spanInBody(record, block, written) }, rest);
  });
}

type LinkProblem = Problem & { readonly written: string };

function linkProblem(
  token: Token,
  record: AnyRecord,
  targets: LinkTargets,
  names: () => string[],
): LinkProblem | undefined {
  if (token.type === "wikilink") return wikilinkProblem(token.meta as Wikilink, targets, names);
  if (token.type === "citation") {
    const { source } = token.meta as CitationMark;
    if (targets.find(source).some((found) => found.kind === "source" && found.id === source))
      return undefined;
    return {
      code: "dangling-link",
      message: `the footnote “[^${source}]” names no source, and has no text in this file`,
      help: "name the id of a source, or write the note on a line of its own: [^note]: …",
      written: `[^${source}]`,
    };
  }
  if (token.type !== "link_open") return undefined;
  const address = String(token.attrGet("href") ?? "");
  if (!isFileLink(address) || targets.atPath(fileOf(address), record.file) !== undefined) return undefined;
  return {
    code: "dangling-link",
    message: `the link to “${fileOf(address)}” leads to no file`,
    help: "write the path from this file, or link by id: [[li-shangfu]]",
    written: address,
  };
}

function wikilinkProblem(
  link: Wikilink,
  targets: LinkTargets,
  names: () => string[],
): LinkProblem | undefined {
  const found = targets.find(link.target);
  if (found.length === 1 || (link.target === "" && link.fragment !== undefined)) return undefined;
  const written = `[[${link.target}`;
  if (found.length > 1) {
    const choices = found.map((choice) => `[[${choice.id}]]`).join(" or ");
    return {
      code: "ambiguous-link",
      message: `“${link.target}” may mean ${choices}`,
      help: `write ${choices}`,
      written,
    };
  }
  const meant = nearest(link.target, names());
  const message = `no record “${link.target}”${meant === undefined ? "" : `; did you mean “${meant}”?`}`;
  const help = meant === undefined ? "link by id or name, or remove the brackets" : `write [[${meant}]]`;
  return { code: "dangling-link", message, help, written };
}

/** Where a text stands in a body, looked for in the lines of its block. */
function spanInBody(record: AnyRecord, block: Token, written: string) {
  const [first, last] = block.map ?? [0, Number.POSITIVE_INFINITY];
  const lines = record.body.split("\n");
  for (let i = first; i < Math.min(last, lines.length); i++) {
    const column = lines[i]?.indexOf(written) ?? -1;
    const line = record.bodyLine + i;
    if (column >= 0)
      return { line, column: column + 1, endLine: line, endColumn: column + 1 + written.length };
  }
  const line = record.bodyLine + first;
  return { line, column: 1, endLine: line, endColumn: 2 };
}
