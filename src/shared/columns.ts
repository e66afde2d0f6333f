/** Columns of a file, each coded whole: of texts, of numbers, of positions in other columns. */
import { bitsFor, Numbers, SignedNumbers, Symbols, type Texts } from "./bit-models.ts";
import type { Indexes } from "./indexes.ts";
import type { BitCoder } from "./range-coder.ts";

/** What the columns have in common. */
export interface Pen {
  readonly coder: BitCoder;
  readonly numbers: Numbers;
  readonly texts: Texts;
}

/** A column of so many items; `item` codes the one that is known, or reads it. */
export function column<T>(
  length: number,
  known: readonly T[] | undefined,
  item: (known: T | undefined, i: number) => T,
): T[] {
  const read: T[] = [];
  for (let i = 0; i < length; i++) read.push(item(known?.[i], i));
  return read;
}

export function textColumn({ coder, numbers, texts }: Pen, known: readonly string[] | undefined): string[] {
  const length = numbers.code(coder, known?.length);
  return column(length, known, (text) => texts.code(coder, text));
}

/** Texts that are mostly missing: 0 stands for none. */
export function rareTexts({ coder, texts }: Pen, length: number, known: readonly (0 | string)[] | undefined) {
  const isThere = new Symbols(1);
  return column(length, known, (text): 0 | string =>
    isThere.code(coder, text === undefined || text === 0 ? 0 : 1) === 0
      ? 0
      : texts.code(coder, text || undefined),
  );
}

/** Lists of positions; `item` codes one of them. */
export class Lists {
  readonly #pen: Pen;
  readonly #lengths = new Numbers();

  constructor(pen: Pen) {
    this.#pen = pen;
  }

  code(known: Indexes | undefined, item: (known: number | undefined, place: number) => number): Indexes {
    const list = known === undefined || known === -1 ? [] : typeof known === "number" ? [known] : known;
    const length = this.#lengths.code(this.#pen.coder, list.length);
    if (length === 0) return -1;
    const read = column(length, list, item);
    return length === 1 ? (read[0] ?? 0) : read;
  }
}

/** Numbers to two places. */
export function hundredths({ coder }: Pen, length: number, known: readonly number[] | undefined): number[] {
  const numbers = new SignedNumbers();
  return column(
    length,
    known,
    (value) => numbers.code(coder, value === undefined ? undefined : Math.round(value * 100)) / 100,
  );
}

/** Numbers from 0 to 1, of four significant digits. */
export function fourDigits({ coder }: Pen, length: number, known: readonly number[] | undefined): number[] {
  const exponents = new Symbols(5);
  const digits = new Numbers();
  return column(length, known, (value) => {
    const text = (value ?? 0).toExponential(3);
    const given = Math.min(31, -Number(text.slice(6)));
    const exponent = exponents.code(coder, given);
    const read = digits.code(coder, Number(text[0] + text.slice(2, 5)));
    return Number(`${read}e${-exponent - 3}`);
  });
}

/** Lists of positions in a list of so many. */
export function positions(
  pen: Pen,
  length: number,
  among: number,
  known: readonly Indexes[] | undefined,
): Indexes[] {
  const lists = new Lists(pen);
  const symbols = new Symbols(bitsFor(among));
  return column(length, known, (list) => lists.code(list, (value) => symbols.code(pen.coder, value)));
}
