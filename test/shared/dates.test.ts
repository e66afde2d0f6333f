import { describe, expect, test } from "vitest";
import { compareDates, dateInWords, type FuzzyDate, parseDate } from "../../src/shared/dates.ts";

function dateOf(edtf: string): FuzzyDate {
  const date = parseDate(edtf);
  if (date === undefined) throw new Error(`${edtf} is no date`);
  return date;
}

const day = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

describe("a date", () => {
  test.each([
    ["2023-06-15", "2023-06-15", "2023-06-15"],
    ["2023-06", "2023-06-01", "2023-06-30"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2018", "2018-01-01", "2018-12-31"],
    ["0987", "0987-01-01", "0987-12-31"],
    ["2023-06-XX", "2023-06-01", "2023-06-30"],
    ["199X", "1990-01-01", "1999-12-31"],
    ["2019/2021-03", "2019-01-01", "2021-03-31"],
    ["[2021,2019]", "2019-01-01", "2021-12-31"],
    ["{1999..2001}", "1999-01-01", "2001-12-31"],
    ["2023?-06", "2023-06-01", "2023-06-30"],
  ])("%s lies between %s and %s", (edtf, min, max) => {
    const date = dateOf(edtf);
    expect([day(date.min), day(date.max)]).toEqual([min, max]);
    expect(date.edtf).toBe(edtf);
  });

  test("may be open at either end", () => {
    expect(dateOf("2018/..").max).toBe(Number.POSITIVE_INFINITY);
    expect(dateOf("../2018").min).toBe(Number.NEGATIVE_INFINITY);
  });

  test.each([
    "15/06/2023",
    "June 2023",
    "2023-02-29",
    "2023-02-30",
    "2023-13",
    "2023-6-1",
    "yesterday",
    "",
    " ",
    "2023-06-15T25:00:00Z",
    "Y17E7",
    "1685577600000",
    "9".repeat(100),
  ])("%j is none", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

test("dates come in the order of their first moment, then of their last; the undated come last", () => {
  const dates = ["2023", "2023-06-15", undefined, "2023-06", "../2020", "2018/..", "1998~"];
  const sorted = dates
    .map((text) => (text === undefined ? undefined : dateOf(text)))
    .sort(compareDates)
    .map((date) => date?.edtf);
  // Array.sort puts undefined last by itself, so ask for that too.
  expect(compareDates(undefined, dateOf("2023"))).toBeGreaterThan(0);
  expect(sorted).toEqual(["../2020", "1998~", "2018/..", "2023", "2023-06", "2023-06-15", undefined]);
});

describe("in words", () => {
  test.each([
    ["2023-06-15", "15 June 2023"],
    ["2023-06", "June 2023"],
    ["2023", "2023"],
    ["2023?-06", "June 2023, year uncertain"],
    ["1998~", "about 1998"],
    ["2018/..", "since 2018"],
    ["../2018", "until 2018"],
    ["2023-05-21/2023-05-31", "21–31 May 2023"],
    ["2019/2021", "2019–2021"],
    ["2023-06-XX", "June 2023, day unknown"],
    ["2023-XX", "2023, month unknown"],
    ["199X", "the 1990s"],
    ["2023-21", "spring 2023"],
    ["[2021,2023]", "one of 2021, 2023"],
    ["{2021,2023}", "all of 2021, 2023"],
    ["-0043", "44 BC"],
  ])("%s is “%s”", (edtf, words) => {
    expect(
      dateInWords(dateOf(edtf))
        .replaceAll(/\u2009|\u202f|\u00a0/g, " ")
        .replaceAll(" – ", "–"),
    ).toBe(words);
  });

  test("are in the order of the site’s language", () => {
    expect(dateInWords(dateOf("2023-06-15"), "zh")).toBe("2023年6月15日");
    expect(dateInWords(dateOf("2023-06-15"), "de")).toBe("15. Juni 2023");
  });

  test("are of the Gregorian calendar in every language", () => {
    expect(dateInWords(dateOf("2023"), "fa")).toContain("۲۰۲۳");
  });
});
