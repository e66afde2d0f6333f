import { describe, expect, test } from "vitest";
import {
  addressOf,
  dayNumber,
  daysIn,
  dayText,
  PLAIN_VIEWPOINT,
  pairIn,
  type Viewpoint,
  viewpointIn,
} from "../../src/shared/viewpoint.ts";

const read = (address: string): Viewpoint => {
  const { search, hash } = new URL(address, "https://example.org/");
  return viewpointIn({ search, hash });
};

const FULL: Viewpoint = {
  select: "李尚福",
  within: 2,
  hide: ["place", "thing"],
  hideClaims: ["visit"],
  hideStatus: ["alleged", "denied"],
  tag: "arms & sanctions",
  source: "presstv-2023",
  publisher: undefined,
  lens: "alone",
  minSources: 2,
  from: "2018",
  to: "2023-06-17",
  asOf: "2023-02-28",
  undated: false,
  route: "china--russia",
  alternative: 1,
  onlyConfirmed: true,
  forward: true,
  view: "table",
  sort: { by: "who", descending: false },
  color: "community",
  at: { x: -120, y: 44, width: 800 },
};

describe("the address of a viewpoint", () => {
  test.each<[string, Partial<Viewpoint>]>([
    ["", {}],
    ["#li-shangfu", { select: "li-shangfu" }],
    ["?within=2#li-shangfu", { select: "li-shangfu", within: 2 }],
    ["?hide=place,thing&minSources=2", { hide: ["place", "thing"], minSources: 2 }],
    ["?from=2018&undated=no", { from: "2018", undated: false }],
    ["?route=china--russia&forward=yes", { route: "china--russia", forward: true }],
    ["?view=table&sort=-who", { view: "table", sort: { by: "who", descending: true } }],
    ["?publisher=Press%20TV&lens=without", { publisher: "Press TV", lens: "without" }],
  ])("%s", (address, viewpoint) => {
    expect(addressOf({ ...PLAIN_VIEWPOINT, ...viewpoint })).toBe(address);
    expect(read(address)).toEqual({ ...PLAIN_VIEWPOINT, ...viewpoint });
  });

  test("holds the whole of it", () => {
    expect(read(addressOf(FULL))).toEqual(FULL);
  });

  test.each([
    "?within=9&minSources=many&from=yesterday&to=2023-02-30&asOf=2023-13&view=hologram&sort=-mood&lens=x&at=1,2",
    "?at=1,2,-5&at=NaN&color=red&alternative=-1&undated=maybe&forward=1#%E0%A4%A",
  ])("leaves out what it does not understand: %s", (address) => {
    expect(read(address)).toEqual(PLAIN_VIEWPOINT);
  });
});

describe("days", () => {
  test.each([
    ["1970", 0, 364],
    ["2023-06", 19509, 19538],
    ["2024-02-29", 19782, 19782],
    ["1969-12-31", -1, -1],
    ["0001-01", -719162, -719132],
    ["-0044-03-15", -735525, -735525],
  ])("%s", (text, first, last) => {
    expect(daysIn(text)).toEqual({ first, last });
    if (text.length > 8) expect(dayText(first)).toBe(text);
  });

  test.each(["2023-02-29", "2023-00", "2023-13", "23", "2023-6", "2023-06-31", "", "2023/2024"])(
    "%s is none",
    (text) => {
      expect(daysIn(text)).toBeUndefined();
    },
  );

  test("months above twelve run into the next year", () => {
    expect(dayText(dayNumber(2023, 13, 1))).toBe("2024-01-01");
  });
});

test("a pair is two ids with two hyphens between them", () => {
  expect(pairIn("li-shangfu--united-states")).toEqual(["li-shangfu", "united-states"]);
  for (const text of [undefined, "", "a", "a--", "--b", "a--b--c"]) expect(pairIn(text)).toBeUndefined();
});
