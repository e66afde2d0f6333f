/** Answers in a person’s place: what they would type, question by question. */
import { type Asker, Stopped } from "../../src/cli/new/asker.ts";
import { matchesOf } from "../../src/cli/new/matches.ts";

export interface Answering extends Asker {
  /** What was asked, in order, with why an answer was refused: `Name`, `! name is empty`. */
  readonly asked: string[];
  /** The labels that could be picked, by question. */
  readonly offered: Map<string, readonly string[]>;
}

/** Each answer goes to the next question; `undefined` is a person who has had enough. */
export function answering(answers: readonly (string | boolean | undefined)[]): Answering {
  const left = [...answers];
  const asked: string[] = [];
  const offered = new Map<string, readonly string[]>();
  const next = (message: string): string => {
    asked.push(message);
    if (left.length === 0) throw new Error(`nobody answers “${message}”`);
    const answer = left.shift();
    if (answer === undefined) throw new Stopped();
    return String(answer);
  };
  return {
    asked,
    offered,
    async text({ message, initial = "", refuse }) {
      for (;;) {
        // An empty answer is Enter.
        const answer = next(message) || initial;
        const why = refuse(answer);
        if (why === undefined) return answer;
        asked.push(`! ${why}`);
      }
    },
    async pick(message, choices) {
      offered.set(
        message,
        choices.map(({ label }) => label),
      );
      const typed = next(message);
      const match = matchesOf(typed, choices)[0];
      if (match === undefined) throw new Error(`nothing to pick for “${typed}” in “${message}”`);
      return match.value;
    },
    async confirm(message) {
      return next(message) === "true";
    },
  };
}
