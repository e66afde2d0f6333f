/** Asks at the terminal: the only user of the prompts. */
import type { Readable, Writable } from "node:stream";
import { autocomplete, confirm, isCancel, text } from "@clack/prompts";
import { fold } from "../../shared/text.ts";
import { printable } from "../report/printable.ts";
import { type Asker, type Choice, Stopped } from "./asker.ts";

const ROWS = 8;

/** Prompts are written to standard error, so that standard output has the result alone. */
export function promptsOn(input: Readable, output: Writable): Asker {
  return {
    text: async ({ message, initial, refuse }) => {
      const validate = (answer = "") => refuse(answer.trim());
      const question = { message, initialValue: initial, validate, input, output };
      return answered(await text(question)).trim();
    },
    pick: async (message, choices) => {
      const searched = new Map(choices.map((choice) => [choice.value, wordsOf(choice)]));
      const filter = (typed: string, { value }: { value: string }) =>
        fold(typed)
          .split(" ")
          .every((word) => searched.get(value)?.includes(word));
      const options = choices.map(({ value, label, hint }) => ({
        value,
        label: printable(label),
        hint: hint === undefined ? undefined : printable(hint),
      }));
      return answered(await autocomplete({ message, options, filter, maxItems: ROWS, input, output }));
    },
    confirm: async (message) => answered(await confirm({ message, initialValue: false, input, output })),
  };
}

const wordsOf = ({ value, label, words = [] }: Choice): string => fold([value, label, ...words].join(" "));

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Stopped();
  // The one symbol that there is.
  return answer as Exclude<T, symbol>;
}
