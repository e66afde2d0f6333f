/** `skein new`: writes a file that the content can take, or none. */
import { isRecordPath } from "../content/folder.ts";
import { tryFile } from "../content/propose/trial.ts";
import { fileText } from "../shared/file-text.ts";
import { FOLDERS, type RecordKind } from "../shared/paths.ts";
import type { Content } from "../shared/records.ts";
import { addFile } from "./add-file.ts";
import { type Asker, Stopped } from "./new/asker.ts";
import { FLAGS, type Flag } from "./new/flags.ts";
import { chooseId } from "./new/id.ts";
import { interview } from "./new/interview.ts";
import { type Keys, keysFrom } from "./new/keys.ts";
import { type PageKeys, readPageKeys, reportOf } from "./new/page.ts";
import { confirmDuplicates, refuseErrors, refuseValues } from "./new/refusals.ts";
import { report } from "./new/report.ts";
import { progressOn } from "./progress.ts";
import { type Read, readContent } from "./read.ts";
import { printable } from "./report/printable.ts";
import { EXIT, type ExitCode, type Terminal, UsageError } from "./terminal.ts";

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
  const flags = keysFrom(kind, options, read.content);
  const page = options.fromHtml === undefined ? undefined : await pageKeysOf(options.fromHtml, flags);
  const given = { ...page?.keys, ...flags };
  refuseValues(kind, given);
  const missing = missingIn(kind, given, read.content);
  const asked = missing.length === 0 ? undefined : ask;
  if (missing.length > 0 && asked === undefined) throw new UsageError(wanting(kind, missing, page));
  if (page !== undefined && !options.quiet && !options.json) terminal.err.write(reportOf(page));
  if (asked !== undefined) await refuseBeforehand(kind, given, read, options);
  const keys = asked === undefined ? given : await interview(kind, given, read.content, asked);
  const id = await chooseId(kind, keys, options.id, read, asked);
  const file = fileFor(kind, id, options.folder);
  const text = fileText(kind, keys, options.body);
  progress.phase("Checking the new file");
  const trial = tryFile(read.folder, read.diagnostics, file, text);
  progress.end();
  refuseErrors(kind, file, text, trial);
  if (!options.anyway) await confirmDuplicates(file, trial, ask);
  if (!options.dryRun) addFile(options.content, file, text);
  report({ kind, id, file, text, page }, trial, options, terminal);
  return EXIT.done;
}

/** What a page gives and no flag does. */
async function pageKeysOf(path: string, flags: Keys): Promise<PageKeys> {
  const page = await readPageKeys(path);
  const keys = Object.fromEntries(Object.entries(page.keys).filter(([key]) => flags[key] === undefined));
  return { ...page, keys };
}

/** The flags of keys that there must be, and are not. */
function missingIn(kind: RecordKind, keys: Keys, { settings }: Content): Flag[] {
  const isNeeded = (key: string) => key === "sources" && kind === "edge" && settings.requireSources;
  return FLAGS[kind].filter(
    ({ key, isRequired }) => (isRequired === true || isNeeded(key)) && keys[key] === undefined,
  );
}

/** Nobody should answer in vain: what the flags say is looked up before anything is asked. */
async function refuseBeforehand(kind: RecordKind, keys: Keys, read: Read, options: NewOptions) {
  if (options.id !== undefined) await chooseId(kind, keys, options.id, read, undefined);
  fileFor(kind, options.id ?? kind, options.folder);
  // No id begins so, and none is in the way.
  const file = `${FOLDERS[kind]}/-.md`;
  const text = fileText(kind, keys);
  refuseErrors(kind, file, text, tryFile(read.folder, read.diagnostics, file, text), [
    "missing-key",
    "invalid-id",
  ]);
}

/** What to do where nobody can be asked. */
function wanting(kind: RecordKind, missing: readonly Flag[], page: PageKeys | undefined): string {
  const flags = missing.map(({ name, value }) => `--${name} <${value}>`).join(", ");
  if (page === undefined) return `new ${kind} needs ${flags}, or a terminal to ask at`;
  const silent = Object.keys(page.keys).length === 0 ? "nothing of itself" : "not all that a source needs";
  return [`${page.name} says ${silent}`, ...page.notes, `add ${flags}`].map(printable).join("; ");
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
