/** `skein new`: writes a file that the content can take, or none. */
import { isRecordPath } from "../content/folder.ts";
import { type Duplicate, duplicatesOf } from "../content/propose/duplicates.ts";
import { recordIn, type Trial, tryFile } from "../content/propose/trial.ts";
import { fileText } from "../shared/file-text.ts";
import { FOLDERS, type RecordKind } from "../shared/paths.ts";
import { addFile } from "./add-file.ts";
import { type Asker, Stopped } from "./new/asker.ts";
import { titleOf } from "./new/choices.ts";
import { FLAGS } from "./new/flags.ts";
import { chooseId } from "./new/id.ts";
import { interview } from "./new/interview.ts";
import { type Keys, keysFrom } from "./new/keys.ts";
import { keysOfPage } from "./new/page.ts";
import { progressOn } from "./progress.ts";
import { type Read, readContent } from "./read.ts";
import { paintFor, prettyReport } from "./report/pretty.ts";
import { printable } from "./report/printable.ts";
import { EXIT, type ExitCode, isColoured, type Terminal, UsageError } from "./terminal.ts";

/** Those of every kind; the flags of `FLAGS` are beside them, under their attributes. */
export interface NewOptions extends Readonly<Record<string, unknown>> {
  readonly content: string;
  readonly id?: string;
  /** Below the folder of the kind. */
  readonly folder?: string;
  readonly body?: string;
  /** A saved page, or `-` for standard input. */
  readonly fromHtml?: string;
  readonly anyway: boolean;
  readonly dryRun: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** Asks at the terminal, where there is one to read from and to write to. */
export async function createAt(kind: RecordKind, options: NewOptions, terminal: Terminal): Promise<ExitCode> {
  // What is given there is the page, and no answer.
  const canAsk = process.stdin.isTTY && terminal.err.isTTY && options.fromHtml !== "-";
  if (!canAsk) return create(kind, options, terminal, undefined);
  const { promptsOn } = await import("./new/prompts.ts");
  return create(kind, options, terminal, promptsOn(process.stdin, terminal.err));
}

/** Asks where `ask` is given and something that is required is missing. */
export async function create(
  kind: RecordKind,
  options: NewOptions,
  terminal: Terminal,
  ask: Asker | undefined,
): Promise<ExitCode> {
  try {
    return await createAsked(kind, options, terminal, ask);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    terminal.err.write("Nothing was written.\n");
    return EXIT.wrongUsage;
  }
}

async function createAsked(
  kind: RecordKind,
  options: NewOptions,
  terminal: Terminal,
  ask: Asker | undefined,
): Promise<ExitCode> {
  const progress = progressOn(terminal.err, options.quiet, terminal.now);
  const read = readContent(options.content, true, progress);
  progress.end();
  const page = options.fromHtml === undefined ? undefined : await keysOfPage(options.fromHtml);
  if (!options.quiet) terminal.err.write(page?.report ?? "");
  const given = { ...page?.keys, ...keysFrom(kind, options, read.content) };
  const { keys, isAsked } = await completed(kind, given, read, page?.name, ask);
  const id = await chooseId(kind, keys, options.id, read, isAsked ? ask : undefined);
  const file = fileFor(kind, id, options.folder);
  const text = fileText(kind, keys, options.body);
  const trial = tryFile(read.folder, read.diagnostics, file, text);
  refuseErrors(kind, file, text, trial);
  if (!options.anyway) await confirmDuplicates(duplicatesIn(trial, file), trial, ask);
  if (!options.dryRun) addFile(options.content, file, text);
  report({ kind, id, file, text, from: page?.from }, trial, options, terminal);
  return EXIT.done;
}

/** The keys with what was missing, asked for. Throws `UsageError` that names the flags where nobody can be asked. */
async function completed(
  kind: RecordKind,
  keys: Keys,
  { content }: Read,
  page: string | undefined,
  ask: Asker | undefined,
): Promise<{ keys: Keys; isAsked: boolean }> {
  const isNeeded = (key: string) => key === "sources" && kind === "edge" && content.settings.requireSources;
  const missing = FLAGS[kind].filter(
    ({ key, isRequired }) => (isRequired === true || isNeeded(key)) && keys[key] === undefined,
  );
  if (missing.length === 0) return { keys, isAsked: false };
  if (ask !== undefined) return { keys: await interview(kind, keys, content, ask), isAsked: true };
  const flags = missing.map(({ name, value }) => `--${name} <${value}>`).join(", ");
  const silent = page === undefined ? "" : `${page} does not say it; `;
  throw new UsageError(`${silent}skein new ${kind} needs ${flags}, or a terminal to ask at`);
}

function fileFor(kind: RecordKind, id: string, below: string | undefined): string {
  const steps = (below ?? "").split("/").filter((step) => step !== "" && step !== ".");
  const file = [FOLDERS[kind], ...steps, `${id}.md`].join("/");
  const isPlain = steps.every((step) => step !== ".." && !/[\\:\p{Cc}]/u.test(step));
  if (isPlain && below?.startsWith("/") !== true && isRecordPath(file)) return file;
  throw new UsageError(
    `--folder ${printable(below ?? "")} is no folder below ${FOLDERS[kind]}/; name one such as people/asia`,
  );
}

/** Throws `UsageError` with a line for each error that the file would bring. */
function refuseErrors(kind: RecordKind, file: string, text: string, { problems }: Trial): void {
  const lines = text.split("\n");
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const told = errors.map((problem) => {
    const way = problem.help === undefined ? "" : `; ${problem.help}`;
    const place = problem.file === file ? flagAt(kind, lines.slice(0, problem.line)) : `${problem.file}: `;
    return printable(`${place}${problem.message}${way}`);
  });
  throw new UsageError(told.join("\nskein: "));
}

/** The flag that filled the last key of the lines: `--to: `. */
function flagAt(kind: RecordKind, lines: readonly string[]): string {
  if (lines.indexOf("---", 1) > 0) return "--body: ";
  const key = lines.map((line) => /^([\w-]+):/.exec(line)?.[1]).findLast((found) => found !== undefined);
  const flag = FLAGS[kind].find((each) => each.key === key);
  return flag === undefined ? "" : `--${flag.name}: `;
}

function duplicatesIn(trial: Trial, file: string): Duplicate[] {
  const record = recordIn(trial, file);
  return record === undefined ? [] : duplicatesOf(record, trial.content);
}

const SHOWN = 3;

/** Throws `UsageError` where there is something alike and nobody says that this is another. */
async function confirmDuplicates(
  found: readonly Duplicate[],
  { content }: Trial,
  ask: Asker | undefined,
): Promise<void> {
  if (found.length === 0) return;
  const told = found.slice(0, SHOWN).map(({ record, why }) => {
    const name = record.kind === "entity" ? record.name : titleOf({ ...record }, content);
    return printable(`“${name}” (${record.id}) is there already: ${why}`);
  });
  const rest = found.length > SHOWN ? [`and ${found.length - SHOWN} more`] : [];
  const all = [...told, ...rest].join("; ");
  if (ask === undefined) throw new UsageError(`${all}. If this is another, add --anyway`);
  if (!(await ask.confirm(`${all}. Is this another?`))) throw new Stopped();
}

interface Made {
  readonly kind: RecordKind;
  readonly id: string;
  readonly file: string;
  readonly text: string;
  /** Which keys the page gave, and where they stood in it. */
  readonly from: Readonly<Record<string, string>> | undefined;
}

function report(made: Made, trial: Trial, options: NewOptions, terminal: Terminal): void {
  const folder = options.content.replace(/\/+$/, "");
  const path = `${folder}/${made.file}`;
  if (options.json) {
    const { problems } = trial;
    const result = { ...made, file: path, written: !options.dryRun, diagnostics: problems };
    terminal.out.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const [result, note] = options.dryRun ? [made.text, `${path} would be:\n`] : [`${path}\n`, ""];
  if (!options.quiet) {
    terminal.err.write(note);
    terminal.out.write(result);
  }
  const paint = paintFor(isColoured(terminal.err, terminal.env));
  terminal.err.write(prettyReport(trial.problems, folder, (file) => trial.folder.texts.get(file), paint));
}
