import { describe, expect, test } from "vitest";
import { dayInWords, ticksBetween } from "../../src/shared/calendar.ts";
import { daysIn } from "../../src/shared/viewpoint.ts";

const dayOf = (text: string): number => daysIn(text)?.first ?? Number.NaN;
const ticks = (from: string, to: string, locale = "en-GB"): string[] =>
  ticksBetween(dayOf(from), daysIn(to)?.last ?? Number.NaN, locale).map(({ words }) => words);

test("a day in words is in the language of the site", () => {
  expect(dayInWords(dayOf("2023-06-17"), "day", "en-GB")).toBe("17 June 2023");
  expect(dayInWords(dayOf("2023-06-17"), "month", "zh")).toBe("2023年6月");
  expect(dayInWords(dayOf("-0043-03-15"), "year", "en-GB")).toBe("44 BC");
});

describe("the marks of an axis", () => {
  test("are years, months or days, as few as a phone has room for", () => {
    expect(ticks("2018", "2023")).toEqual(["2018", "2019", "2020", "2021", "2022", "2023"]);
    expect(ticks("2023-01", "2023-06")).toEqual(["Jan 2023", "Mar 2023", "May 2023"]);
    expect(ticks("2023-06-01", "2023-06-07")).toEqual(["2 Jun", "4 Jun", "6 Jun"]);
    expect(ticks("0001", "2023")).toEqual(["500", "1000", "1500", "2000"]);
  });

  test("have the era of years before the year 1", () => {
    expect(ticks("-0500", "0499")).toEqual(["401 BC", "201 BC", "1 BC", "200", "400"]);
  });

  test("are never many", () => {
    for (let length = 1; length < 4_000_000; length = Math.ceil(length * 1.3))
      expect(ticksBetween(19_000, 19_000 + length, "en-GB").length).toBeLessThanOrEqual(8);
  });
});
