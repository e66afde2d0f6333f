import { describe, expect, test } from "vitest";
import { inOrderOfTime } from "../../src/shared/periods.ts";
import { dayText } from "../../src/shared/viewpoint.ts";
import { dateOf } from "../support/network.ts";

/** `id` or `id date` a line → `period: ids`, in order. */
function listed(...lines: string[]): string[] {
  const items = lines.map((line) => {
    const [id = "", date] = line.split(" ");
    return date === undefined ? { id } : { id, date: dateOf(date) };
  });
  return inOrderOfTime(items).map(({ period, items: own }) => `${period.id}: ${own.map(({ id }) => id)}`);
}

describe("the periods of a list by time", () => {
  test("a day or a vague day is in its month, a longer date in its year or among those of several", () => {
    expect(
      listed(
        "day 2023-06-15",
        "month 2023-06",
        "masked 2023-06-XX",
        "across 2023-06-29/2023-07-02",
        "year 2023",
      ),
    ).toEqual(["2023: year,across", "2023-06: masked,month,day"]);
    expect(listed("turn 2022-12-31/2023-01-01", "since 2018/..", "until ../2018", "never")).toEqual([
      "years: until,since,turn",
      "undated: never",
    ]);
  });

  test("go from the oldest to the newest, years before the year 1 among them", () => {
    expect(
      listed(
        "now 2023-06-15",
        "new 2024",
        "rome -0043-03-15",
        "year0 0000",
        "feb 2023-02-01",
        "nine 0009-09",
      ),
    ).toEqual([
      "-0043-03: rome",
      "0000: year0",
      "0009-09: nine",
      "2023-02: feb",
      "2023-06: now",
      "2024: new",
    ]);
  });

  test("have the first and the last day of their month or year", () => {
    const days = inOrderOfTime([
      { id: "a", date: dateOf("2024-02-10") },
      { id: "b", date: dateOf("2024") },
    ]).map(({ period }) => [dayText(period.first), dayText(period.last)]);
    expect(days).toEqual([
      ["2024-01-01", "2024-12-31"],
      ["2024-02-01", "2024-02-29"],
    ]);
  });

  test("hold claims by their first day, then their last, then their id", () => {
    expect(listed("b 2023-06-03", "a 2023-06-03", "long 2023-06-03/2023-06-09", "first 2023-06-01")).toEqual([
      "2023-06: first,a,b,long",
    ]);
  });
});
