/** Plans an import until what it would write passes the check, with the content that is there. Pure. */
import { type Folder, SIZE_LIMIT } from "../../content/folder.ts";
import { loadContent } from "../../content/load.ts";
import type { Diagnostic } from "../../shared/diagnostic.ts";
import { compareText } from "../../shared/text.ts";
import type { Found, Note } from "./drafts.ts";
import type { ImportOptions, NewRecord } from "./placed.ts";
import { type Plan, planImport } from "./plan.ts";

export interface Prepared extends Plan {
  /** Errors that the import would make in files that it does not write: nothing may be written then. */
  readonly blocked: readonly Diagnostic[];
  /** What the check would warn of in the new files. */
  readonly warnings: number;
}

/** After so many rounds the errors do not come from single records. */
const ROUNDS = 20;

/**
 * A plan without records that would be errors: each is left out and listed, with what refers to it. The folder holds no
 * errors.
 */
export function prepareImport(found: Found, folder: Folder, options: ImportOptions): Prepared {
  const { content } = loadContent(folder, { drafts: true });
  const refused = new Set<string>();
  const reasons: Note[] = [];
  for (let round = 1; ; round++) {
    const plan = planImport(found.drafts, content, folder.assets, options, refused);
    const byFile = new Map(plan.records.map((record) => [record.file, record]));
    const diagnostics = checked(folder, plan);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const large = plan.records.filter(({ text }) => Buffer.byteLength(text) > SIZE_LIMIT);
    const own = [
      ...errors.filter(({ file }) => byFile.has(file)),
      ...large.map(({ file }) => ({ file, message: "its file would be larger than 1 MiB" })),
    ];
    if (own.length === 0 || round === ROUNDS) {
      const notes = [...found.notes, ...reasons, ...plan.notes, ...likenesses(diagnostics, byFile)];
      const warnings = diagnostics.filter(({ severity, file }) => severity === "warning" && byFile.has(file));
      return { ...plan, notes: inOrder(notes), blocked: errors, warnings: warnings.length };
    }
    for (const { file, message } of own) {
      const record = byFile.get(file);
      if (record === undefined || refused.has(record.id)) continue;
      refused.add(record.id);
      reasons.push({
        code: "left-out",
        ...record.place,
        message: `“${record.name}” is left out: ${message}`,
      });
    }
  }
}

/** What the check says of the folder with the new files, drafts and all. */
function checked(folder: Folder, { records }: Plan): readonly Diagnostic[] {
  const texts = [...folder.texts, ...records.map(({ file, text }) => [file, text] as const)];
  const merged = { ...folder, texts: new Map(texts.sort(([a], [b]) => compareText(a, b))) };
  const published = loadContent(merged, { drafts: false }).diagnostics;
  if (!records.some(({ text }) => text.includes("\ndraft: "))) return published;
  return [...published, ...loadContent(merged, { drafts: true }).diagnostics];
}

/** Names that are like others, in the words of the check and at the places of the input. */
function likenesses(diagnostics: readonly Diagnostic[], byFile: ReadonlyMap<string, NewRecord>): Note[] {
  return diagnostics.flatMap(({ code, message, file, related = [] }) => {
    if (code !== "duplicate-entity" && code !== "shared-name") return [];
    const record = byFile.get(file) ?? byFile.get(related[0]?.file ?? "");
    return record === undefined ? [] : [{ code: "look-alike", ...record.place, message } as const];
  });
}

/** In the order of files and lines; what is told of one line stays in the order in which it was found. */
function inOrder(notes: readonly Note[]): Note[] {
  return [...notes].sort((a, b) => compareText(a.file, b.file) || a.line - b.line);
}
