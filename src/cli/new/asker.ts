/** How `skein new` asks: what a terminal does, and what tests do in its place. */

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What is shown beside it. */
  readonly hint?: string;
  /** By what else it may be found: other names. */
  readonly words?: readonly string[];
}

export interface TextQuestion {
  readonly message: string;
  /** The answer that is there to be changed. */
  readonly initial?: string;
  /** Why an answer cannot be; it is asked again then. */
  readonly refuse: (answer: string) => string | undefined;
}

/** Each throws `Stopped` when the person has had enough. */
export interface Asker {
  text(question: TextQuestion): Promise<string>;
  /** The value of one of the choices, found by typing. */
  pick(message: string, choices: readonly Choice[]): Promise<string>;
  confirm(message: string): Promise<boolean>;
}

export class Stopped extends Error {}
