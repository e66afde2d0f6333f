/**
 * Who does what to whom, in few bits. An actor often acts twice in a row; those who met before meet again, and do again
 * what they did.
 */
import { bitsFor, Numbers, Symbols, SymbolsBy } from "./bit-models.ts";
import { Lists, type Pen } from "./columns.ts";
import type { Indexes } from "./indexes.ts";

export interface Ends {
  readonly from: readonly Indexes[];
  readonly to: readonly Indexes[];
}

export function codeEnds(pen: Pen, length: number, entities: number, known?: Ends) {
  const { coder } = pen;
  const actors = new Symbols(bitsFor(entities));
  const others = new Symbols(bitsFor(entities));
  const isSame = new SymbolsBy(1);
  const [froms, tos] = [new Lists(pen), new Lists(pen)];
  const partners = new Partners(others);
  const from: Indexes[] = [];
  const to: Indexes[] = [];
  let [before, was] = [-1, 0];
  for (let i = 0; i < length; i++) {
    const who = froms.code(known?.from[i], (value, place) => {
      if (place > 0) return others.code(coder, value);
      was = isSame.code(coder, was, value === before ? 1 : 0);
      if (was === 0) before = actors.code(coder, value);
      return before;
    });
    const actor = firstOf(who);
    from.push(who);
    to.push(tos.code(known?.to[i], (value) => partners.code(pen, actor, value)));
  }
  return { from, to };
}

const firstOf = (list: Indexes): number => (typeof list === "number" ? list : (list[0] ?? -1));

/** Those whom somebody met before are found among the last so many. */
const REMEMBERED = 128;

/** Whom each has met, the last one last. */
class Partners {
  readonly #met = new Map<number, number[]>();
  readonly #isKnown = new SymbolsBy(1);
  readonly #places = Array.from({ length: 10 }, () => new Numbers());
  readonly #others: Symbols;

  constructor(others: Symbols) {
    this.#others = others;
  }

  code({ coder }: Pen, actor: number, value: number | undefined): number {
    const met = this.#of(actor);
    const size = 32 - Math.clz32(met.length);
    const place = value === undefined ? -1 : met.lastIndexOf(value);
    const isKnown = this.#isKnown.code(coder, size, place >= 0 ? 1 : 0) === 1;
    const target = isKnown
      ? (met[met.length - 1 - (this.#places[size]?.code(coder, met.length - 1 - place) ?? 0)] ?? -1)
      : this.#others.code(coder, value);
    this.#remember(actor, target);
    if (target !== actor) this.#remember(target, actor);
    return target;
  }

  #of(entity: number): number[] {
    let met = this.#met.get(entity);
    if (met === undefined) {
      met = [];
      this.#met.set(entity, met);
    }
    return met;
  }

  #remember(entity: number, other: number): void {
    const met = this.#of(entity);
    const place = met.lastIndexOf(other);
    if (place < 0 && met.length < REMEMBERED) met.push(other);
    else {
      // All that came after it move up; where it is new, the oldest is forgotten.
      for (let i = Math.max(0, place); i < met.length - 1; i++) met[i] = met[i + 1] ?? -1;
      met[met.length - 1] = other;
    }
  }
}

/** More than there are entities. */
const MOST = 2 ** 24;

/** Types, each as it follows from the last claim of the same two, most of all from the one just before. */
export function codeTypes(
  { coder }: Pen,
  count: number,
  { from, to }: Ends,
  known?: readonly number[],
): number[] {
  const types = new SymbolsBy(bitsFor(count));
  const last = new Map<number, number>();
  const read: number[] = [];
  let [before, type] = [-1, 0];
  for (const [i, actors] of from.entries()) {
    const [a, b] = [firstOf(actors), firstOf(to[i] ?? -1)];
    const [forth, back] = [a * MOST + b, b * MOST + a];
    const own = last.get(forth);
    const answered = last.get(back);
    const given =
      back === before
        ? 3 * type + 1
        : own !== undefined
          ? 3 * own + 2
          : answered !== undefined
            ? 3 * answered + 3
            : 0;
    type = types.code(coder, given, known?.[i]);
    last.set(forth, type);
    before = forth;
    read.push(type);
  }
  return read;
}
