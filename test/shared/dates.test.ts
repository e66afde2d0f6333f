import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDates, dateInWords, type FuzzyDate, parseDate } from "../../src/shared/dates.ts";
import { en } from "../../src/shared/words/en.ts";
import { ENGLISH, wordsIn } from "../../src/shared/words/languages.ts";
import { createWords } from "../../src/shared/words/words.ts";

function dateOf(edtf: string): FuzzyDate {
  const date = parseDate(edtf);
  if (date === undefined) throw new Error(`${edtf} is no date`);
  return date;
}

const day = (moment: number): string => new Date(moment).toISOString().split("T")[0] ?? "";

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
    ["1998~", "1998-01-01", "1998-12-31"],
    ["?2004-06-~11", "2004-06-11", "2004-06-11"],
    ["2023-XX", "2023-01-01", "2023-12-31"],
    ["2023-06-1X", "2023-06-10", "2023-06-19"],
    ["2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"],
    ["199", "1990-01-01", "1999-12-31"],
    ["19", "1900-01-01", "1999-12-31"],
    ["[1667-12..1668-02,1670]", "1667-12-01", "1670-12-31"],
    ["-0043-03-15", "-000043-03-15", "-000043-03-15"],
    ["-0043-06-XX", "-000043-06-01", "-000043-06-30"],
    ["-0043-XX-XX/-0042", "-000043-01-01", "-000042-12-31"],
    ["Y-17000", "-017000-01-01", "-017000-12-31"],
  ])("%s lies between %s and %s", (edtf, min, max) => {
    const date = dateOf(edtf);
    expect([day(date.min), day(date.max)]).toEqual([min, max]);
    expect(date.edtf).toBe(edtf);
  });

  test("may be open at either end", () => {
    expect(dateOf("2018/..").max).toBe(Number.POSITIVE_INFINITY);
    expect(dateOf("../2018").min).toBe(Number.NEGATIVE_INFINITY);
    expect([dateOf("../..").min, dateOf("../..").max]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    expect(dateOf("2018/").max).toBe(Number.POSITIVE_INFINITY);
    expect(dateOf("[..2018]").min).toBe(Number.NEGATIVE_INFINITY);
  });

  test("lasts from the first millisecond to the last", () => {
    const { min, max } = dateOf("2023-06-15");
    expect(new Date(min).toISOString()).toBe("2023-06-15T00:00:00.000Z");
    expect(new Date(max).toISOString()).toBe("2023-06-15T23:59:59.999Z");
  });

  test("may carry a time, with its offset from UTC", () => {
    expect(new Date(dateOf("2018-06-15T10:30:00+02:00").min).toISOString()).toBe("2018-06-15T08:30:00.000Z");
  });

  test("in four seasons lies within its year", () => {
    for (const season of ["2023-21", "2023-22", "2023-23", "2023-24"].map(dateOf))
      expect([day(season.min).slice(0, 4), day(season.max).slice(0, 4)]).toEqual(["2023", "2023"]);
  });

  test("is one where the day exists, and none where it does not", () => {
    const number = (least: number, most: number) => fc.integer({ min: least, max: most });
    fc.assert(
      fc.property(number(1, 9999), number(1, 12), number(1, 31), (year, month, date) => {
        const text = `${String(year).padStart(4, "0")}-${pad(month)}-${pad(date)}`;
        const exists = date <= daysIn(year, month);
        const parsed = parseDate(text);
        return exists ? parsed !== undefined && day(parsed.min) === text : parsed === undefined;
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test("is the same object for the same text", () => {
    expect(parseDate("2023-06-15")).toBe(parseDate("2023-06-15"));
  });

  test.each([
    "15/06/2023",
    "June 2023",
    "2023-02-29",
    "2023-02-30",
    "2023-06-31",
    "1900-02-29",
    "2023-00",
    "2023-06-00",
    "2019-02-29~/2020",
    "2023-02-28/2023-02-30",
    "[2019-02-28,2019-02-29]",
    `[${"2018,".repeat(12)}2019]`,
    "2018/2017",
    "2018 ",
    "20180615",
    "201806",
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

const pad = (value: number): string => String(value).padStart(2, "0");

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

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

test("of dates that begin together the one that ends first comes first, then the one whose text is smaller", () => {
  const sorted = ["2023/..", "2023~", "2023", "2023-01", "-0043", "0043"].map(dateOf).sort(compareDates);
  expect(sorted.map(({ edtf }) => edtf)).toEqual(["-0043", "0043", "2023-01", "2023", "2023~", "2023/.."]);
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
    ["-0043-03-15", "15 March 44 BC"],
    ["-0043/0014", "44 BC–14 AD"],
    ["0000", "1 BC"],
    ["2018?", "2018, uncertain"],
    ["2018%", "about 2018, uncertain"],
    ["?2004-06-~11", "about 11 June 2004, year uncertain"],
    ["2004-?06-?11", "11 June 2004, month and day uncertain"],
    ["1984~/2004-06", "about 1984 to June 2004"],
    ["1984~/1986~", "about 1984–1986"],
    ["1984?/2004~", "1984, uncertain to about 2004"],
    ["2023-06-15/2023-07", "15 June 2023 to July 2023"],
    ["2004-06-XX/2004-07-03", "June 2004, day unknown to 3 July 2004"],
    ["2004-06-XX/..", "since June 2004, day unknown"],
    ["2018/", "from 2018, end unknown"],
    ["/2018", "until 2018"],
    ["/", "at an unknown time"],
    ["[..1983]", "up to 1983"],
    ["[1983..]", "1983 or later"],
    ["[2021,2023..2025]", "one of 2021, 2023 to 2025"],
    ["2023-22", "summer 2023"],
    ["2023-23", "autumn 2023"],
    ["2023-24", "winter 2023"],
    ["19XX", "the years 1900 to 1999"],
    ["19", "the years 1900 to 1999"],
    ["199", "the 1990s"],
    ["2023-XX-XX", "2023, month unknown"],
    ["2018-06-15T10:30:00Z", "2018-06-15 10:30:00Z"],
    ["156X-12-25", "156X-12-25"],
    ["Y17000", "Y17000"],
  ])("%s is “%s”", (edtf, words) => {
    expect(
      dateInWords(dateOf(edtf), ENGLISH)
        .replaceAll(/\u2009|\u202f|\u00a0/g, " ")
        .replaceAll(" – ", "–"),
    ).toBe(words);
  });

  test("are in the site’s language", () => {
    const said = (edtf: string, language: string) => dateInWords(dateOf(edtf), wordsIn(language));
    expect(said("2023-06-15", "en")).toBe("15 June 2023");
    expect(said("2023-06-15", "en-US")).toBe("June 15, 2023");
    expect(said("2023-06-15", "zh")).toBe("2023年6月15日");
    expect(said("2023-06~", "zh-Hans")).toBe("约2023年6月");
    expect(said("2018/..", "zh")).toBe("2018年起");
    expect(said("2023?-06", "zh")).toBe("2023年6月，年份不确定");
    expect(said("-0043", "zh")).toBe("公元前44年");
  });

  test("are in English where the interface does not speak the site’s language", () => {
    expect(dateInWords(dateOf("1998~"), wordsIn("de"))).toBe("about 1998");
  });

  test("are of the Gregorian calendar in every language", () => {
    expect(dateInWords(dateOf("2023"), createWords(en, "fa"))).toContain("۲۰۲۳");
  });
});
