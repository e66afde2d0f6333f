import { describe, expect, test } from "vitest";
import { seededRandom, seedOf } from "../../src/graph/random.ts";

describe("seeded randomness", () => {
  test("is the same for the same seed, and another for another", () => {
    const some = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 5 }, random);
    };
    expect(some(1)).toEqual(some(1));
    expect(some(1)).not.toEqual(some(2));
    expect(seedOf("a")).not.toBe(seedOf("b"));
  });

  test("is that of mulberry32 and FNV-1a, so that a map stays as it was published", () => {
    expect(seededRandom(1)()).toBe(0.6270739405881613);
    expect(["", "a", "foobar"].map((text) => seedOf(text) >>> 0)).toEqual([
      0x811c9dc5, 0xe40c292c, 0xbf9cf968,
    ]);
  });

  test("is spread evenly between 0 and 1", () => {
    const random = seededRandom(9);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const at = Math.floor(random() * 10);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1100);
  });
});
