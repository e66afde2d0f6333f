import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edgeText, emptyBins, histogramOf, partOf } from "../../src/shared/bins.ts";
import { dayNumber, dayText } from "../../src/shared/viewpoint.ts";
import { networkOf } from "../support/network.ts";

const claimsOn = (...dates: string[]) =>
  networkOf(dates.map((date, i) => `c${i}: a > b${date === "" ? "" : ` date=${date}`}`).join("\n")).claims;

/** The unit and the first day of each part, and the day after the last. */
function parts(...dates: string[]): [string, string[]] {
  const found = emptyBins(claimsOn(...dates));
  return [found?.unit ?? "none", (found?.edges ?? []).map(dayText)];
}

describe("the parts of time", () => {
  test("none where nothing has a date, or only dates that are open on both sides", () => {
    expect(emptyBins(claimsOn(""))).toBeUndefined();
    expect(emptyBins(claimsOn("../.."))).toBeUndefined();
    expect(emptyBins([])).toBeUndefined();
  });

  test("days over the end of February in a leap year", () => {
    expect(parts("2024-02-28", "2024-03-01")).toEqual([
      "day",
      ["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"],
    ]);
  });

  test("weeks begin on Monday, before 1970 as after", () => {
    const [unit, edges] = parts("2023-06-15", "2023-12-31");
    expect([unit, edges[0], edges.at(-1), edges.length]).toEqual(["week", "2023-06-12", "2024-01-01", 30]);
    expect(parts("1969-06-01", "1969-12-31")[1].slice(0, 2)).toEqual(["1969-05-26", "1969-06-02"]);
  });

  test("months", () => {
    const [unit, edges] = parts("2019-11", "2024-02-29");
    expect([unit, edges.length]).toEqual(["month", 53]);
    expect(edges.slice(0, 3)).toEqual(["2019-11-01", "2019-12-01", "2020-01-01"]);
    expect(edges.slice(-2)).toEqual(["2024-02-01", "2024-03-01"]);
  });

  test("years, decades and centuries begin where the calendar has them", () => {
    expect(parts("1969", "1990")[0]).toBe("year");
    expect(parts("1969", "1990")[1].slice(0, 2)).toEqual(["1969-01-01", "1970-01-01"]);
    expect(parts("1815", "1990")[0]).toBe("decade");
    expect(parts("1815", "1990")[1].slice(0, 2)).toEqual(["1810-01-01", "1820-01-01"]);
    expect(parts("0476", "1990")[0]).toBe("century");
    expect(parts("0476", "1990")[1].slice(0, 2)).toEqual(["0400-01-01", "0500-01-01"]);
  });

  test("years before the year 1, over the year 0", () => {
    const [unit, edges] = parts("-0044-03-15", "0014-08-19");
    expect([unit, edges[0], edges.at(-1), edges.length]).toEqual(["year", "-0044-01-01", "0015-01-01", 60]);
    expect(parts("-0753", "-0044")[1].slice(0, 2)).toEqual(["-0760-01-01", "-0750-01-01"]);
  });

  test("millennia where the past is long", () => {
    const [unit, edges] = parts("-9999", "2024");
    expect([unit, edges[0], edges.at(-1), edges.length]).toEqual([
      "millennium",
      "-10000-01-01",
      "3000-01-01",
      14,
    ]);
  });

  test("one day is one part, and an open end counts with its known side", () => {
    expect(parts("2023-06-15")).toEqual(["day", ["2023-06-15", "2023-06-16"]]);
    expect(parts("2023-06-15/..")).toEqual(["day", ["2023-06-15", "2023-06-16"]]);
  });

  test("120 of them are not too many, 121 are", () => {
    expect(parts("2023-01-01", "2023-04-30")[0]).toBe("day");
    expect(parts("2023-01-01", "2023-05-01")[0]).toBe("week");
  });

  test("whatever the dates: at most 120, without a gap, and every day in one", () => {
    const year = fc.integer({ min: -9999, max: 9999 });
    const day = fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 5 }), (days) => {
        const numbers = days.map((each) => dayNumber(...each));
        const [first] = claimsOn("2023");
        const claims = numbers.map((number) => ({
          ...(first as NonNullable<typeof first>),
          date: { words: "", first: number, last: number },
        }));
        const found = emptyBins(claims);
        if (found === undefined) throw new Error("there are no parts");
        const { bins } = histogramOf(claims, found);
        expect(bins.length).toBeLessThanOrEqual(120);
        expect(bins.every(({ first: start, last }) => start <= last)).toBe(true);
        expect(bins.slice(1).every(({ first: start }, i) => start === (bins[i]?.last ?? 0) + 1)).toBe(true);
        expect(bins[0]?.first).toBeLessThanOrEqual(Math.min(...numbers));
        expect(bins.at(-1)?.last).toBeGreaterThanOrEqual(Math.max(...numbers));
        expect(bins.reduce((sum, { sure }) => sum + sure, 0)).toBe(numbers.length);
      }),
      { seed: 20_261_125, numRuns: 300, endOnFailure: true },
    );
  });
});

describe("counting", () => {
  const edges = ["2018-01-01", "2019-01-01", "2020-01-01", "2021-01-01"].map((text) => {
    const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
    return dayNumber(year, month, day);
  });
  const counts = (...dates: string[]) => {
    const { bins, undated } = histogramOf(claimsOn(...dates), { unit: "year", edges });
    return [bins.map(({ sure, possible }) => `${sure}+${possible}`).join(" "), undated];
  };

  test.each<[string, string[], string, number]>([
    ["days, at both ends of a part", ["2018-01-01", "2018-12-31", "2020-12-31"], "2+0 0+0 1+0", 0],
    ["an imprecise date within a part is sure", ["2019-06", "2019"], "0+0 2+0 0+0", 0],
    ["over several it is possible in each", ["2018/2019", "2019-12-31/2020-01-01"], "0+1 0+2 0+1", 0],
    ["an open date reaches the end", ["2019/..", "../2018-06"], "1+0 0+1 0+1", 0],
    ["wider than all parts", ["20XX"], "0+1 0+1 0+1", 0],
    ["the undated beside them", ["", "2018", ""], "1+0 0+0 0+0", 2],
    ["nothing", [], "0+0 0+0 0+0", 0],
  ])("%s", (_, dates, bins, undated) => {
    expect(counts(...dates)).toEqual([bins, undated]);
  });

  test("the parts say their first and last day", () => {
    const { bins, unit } = histogramOf([], { unit: "year", edges });
    expect(unit).toBe("year");
    expect(bins.map(({ first, last }) => `${dayText(first)} ${dayText(last)}`)).toEqual([
      "2018-01-01 2018-12-31",
      "2019-01-01 2019-12-31",
      "2020-01-01 2020-12-31",
    ]);
  });

  test.each([
    [-1, -1],
    [0, 0],
    [9, 0],
    [10, 1],
    [29, 2],
    [30, 3],
    [99, 3],
  ])("day %i is in part %i of 0–9, 10–19, 20–29", (day, part) => {
    expect(partOf([0, 10, 20, 30], day)).toBe(part);
  });
});

test.each([
  ["day", "2023-06-15"],
  ["week", "2023-06-15"],
  ["month", "2023-06"],
  ["year", "2023"],
  ["decade", "2023"],
  ["century", "2023"],
] as const)("an edge of a %s is %s in the address", (unit, text) => {
  expect(edgeText(dayNumber(2023, 6, 15), unit)).toBe(text);
});

test("an edge before the year 1 keeps its sign", () => {
  expect(edgeText(dayNumber(-44, 3, 15), "year")).toBe("-0044");
  expect(edgeText(dayNumber(-44, 3, 15), "month")).toBe("-0044-03");
});
