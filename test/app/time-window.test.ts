import { describe, expect, test } from "vitest";
import { moved, within, zoomed } from "../../src/app/time-window.ts";

const WHOLE = { first: 0, last: 99 };

describe("a window of time", () => {
  test("zooms about its middle, or about the place that is pointed at", () => {
    expect(zoomed(WHOLE, WHOLE, 0.5)).toEqual({ first: 25, last: 74 });
    expect(zoomed(WHOLE, WHOLE, 0.5, 0)).toEqual({ first: 0, last: 49 });
    expect(zoomed(WHOLE, WHOLE, 0.5, 1)).toEqual({ first: 50, last: 99 });
  });

  test("has a week at least, and never leaves the whole", () => {
    expect(zoomed({ first: 90, last: 99 }, WHOLE, 0.1, 1)).toEqual({ first: 93, last: 99 });
    expect(zoomed({ first: 90, last: 99 }, WHOLE, 3)).toEqual({ first: 70, last: 99 });
    expect(zoomed({ first: 90, last: 99 }, WHOLE, 100)).toEqual(WHOLE);
    expect(zoomed({ first: 0, last: 2 }, { first: 0, last: 2 }, 0.5)).toEqual({ first: 0, last: 2 });
  });

  test("moves by a share of itself, by a day at least, and stops at the ends", () => {
    expect(moved({ first: 10, last: 29 }, WHOLE, 0.5)).toEqual({ first: 20, last: 39 });
    expect(moved({ first: 10, last: 29 }, WHOLE, -0.001)).toEqual({ first: 9, last: 28 });
    expect(moved({ first: 10, last: 29 }, WHOLE, 10)).toEqual({ first: 80, last: 99 });
  });

  test("is what an address asks for, as far as there is time", () => {
    const open = Number.POSITIVE_INFINITY;
    expect(within({ first: 50, last: open }, WHOLE)).toEqual({ first: 50, last: 99 });
    expect(within({ first: 50, last: 51 }, WHOLE)).toEqual({ first: 48, last: 54 });
    expect(within({ first: -open, last: open }, WHOLE)).toBeUndefined();
    expect(within({ first: 200, last: 300 }, WHOLE)).toBeUndefined();
  });
});
