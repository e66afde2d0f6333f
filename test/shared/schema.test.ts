import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { type FileKind, jsonSchema, SCHEMAS } from "../../src/shared/schema.ts";

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

  test("leaves keys that begin with x- to their authors", () => {
    expect(isValid({ ...(CASES[kind].valid[0] as object), "x-mine": 1 })).toBe(true);
  });
});
