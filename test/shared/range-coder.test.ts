import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Numbers, SignedNumbers, Symbols, Texts } from "../../src/shared/bit-models.ts";
import { BitReader, BitWriter, newModel } from "../../src/shared/range-coder.ts";

const bits = (count: number, bit: (i: number) => number): Uint8Array => {
  const writer = new BitWriter();
  const model = newModel(1);
  for (let i = 0; i < count; i++) writer.bit(model, 0, bit(i));
  return writer.end();
};

describe("bits", () => {
  test("cost little where they are expected", () => {
    expect(bits(10_000, () => 0).length).toBeLessThan(30);
    expect(bits(10_000, (i) => (i % 100 === 0 ? 1 : 0)).length).toBeLessThan(150);
  });

  test("are read as they were written, whatever they are and wherever a carry runs", () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 1)), {
      maxLength: 3000,
    });
    fc.assert(
      fc.property(some, (list) => {
        const writer = new BitWriter();
        const model = newModel(4);
        for (const [place, bit] of list) writer.bit(model, place, bit);
        const reader = new BitReader(writer.end());
        const other = newModel(4);
        expect(list.map(([place]) => reader.bit(other, place))).toEqual(list.map(([, bit]) => bit));
      }),
    );
  });

  test("that are not all there are missed", () => {
    const reader = new BitReader(bits(10, () => 1));
    const model = newModel(1);
    expect(() => {
      for (let i = 0; i < 100_000; i++) reader.bit(newModel(1), 0);
    }).toThrow("too early");
    expect(() => new BitReader(new Uint8Array(2)).bit(model, 0)).toThrow("too early");
  });
});

test("numbers, symbols and texts are read as they were written", () => {
  const item = fc.record({
    number: fc.nat(2 ** 31 - 1),
    signed: fc.integer({ min: -(2 ** 30), max: 2 ** 30 - 1 }),
    symbol: fc.nat(255),
    text: fc.string({ unit: "binary" }),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), (list) => {
      const coded = (coder: BitReader | BitWriter) => {
        const [numbers, signed, symbols] = [new Numbers(), new SignedNumbers(), new Symbols(8)];
        const texts = new Texts();
        return list.map((each) => {
          const known = coder instanceof BitWriter ? each : undefined;
          return {
            number: numbers.code(coder, known?.number),
            signed: signed.code(coder, known?.signed),
            symbol: symbols.code(coder, known?.symbol),
            text: texts.code(coder, known?.text),
          };
        });
      };
      const writer = new BitWriter();
      coded(writer);
      expect(coded(new BitReader(writer.end()))).toEqual(list);
    }),
    { numRuns: 15 },
  );
});
