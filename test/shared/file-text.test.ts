import fc from "fast-check";
import { expect, test } from "vitest";
import { readFrontMatter } from "../../src/content/front-matter.ts";
import { fileText } from "../../src/shared/file-text.ts";

test("keys stand in the order of the documentation, lists of ids on a line, and nothing empty", () => {
  const keys = {
    "x-note": "yes",
    sources: [{ source: "presstv-2023", locator: "paragraph 11" }],
    tags: [],
    title: undefined,
    to: "united-states",
    from: ["china", "li-shangfu"],
    date: "2023-06",
    type: "refusal",
  };
  expect(fileText("edge", keys, "\nWhy: *this*.\n\n")).toBe(`---
type: refusal
from: [china, li-shangfu]
to: united-states
date: 2023-06
sources:
  - source: presstv-2023
    locator: paragraph 11
x-note: yes
---

Why: *this*.
`);
});

test("without a body the file ends with its front matter", () => {
  expect(fileText("entity", { name: "no", type: "person" })).toBe("---\ntype: person\nname: no\n---\n");
});

test("whatever a value is, it is read again as it was", () => {
  const value = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(value, fc.array(value, { minLength: 1 }), (name, aliases) => {
      const { data, problems } = readFrontMatter(fileText("entity", { type: "person", name, aliases }));
      expect(problems).toEqual([]);
      expect(data).toEqual({ type: "person", name, aliases });
    }),
    { numRuns: 300 },
  );
});
