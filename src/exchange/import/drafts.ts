/** What an import finds in the files of other programs, before anything is known of the content that it goes to. */
import type { RecordKind } from "../../shared/paths.ts";

/** A line of an input file, from 1. */
export interface InputPlace {
  /** As the reader of the command line named it. */
  readonly file: string;
  readonly line: number;
}

/** A record as the input has it: references are what the input calls their records by, types are its own words. */
export interface Draft {
  readonly kind: RecordKind;
  readonly place: InputPlace;
  /** The id that the record has in the input, where that is one; without it, one is made from names. */
  readonly id?: string;
  /** What other records of the input call it by, besides its id and its name. */
  readonly calls: readonly string[];
  readonly keys: Readonly<Record<string, unknown>>;
  /** Markdown. Links in it call records as the input does. */
  readonly body: string;
  /** The lines of the input on which those of the body stand; where that is not known, the record’s own is meant. */
  readonly bodyLines?: readonly number[];
}

export type NoteCode =
  /** A record, a value or a file that is not taken over. */
  | "left-out"
  /** Taken over as something else: a type that the ontology does not have. */
  | "replaced"
  /** A record that the input does not have, made because it names it. */
  | "made"
  /** There already, and not the same: the content stays as it is. */
  | "differs"
  /** Perhaps the same as another entity. */
  | "look-alike";

/** Something that the caller should know, with its place in the input. */
export interface Note extends InputPlace {
  readonly code: NoteCode;
  readonly message: string;
  readonly help?: string;
}

export interface Found {
  readonly drafts: readonly Draft[];
  readonly notes: readonly Note[];
}

/** The input cannot be read at all. The message is one line, and names the place. */
export class BadInput extends Error {}

/** `file:line: what is wrong with it`. */
export const badInput = ({ file, line }: InputPlace, what: string): BadInput =>
  new BadInput(`${file}:${line}: ${what}`);

/** What to call a record in a message. */
export const nameOf = ({ kind, keys }: Pick<Draft, "kind" | "keys">): string => {
  if (kind === "edge") return `${keys.type ?? "claim"} from ${listed(keys.from)} to ${listed(keys.to)}`;
  return String(keys.name ?? keys.title ?? "");
};

const listed = (ends: unknown): string => [ends].flat().join(", ");
