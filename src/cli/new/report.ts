/** What became of a new file: its path and what is still wrong, for people and for programs. */
import type { Trial } from "../../content/propose/trial.ts";
import type { RecordKind } from "../../shared/paths.ts";
import { located } from "../report/located.ts";
import { paintFor, prettyReport } from "../report/pretty.ts";
import { isColoured, type Terminal } from "../terminal.ts";
import type { PageKeys } from "./page.ts";

export interface Made {
  readonly kind: RecordKind;
  readonly id: string;
  /** Relative to the content folder. */
  readonly file: string;
  readonly text: string;
  /** The page that it was filled from. */
  readonly page: PageKeys | undefined;
}

interface ReportOptions {
  readonly content: string;
  readonly dryRun: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** The result goes to standard output, and nothing else: the path, with `dryRun` the text, or JSON. */
export function report(
  made: Made,
  { problems, folder }: Trial,
  options: ReportOptions,
  terminal: Terminal,
): void {
  const root = options.content.replace(/\/+$/, "");
  const file = `${root}/${made.file}`;
  if (options.json) {
    const { page, ...rest } = made;
    const from = page && { from: usedOf(page), notes: page.notes };
    const result = { ...rest, file, written: !options.dryRun, ...from, diagnostics: located(problems, root) };
    terminal.out.write(`${JSON.stringify(result)}\n`);
    return;
  }
  if (!options.quiet) {
    if (options.dryRun) terminal.err.write(`${file} would be:\n`);
    terminal.out.write(options.dryRun ? made.text : `${file}\n`);
  }
  const paint = paintFor(isColoured(terminal.err, terminal.env));
  terminal.err.write(prettyReport(problems, root, (path) => folder.texts.get(path), paint));
}

const usedOf = ({ keys, from }: PageKeys): Record<string, string | undefined> =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, from[key]]));
