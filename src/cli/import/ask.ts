/** Asks which column of a table holds which key: only where somebody sits at a terminal. */
import { createInterface } from "node:readline";
import type { Columns, Mapping } from "../../exchange/import/columns.ts";
import { columnsOfTable, type InputTable } from "../../exchange/import/tables.ts";
import { columnsOf } from "../../exchange/rows.ts";
import { nearest } from "../../shared/text.ts";
import { printable } from "../report/printable.ts";
import { UsageError } from "../terminal.ts";

/** Puts a question, and gives the answer. */
export type Ask = (question: string) => Promise<string>;

/** An `Ask` at a terminal; `close` when there is nothing more to ask. */
export function askerOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): { ask: Ask; close: () => void } {
  const lines = createInterface({ input, output });
  // What is typed ahead, or pasted, answers the questions that are still to come.
  const typed: string[] = [];
  let answer: ((line: string | undefined) => void) | undefined;
  let isClosed = false;
  lines.on("line", (line) => {
    const give = answer;
    answer = undefined;
    if (give === undefined) typed.push(line);
    else give(line);
  });
  lines.once("close", () => {
    isClosed = true;
    answer?.(undefined);
  });
  const next = (): Promise<string | undefined> =>
    new Promise((done) => {
      if (typed.length > 0 || isClosed) done(typed.shift());
      else answer = done;
    });
  const ask: Ask = async (question) => {
    const start = question.lastIndexOf("\n") + 1;
    output.write(question.slice(0, start));
    lines.setPrompt(question.slice(start));
    if (!isClosed) lines.prompt();
    const line = await next();
    if (line === undefined) throw new UsageError("nothing was imported: there was no answer");
    return line;
  };
  return { ask, close: () => lines.close() };
}

/** The mappings with what was answered: first for keys that every row needs, then for columns that nothing is known of. */
export async function askMappings(
  table: InputTable,
  given: readonly Mapping[],
  ask: Ask,
): Promise<readonly Mapping[]> {
  let mappings = given;
  const add = (key: string, column: string) => {
    mappings = [...mappings, { kind: table.kind, key, column }];
  };
  for (const key of columnsOfTable(table, mappings).missing) {
    const column = await columnFor(key, table, columnsOfTable(table, mappings), ask);
    if (column !== undefined) add(key, column);
  }
  for (const column of columnsOfTable(table, mappings).unknown) {
    const key = await keyFor(column, table, ask);
    if (key !== undefined) add(key, column);
  }
  return mappings;
}

async function columnFor(
  key: string,
  { place }: InputTable,
  columns: Columns,
  ask: Ask,
): Promise<string | undefined> {
  const choices = columns.unknown;
  if (choices.length === 0) return undefined;
  const list = choices.map((column, i) => `  ${i + 1}  ${printable(column)}\n`).join("");
  for (;;) {
    const question = `Which column of ${printable(place.file)} is the ${key}?\n${list}Number or name: `;
    const answer = (await ask(question)).trim();
    const found = choices[Number(answer) - 1] ?? choices.find((column) => column === answer);
    if (found !== undefined) return found;
  }
}

async function keyFor(column: string, { place, kind }: InputTable, ask: Ask): Promise<string | undefined> {
  const keys = columnsOf(kind);
  for (;;) {
    const question = `Column “${printable(column)}” of ${printable(place.file)} is which key (x-… for your own, Enter to leave it out)? `;
    const answer = (await ask(question)).trim();
    if (answer === "") return undefined;
    if (keys.includes(answer) || /^x-./.test(answer)) return answer;
    const meant = nearest(answer, keys);
    const better = await ask(
      `No key “${printable(answer)}”; ${meant === undefined ? "" : `“${meant}”? `}Enter to go on. The keys are ${keys.join(", ")}. `,
    );
    if (keys.includes(better.trim())) return better.trim();
  }
}
