/** Asks at the terminal: the only user of the prompts. */
import type { Readable, Writable } from "node:stream";
import { autocomplete, confirm, isCancel, text } from "@clack/prompts";
import { printable } from "../report/printable.ts";
import { type Asker, type Choice, Stopped } from "./asker.ts";
import { matchesOf } from "./matches.ts";

const ROWS = 8;

/** Prompts are written to standard error, so that standard output has the result alone. */
export function promptsOn(input: Readable, output: Writable): Asker {
  return {
    text: async ({ message, initial, refuse }) => {
      const validate = (answer = "") => refuse(answer.trim());
      return answered(await text({ message, initialValue: initial, validate, input, output })).trim();
    },
    pick: async (message, choices) => {
      const validate = (value: unknown) => (value === undefined ? "Nothing is called so" : undefined);
      const found = searching(choices);
      const question = { message, options: found.options, filter: found.filter, validate };
      return answered(await autocomplete({ ...question, maxItems: ROWS, input, output }));
    },
    confirm: async (message) => answered(await confirm({ message, initialValue: false, input, output })),
  };
}

interface Option {
  readonly value: string;
  readonly label?: string;
  readonly hint?: string;
}

/** The choices as the prompt wants them, with the best match for what is typed first, and under the cursor. */
function searching(choices: readonly Choice[]) {
  const shown = new Map<string, Option>(
    choices.map(({ value, label, hint }) => [
      value,
      { value, label: printable(label), ...(hint !== undefined && { hint: printable(hint) }) },
    ]),
  );
  let typed = "";
  let matches = new Set(shown.keys());
  return {
    options(this: { userInput: string; focusedValue: string | undefined }): Option[] {
      if (this.userInput !== typed) {
        typed = this.userInput;
        matches = new Set(matchesOf(typed, choices).map(({ value }) => value));
        // Else the cursor stays on what was under it, for as long as that matches at all.
        this.focusedValue = undefined;
      }
      const order = new Set([...matches, ...shown.keys()]);
      return [...order].flatMap((value) => shown.get(value) ?? []);
    },
    filter: (_: string, { value }: Option) => matches.has(value),
  };
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Stopped();
  // The one symbol that there is.
  return answer as Exclude<T, symbol>;
}
