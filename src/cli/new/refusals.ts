/** Why a new file is not written: it would bring an error, or what it says is there already. */

import { readFields } from "../../content/fields.ts";
import { duplicatesOf } from "../../content/propose/duplicates.ts";
import { recordIn, type Trial } from "../../content/propose/trial.ts";
import type { DiagnosticCode } from "../../shared/diagnostic.ts";
import type { RecordKind } from "../../shared/paths.ts";
import { printable } from "../report/printable.ts";
import { UsageError } from "../terminal.ts";
import { type Asker, Stopped } from "./asker.ts";
import { titleOf } from "./choices.ts";
import { FLAGS } from "./flags.ts";
import type { Keys } from "./keys.ts";

/** Throws `UsageError` with a line for each value that the schema refuses; what is missing may still be asked for. */
export function refuseValues(kind: RecordKind, keys: Keys): void {
  const problems = readFields(kind, keys).problems.filter(({ code }) => code !== "missing-key");
  refuse(problems.map((problem) => `${flagOf(kind, problem.path[0])}${told(problem)}`));
}

/** Throws `UsageError` with a line for each error that the file would bring, but for those of the given codes. */
export function refuseErrors(
  kind: RecordKind,
  file: string,
  text: string,
  { problems }: Trial,
  but: readonly DiagnosticCode[] = [],
): void {
  const lines = text.split("\n");
  const errors = problems.filter(({ severity, code }) => severity === "error" && !but.includes(code));
  refuse(
    errors.map((problem) => {
      const place = problem.file === file ? flagAt(kind, lines.slice(0, problem.line)) : `${problem.file}: `;
      return `${place}${told(problem)}`;
    }),
  );
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new UsageError(reasons.map(printable).join("\nskein: "));
}

const told = ({ message, help }: { message: string; help?: string }): string =>
  help === undefined ? message : `${message}; ${help}`;

/** The flag that filled the last key of the lines: `--to: `. */
function flagAt(kind: RecordKind, lines: readonly string[]): string {
  if (lines.indexOf("---", 1) > 0) return "--body: ";
  const key = lines.map((line) => /^([\w-]+):/.exec(line)?.[1]).findLast((found) => found !== undefined);
  return flagOf(kind, key);
}

function flagOf(kind: RecordKind, key: unknown): string {
  const flag = FLAGS[kind].find((each) => each.key === key);
  return flag === undefined ? "" : `--${flag.name}: `;
}

const SHOWN = 3;

/** Throws `UsageError` where there is something alike and nobody says that this is another. */
export async function confirmDuplicates(file: string, trial: Trial, ask: Asker | undefined): Promise<void> {
  const { content } = trial;
  const record = recordIn(trial, file);
  const found = record === undefined ? [] : duplicatesOf(record, content);
  if (found.length === 0) return;
  const shown = found.slice(0, SHOWN).map(({ record, why }) => {
    const name = record.kind === "entity" ? record.name : titleOf({ ...record }, content);
    return printable(`“${name}” (${record.id}) is there already: ${why}`);
  });
  const rest = found.length > SHOWN ? [`and ${found.length - SHOWN} more`] : [];
  const all = [...shown, ...rest];
  if (ask === undefined) throw new UsageError(`${all.join("; ")}. If this is another, add --anyway`);
  if (!(await ask.confirm([...all, "Is this another?"].join("\n")))) throw new Stopped();
}
