/** The schemas as files. That they agree with the check is in `schema.test.ts`, and with editors in `editor-files.test.ts`. */
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readFolder } from "../../src/content/folder.ts";
import { parseDate } from "../../src/shared/dates.ts";
import { editorSchema, schemaFile } from "../../src/shared/json-schema.ts";
import { DATE_PATTERN, type FileKind, ID_PATTERN, SCHEMAS } from "../../src/shared/schema.ts";
import { isId } from "../../src/shared/text.ts";

const KINDS = Object.keys(SCHEMAS) as FileKind[];
const published = (kind: FileKind, options = {}) =>
  new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schemaFile(kind, options));

describe.each(KINDS)("the schema of %s", (kind) => {
  test("is valid, in the latest draft and in the one that editors know", () => {
    expect(() => published(kind)).not.toThrow();
    expect(() => new Ajv({ strict: true, allowUnionTypes: true }).compile(editorSchema(kind))).not.toThrow();
  });

  test.each(["published", "for editors"])("says what each key means, %s", (which) => {
    const { properties } = which === "published" ? schemaFile(kind) : editorSchema(kind);
    const mute = Object.entries(properties as Record<string, { description?: string }>).filter(
      ([, { description = "" }]) => description === "",
    );
    expect(mute).toEqual([]);
  });
});

test("says what each key of a claim means within the file of an entity", () => {
  const { properties } = schemaFile("entity") as { properties: { edges: { items: { properties: object } } } };
  const { items } = properties.edges;
  expect(Object.entries(items.properties).filter(([, { description = "" }]) => description === "")).toEqual(
    [],
  );
});

test("has its address and the types of the graph, in records and in the claims within them", () => {
  const types = { entityTypes: ["ship"], edgeTypes: ["boards"] };
  expect(schemaFile("edge", { id: "https://example.org/schema/edge.json" })).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://example.org/schema/edge.json",
  });
  const isEntity = published("entity", types);
  const ship = { type: "ship", name: "Ark" };
  expect(isEntity({ ...ship, edges: [{ type: "boards", to: "b" }] })).toBe(true);
  expect(isEntity({ ...ship, edges: [{ type: "visit", to: "b" }] })).toBe(false);
  expect(isEntity({ ...ship, type: "person" })).toBe(false);
  expect(published("edge", types)({ type: "visit", from: "a", to: "b" })).toBe(false);
  expect(published("source", types)({ title: "A", type: "report" })).toBe(true);
});

test("accepts the default content, read as other programs read YAML", () => {
  const folders = { entities: "entity", edges: "edge", sources: "source", stories: "story" } as const;
  const read = [...readFolder("content").texts].flatMap(([path, text]) => {
    const kind = folders[path.split("/")[0] as keyof typeof folders];
    return kind === undefined ? [] : [{ path, kind, data: parse(text.split("---\n")[1] ?? "") }];
  });
  expect(read.length).toBeGreaterThan(50);
  const isValid = {
    entity: published("entity"),
    edge: published("edge"),
    source: published("source"),
    story: published("story"),
  };
  expect(read.filter(({ kind, data }) => !isValid[kind](data)).map(({ path }) => path)).toEqual([]);
});

describe("the pattern of a date", () => {
  const pattern = new RegExp(DATE_PATTERN, "u");

  test.each([
    "2023-06-15",
    "2023-06",
    "2018",
    "199",
    "19",
    "2018/..",
    "../2018",
    "2018/",
    "/2018",
    "../..",
    "2023?-06",
    "1998~",
    "?2004-06-~11",
    "2023-06-XX",
    "199X",
    "2023-XX",
    "2004-06-XX/2004-07-03",
    "[1667-12..1668-02,1670]",
    "{1999..2001}",
    "[..2018]",
    "-0043-03-15",
    "Y-17000",
    "1950S2",
    "2001-21",
    "2001-34",
    "2004-01-01T10:10:10Z",
    "2004-01-01T10:10:10+05:00",
    "1984-06-02?/2004-08-08~",
    "2004-06~-11",
    "%2001",
  ])("takes %s, as the check does", (date) => {
    expect([parseDate(date) !== undefined, pattern.test(date)]).toEqual([true, true]);
  });

  test.each([
    "15/06/2023",
    "June 2023",
    "2023-6-15",
    "2023-13",
    "2023-06-32",
    "20230615",
    "2023.06.15",
    "yesterday",
    "2018/2019/2020",
    "",
  ])("refuses “%s”, as the check does", (date) => {
    expect([parseDate(date) !== undefined, pattern.test(date)]).toEqual([false, false]);
  });

  test("takes every date that is one", () => {
    const digit = fc.constantFrom(..."0123456789X");
    const mark = fc.constantFrom("", "", "", "?", "~", "%");
    const two = fc.tuple(digit, digit).map((digits) => digits.join(""));
    const year = fc.tuple(fc.constantFrom("", "-"), two, two).map((parts) => parts.join(""));
    const moment = fc
      .tuple(mark, year, mark, fc.option(fc.tuple(mark, two, mark, fc.option(fc.tuple(mark, two, mark)))))
      .map(([before, y, after, month]) => {
        const [m1 = "", m = "", m2 = "", day] = month ?? [];
        const [d1 = "", d = "", d2 = ""] = day ?? [];
        return `${before}${y}${after}${month === null ? "" : `-${m1}${m}${m2}`}${day == null ? "" : `-${d1}${d}${d2}`}`;
      });
    const written = fc.oneof(
      moment,
      fc.tuple(moment, fc.oneof(moment, fc.constantFrom("", ".."))).map((ends) => ends.join("/")),
    );
    fc.assert(
      fc.property(written, (date) => parseDate(date) === undefined || pattern.test(date)),
      { numRuns: 3000 },
    );
  });
});

test("the pattern of an id takes every id", () => {
  const pattern = new RegExp(ID_PATTERN, "u");
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => !isId(text) || pattern.test(text)));
  expect(["li-shangfu", "南海", "Li", "a--b", "-a", "a b"].map((text) => pattern.test(text))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
