/** Names that are one letter away from another: added, left out, another, or swapped with its neighbour. */
import { gather } from "../shared/gather.ts";
import { editDistance } from "../shared/text.ts";

/** Shorter names have too many that are one letter away, longer ones are no names. */
const LENGTHS = { from: 6, to: 80 };
/** How many names are looked for, and how many of them are compared with one: a change may add any number. */
const WANTED = 5_000;
const COMPARED = 50;
/** How many are found for a name. */
const FOUND = 5;

/**
 * For each of the added names, those among all that are nearly the same. Two such names are the same when each loses
 * the right letter, so that none has to be compared with all (Garbe’s symmetric delete). “Resolution 1” and
 * “Resolution 2” are not alike.
 */
export function similarNames(added: readonly string[], all: Iterable<string>): Map<string, string[]> {
  const wanted = gather([...new Set(added)].filter(isComparable).slice(0, WANTED), shortened);
  const similar = new Map<string, string[]>();
  for (const name of wanted.size === 0 ? [] : all) {
    if (!isComparable(name)) continue;
    const near = new Set(shortened(name).flatMap((key) => wanted.get(key)?.slice(0, COMPARED) ?? []));
    for (const each of near) {
      const found = similar.get(each) ?? [];
      if (found.length < FOUND && areAlike(each, name)) similar.set(each, [...found, name]);
    }
  }
  return similar;
}

const isComparable = ({ length }: string): boolean => length >= LENGTHS.from && length <= LENGTHS.to;

function areAlike(a: string, b: string): boolean {
  return a !== b && digitsIn(a) === digitsIn(b) && editDistance(a, b, 2) < 2;
}

const shortened = (name: string): string[] => [
  name,
  ...Array.from({ length: name.length }, (_, i) => name.slice(0, i) + name.slice(i + 1)),
];

const digitsIn = (name: string): string => name.replace(/\P{N}+/gu, " ");
