/** What is expected of symbols, numbers and texts: models that learn while they are written or read. */
import { type BitCoder, learn, learned, newModel } from "./range-coder.ts";

/** Symbols of at most so many bits, each as likely as it was. */
export class Symbols {
  readonly #bits: number;
  readonly #model: Uint32Array;

  constructor(bits: number) {
    this.#bits = bits;
    this.#model = newModel(1 << bits);
  }

  code(coder: BitCoder, value: number | undefined): number {
    let node = 1;
    for (let i = this.#bits - 1; i >= 0; i--)
      node = node * 2 + coder.bit(this.#model, node, ((value ?? 0) >> i) & 1);
    return node - (1 << this.#bits);
  }
}

/** Bits for a symbol that is below a number. */
export const bitsFor = (count: number): number => Math.max(1, 32 - Math.clz32(Math.max(0, count - 1)));

/** Symbols whose likelihood depends on something: a model for each case, made when it first occurs. */
export class SymbolsBy {
  readonly #bits: number;
  readonly #models: Symbols[] = [];

  constructor(bits: number) {
    this.#bits = bits;
  }

  code(coder: BitCoder, given: number, value: number | undefined): number {
    let model = this.#models[given];
    if (model === undefined) {
      model = new Symbols(this.#bits);
      this.#models[given] = model;
    }
    return model.code(coder, value);
  }
}

/** Bits of the significand that are expected together. */
const LEADING = 3;

/** Whole numbers of 0 to 2³¹ − 1, small ones in few bits. */
export class Numbers {
  readonly #lengths = new Symbols(5);
  readonly #leading = newModel(32 << LEADING);
  readonly #rest = newModel(32 * 32);

  code(coder: BitCoder, value: number | undefined): number {
    const known = value ?? 0;
    const length = this.#lengths.code(coder, 32 - Math.clz32(known));
    let read = length === 0 ? 0 : 1;
    for (let i = length - 2; i >= 0; i--) {
      const bit = (known >> i) & 1;
      const isLeading = length - 2 - i < LEADING;
      const model = isLeading ? this.#leading : this.#rest;
      const place = isLeading ? (length << LEADING) | read : length * 32 + i;
      read = read * 2 + coder.bit(model, place, bit);
    }
    return read;
  }
}

/** Whole numbers of either sign. */
export class SignedNumbers {
  readonly #numbers = new Numbers();

  code(coder: BitCoder, value: number | undefined): number {
    const known = value ?? 0;
    const read = this.#numbers.code(coder, known < 0 ? -2 * known - 1 : 2 * known);
    return read % 2 === 0 ? read / 2 : -(read + 1) / 2;
  }
}

/** No text in UTF-8 has this byte. */
const END = 0xff;
const [FEW, MANY] = [2, 4];
const FEW_BITS = 18;
const MANY_BITS = 20;
/** A model is believed when it has learned from so many bits. */
const BELIEVED = 2;

/** Texts. Each byte is expected after the four before it; where these are new, after two, or one. */
export class Texts {
  readonly #afterOne = newModel(1 << 16);
  readonly #afterFew = newModel(1 << FEW_BITS);
  readonly #afterMany = newModel(1 << MANY_BITS);
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  code(coder: BitCoder, value: string | undefined): string {
    const known = value === undefined ? undefined : this.#encoder.encode(value);
    const bytes: number[] = [];
    let before = 0;
    for (;;) {
      const byte = this.#byte(coder, before, known === undefined ? 0 : (known[bytes.length] ?? END));
      if (byte === END) return value ?? this.#decoder.decode(Uint8Array.from(bytes));
      bytes.push(byte);
      before = ((before << 8) | byte) >>> 0;
    }
  }

  #byte(coder: BitCoder, before: number, byte: number): number {
    const few = mixed((before & 0xffff) + FEW);
    const many = mixed(before + MANY);
    let node = 1;
    for (let i = 7; i >= 0; i--) {
      const one = ((before & 0xff) << 8) | node;
      const two = mixed(few ^ node) >>> (32 - FEW_BITS);
      const four = mixed(many ^ node) >>> (32 - MANY_BITS);
      node = node * 2 + this.#bit(coder, one, two, four, (byte >> i) & 1);
    }
    return node & 0xff;
  }

  /** The longest memory that is believed expects the bit; all of them learn it. */
  #bit(coder: BitCoder, one: number, two: number, four: number, known: number): number {
    const bySome = learned(this.#afterFew, two) >= BELIEVED;
    const byMany = learned(this.#afterMany, four) >= BELIEVED;
    const bit = byMany
      ? coder.bit(this.#afterMany, four, known)
      : bySome
        ? coder.bit(this.#afterFew, two, known)
        : coder.bit(this.#afterOne, one, known);
    if (!byMany) learn(this.#afterMany, four, bit);
    if (byMany || !bySome) learn(this.#afterFew, two, bit);
    if (byMany || bySome) learn(this.#afterOne, one, bit);
    return bit;
  }
}

/** Knuth’s multiplicative hashing. */
const mixed = (value: number): number => Math.imul(value, 0x9e3779b1) ^ (Math.imul(value, 0x85ebca6b) >>> 13);
