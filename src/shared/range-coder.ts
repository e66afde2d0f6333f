/**
 * Bits as few bytes: an adaptive binary range coder, after G. N. N. Martin (1979) and the carry of LZMA. A bit that is
 * expected costs next to nothing. Models (`bit-models.ts`) say what is expected, and learn from each bit alike when it
 * is written and when it is read, so that one description of a file does both.
 */

/** Writes bits, or reads them: then what is given is ignored. */
export interface BitCoder {
  /** Codes a bit, expected as the model at a place has it, which learns from it. Returns the bit. */
  bit(model: Uint32Array, place: number, bit: number): number;
}

/** A model of each place: how likely a 1 is, in 22 bits, and below them how many bits it has learned from. */
const COUNT_BITS = 10;
const LIKELY_BITS = 22;
const COUNT_MASK = (1 << COUNT_BITS) - 1;
/** A model takes so many bits into account: the more, the slower it follows change. */
const MEMORY = 30;
const PACE = Float64Array.from({ length: MEMORY + 1 }, (_, n) => 1 / (n + 1.6));
const ONE = 2 ** LIKELY_BITS - 1;
const UNKNOWN = 2 ** (LIKELY_BITS - 1 + COUNT_BITS);

/** So many places of a model that has learned nothing. */
export const newModel = (places: number): Uint32Array => new Uint32Array(places).fill(UNKNOWN);

/** How many bits a place has learned from, up to a bound. */
export const learned = (model: Uint32Array, place: number): number => (model[place] ?? 0) & COUNT_MASK;

/** How likely a 1 is, out of 65,536; never 0 nor all. */
function likely(state: number): number {
  const share = state >>> (32 - 16);
  return Math.max(32, Math.min(65_504, share));
}

/** Lets a place learn from a bit that was coded by another. */
export function learn(model: Uint32Array, place: number, bit: number): void {
  const state = model[place] ?? 0;
  const count = state & COUNT_MASK;
  const before = state >>> COUNT_BITS;
  // Of the operations that every browser does alike.
  const after = before + Math.trunc(((bit === 1 ? ONE : 0) - before) * (PACE[count] ?? 0));
  model[place] = after * 2 ** COUNT_BITS + (count < MEMORY ? count + 1 : count);
}

const TOP = 2 ** 24;

export class BitWriter implements BitCoder {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  #low = 0;
  #range = 0xffffffff;
  /** A byte that a carry may still raise, and how many of 255 stand behind it. */
  #held = 0;
  #full = 0;
  #isFirst = true;

  bit(model: Uint32Array, place: number, bit: number): number {
    const state = model[place] ?? 0;
    const bound = (this.#range >>> 16) * likely(state);
    if (bit === 1) this.#range = bound;
    else {
      this.#low += bound;
      this.#range -= bound;
    }
    learn(model, place, bit);
    while (this.#range < TOP) {
      this.#range = (this.#range << 8) >>> 0;
      this.#shift();
    }
    return bit;
  }

  /** All that was written. */
  end(): Uint8Array {
    for (let i = 0; i < 5; i++) this.#shift();
    return this.#bytes.slice(0, this.#length);
  }

  #shift(): void {
    const carry = this.#low > 0xffffffff ? 1 : 0;
    if (carry === 1 || this.#low < 0xff000000) {
      if (!this.#isFirst) this.#put(this.#held + carry);
      this.#isFirst = false;
      for (; this.#full > 0; this.#full--) this.#put(0xff + carry);
      this.#held = Math.trunc(this.#low / TOP) & 0xff;
    } else this.#full++;
    this.#low = (this.#low % TOP) * 256;
  }

  #put(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const more = new Uint8Array(this.#length * 2);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    this.#bytes[this.#length++] = byte;
  }
}

/** Reads what `BitWriter` wrote. Throws where the bytes end too early. */
export class BitReader implements BitCoder {
  readonly #bytes: Uint8Array;
  #at = 0;
  #code = 0;
  #range = 0xffffffff;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let i = 0; i < 4; i++) this.#code = ((this.#code << 8) | this.#next()) >>> 0;
  }

  bit(model: Uint32Array, place: number): number {
    const state = model[place] ?? 0;
    const bound = (this.#range >>> 16) * likely(state);
    const bit = this.#code < bound ? 1 : 0;
    if (bit === 1) this.#range = bound;
    else {
      this.#code -= bound;
      this.#range -= bound;
    }
    learn(model, place, bit);
    while (this.#range < TOP) {
      this.#range = (this.#range << 8) >>> 0;
      this.#code = ((this.#code << 8) | this.#next()) >>> 0;
    }
    return bit;
  }

  #next(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Error("the file is damaged: it ends too early");
    return byte;
  }
}
