import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { edgeSchema, entitySchema, type FileKind, jsonSchema, SCHEMAS } from "../../src/shared/schema.ts";

const ajv = new Ajv({ strict: false, validateFormats: false });
const CASES: Record<FileKind, { valid: unknown[]; invalid: unknown[] }> = {
  entity: {
    valid: [
      { type: "person", name: "Li" },
      { type: "person", name: "Li", aliases: ["李"], edges: [{ type: "visit", to: "beijing" }] },
      { type: "person", name: "Li", image: { src: "li.jpg", alt: "Li" } },
    ],
    invalid: [
      { type: "person" },
      { type: "person", name: ["Li"] },
      { type: "person", name: "Li", naem: "Li" },
      { type: "person", name: "Li", image: { src: "li.jpg" } },
      { type: "person", name: "Li", edges: [{ type: "visit" }] },
    ],
  },
  edge: {
    valid: [
      { type: "visit", from: "a", to: "b" },
      { type: "visit", from: ["a", "b"], to: ["c"], status: "alleged", date: "2023?-06" },
      { type: "visit", from: "a", to: "b", sources: ["x", { source: "y", stance: "disputes" }] },
    ],
    invalid: [
      { type: "visit", from: "a" },
      { type: "visit", from: "a", to: [] },
      { type: "visit", from: "a", to: "b", status: "rumoured" },
      { type: "visit", from: "a", to: "b", sources: [{ locator: "p. 1" }] },
      { type: "visit", from: "a", to: "b", edges: [] },
    ],
  },
  source: {
    valid: [{ title: "A report" }, { title: "A report", type: "book", reliability: "B" }],
    invalid: [{}, { title: "A report", type: "rumour" }, { title: "A report", reliability: "G" }],
  },
  story: {
    valid: [{ title: "A voyage" }, { title: "A voyage", description: "Out and home" }],
    invalid: [{}, { title: "A voyage", tags: ["sea"] }, { title: "A voyage", order: ["first"] }],
  },
  step: {
    valid: [
      {},
      { select: "a--b", hide: ["person"], hideStatus: ["alleged"], lens: "alone", undated: "no" },
      { source: "x", from: "2018", to: "2018-09-20", route: "a--b", color: "community" },
    ],
    invalid: [
      { slect: "a" },
      { hide: "person" },
      { hideStatus: ["rumoured"] },
      { undated: "false" },
      { lens: "through" },
    ],
  },
  site: {
    valid: [{}, { title: "A graph", menus: [{ label: "Home", url: "/" }] }],
    invalid: [{ titel: "A graph" }, { menus: [{ label: "Home" }] }, { title: ["A graph"] }],
  },
  ontology: {
    valid: [{}, { entityTypes: { ship: { label: "Ship" } }, edgeTypes: { boards: { to: ["ship"] } } }],
    invalid: [{ entityTypes: { ship: { lable: "Ship" } } }, { edgeTypes: [] }, { types: {} }],
  },
};

describe.each(Object.keys(SCHEMAS) as FileKind[])("the JSON Schema of %s", (kind) => {
  const isValid = ajv.compile(jsonSchema(kind));

  test.each(CASES[kind].valid.map((data) => [JSON.stringify(data), data]))(
    "accepts %s, as the check does",
    (_, data) => {
      expect([isValid(data), SCHEMAS[kind].safeParse(data).success]).toEqual([true, true]);
    },
  );

  test.each(CASES[kind].invalid.map((data) => [JSON.stringify(data), data]))(
    "refuses %s, as the check does",
    (_, data) => {
      expect([isValid(data), SCHEMAS[kind].safeParse(data).success]).toEqual([false, false]);
    },
  );

  test("names every key that the check knows, and no other", () => {
    expect(Object.keys(jsonSchema(kind).properties ?? {})).toEqual(Object.keys(SCHEMAS[kind].shape));
    expect(jsonSchema(kind).additionalProperties).toBe(false);
  });

  test("leaves keys that begin with x- to their authors", () => {
    expect(isValid({ ...(CASES[kind].valid[0] as object), "x-mine": 1 })).toBe(true);
  });
});

describe("the JSON Schema", () => {
  const EDGE = { type: "visit", from: "a", to: "b" };
  const isEdge = ajv.compile(jsonSchema("edge"));

  test("takes numbers and booleans as YAML’s own, and no others", () => {
    expect(isEdge({ ...EDGE, credibility: 2, draft: true })).toBe(true);
    expect(isEdge({ ...EDGE, credibility: "2" })).toBe(false);
    expect(isEdge({ ...EDGE, draft: "yes" })).toBe(false);
    expect([0, 7, 1.5].map((credibility) => isEdge({ ...EDGE, credibility }))).toEqual([false, false, false]);
  });

  test("allows keys of one’s own in an edge within an entity, but not in a part of a record", () => {
    const isEntity = ajv.compile(jsonSchema("entity"));
    const entity = { type: "person", name: "Li" };
    expect(isEntity({ ...entity, edges: [{ type: "visit", to: "a", "x-mine": 1 }] })).toBe(true);
    expect(isEntity({ ...entity, image: { src: "a.jpg", alt: "A", "x-mine": 1 } })).toBe(false);
  });
});

describe("the check", () => {
  const EDGE = { type: "visit", from: "a", to: ["b", "c"] };

  test("reads what the author typed, and fills in what was left out", () => {
    const edge = edgeSchema.parse({ ...EDGE, credibility: "2", draft: "true", sources: ["log"] });
    expect(edge).toMatchObject({
      from: ["a"],
      to: ["b", "c"],
      status: "reported",
      credibility: 2,
      draft: true,
      sources: [{ source: "log", stance: "supports" }],
      respondsTo: [],
    });
    expect(edgeSchema.parse(EDGE).draft).toBe(false);
  });

  test("composes ids, as the names of files are", () => {
    expect(edgeSchema.parse({ ...EDGE, from: "e\u0301" }).from).toEqual(["\u00e9"]);
  });

  test.each([
    ["an id", { type: "Big Visit" }, "invalid-id"],
    ["a date", { date: "15/06/2023" }, "invalid-date"],
    ["a text", { title: " " }, "empty-value"],
  ])("says why %s is refused", (_, change, code) => {
    const [issue] = edgeSchema.safeParse({ ...EDGE, ...change }).error?.issues ?? [];
    expect(issue).toMatchObject({ path: Object.keys(change), params: { code } });
  });

  test.each([
    { name: "two\nlines" },
    { sameAs: ["javascript:alert(1)"] },
    { sameAs: ["www.example.org"] },
    { draft: "yes" },
    { formerIds: ["Li Shangfu"] },
    { edges: [{ type: "visit", to: "b", from: "a" }] },
  ])("refuses an entity with %j", (change) => {
    const entity = { type: "person", name: "Li" };
    expect(entitySchema.safeParse(entity).success).toBe(true);
    expect(entitySchema.safeParse({ ...entity, ...change }).success).toBe(false);
  });

  test.each([
    ["source", { title: "A report", language: "zh-Hans" }, { title: "A report", language: "zh_Hans" }],
    ["source", { title: "A report", url: "http://a.org" }, { title: "A report", url: "ftp://a.org" }],
    ["site", { menus: [{ label: "A", url: "entities/" }] }, { menus: [{ label: "A", url: "javascript:x" }] }],
    [
      "ontology",
      { entityTypes: { ship: { color: "#2e86ab" } } },
      { entityTypes: { ship: { color: "blue" } } },
    ],
    ["ontology", { edgeTypes: { boards: {} } }, { edgeTypes: { Boards: {} } }],
  ] as const)("of %s accepts %j and refuses %j", (kind, good, bad) => {
    expect([SCHEMAS[kind].safeParse(good).success, SCHEMAS[kind].safeParse(bad).success]).toEqual([
      true,
      false,
    ]);
  });
});
