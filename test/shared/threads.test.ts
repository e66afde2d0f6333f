import { expect, test } from "vitest";
import { answersAfter, reachedFrom } from "../../src/shared/threads.ts";

const from = (links: Record<string, string>) => (claim: string) => [...(links[claim] ?? "")];

test("everything is reached once, circles or not", () => {
  expect([...reachedFrom("a", from({ a: "bc", b: "a", c: "d", e: "a" }))]).toEqual(["a", "b", "c", "d"]);
});

test.each<[string, Record<string, string>, string]>([
  ["abc", {}, "abc"],
  ["abc", { c: "a" }, "abc"],
  ["abc", { a: "c" }, "cab"],
  ["abcd", { a: "bd", d: "c" }, "bcda"],
  ["ab", { a: "z" }, "ab"],
  ["ab", { a: "b", b: "a" }, "ab"],
])("%s with answers %o is told as %s", (order, links, told) => {
  expect(answersAfter([...order], from(links)).join("")).toBe(told);
});

test("a chain of 100,000 answers is told", () => {
  const ids = Array.from({ length: 100_000 }, (_, i) => i);
  expect(answersAfter(ids, (id) => (id < 99_999 ? [id + 1] : []))[0]).toBe(99_999);
});
