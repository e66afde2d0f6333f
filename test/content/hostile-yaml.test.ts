/** Front matter made to be slow, to exhaust the stack, or to be taken for something else than data. */
import { describe, expect, test } from "vitest";
import { load, problemsIn } from "../support/content.ts";

const MIB = 1024 * 1024 - 200;
const filled = (part: string, length = MIB): string => part.repeat(Math.floor(length / part.length));
const numbered = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join("");
const loaded = (yaml: string) =>
  load({ "entities/atlantis.md": `---\ntype: state\nname: Atlantis\n${yaml}\n---\n` });

describe("front matter is refused in words, and the build goes on, where it is", () => {
  test.each([
    ["a ladder of brackets", `x-a: ${"[".repeat(1e5)}`],
    ["a ladder of brackets that close", `x-a: ${"[".repeat(1e5)}${"]".repeat(1e5)}`],
    ["a ladder of braces", `x-a: ${"{a: ".repeat(1e5)}`],
    ["a ladder of lists", `x-a:\n  ${"- ".repeat(1e5)}a`],
    ["a ladder of keys", `x-a:\n  ${"? ".repeat(1e5)}a`],
    ["a megabyte of blank lines", filled("\n")],
    ["the same key, again and again", filled("x-a: b\n", 2e5)],
    ["a list without commas", `x-a: [${filled('"a" ', 2e5)}`],
    ["tags of JavaScript", "x-a: !!js/function 'function () { globalThis.pwned = 1 }'"],
    ["tags of Python", "x-a: !!python/object/apply:os.system ['true']"],
    ["a bomb of aliases", "x-a: &a [x, x]\nx-b: &b [*a, *a]\nx-c: &c [*b, *b]\nx-d: [*c, *c]"],
    ["an alias of itself", "x-a: &a [*a]"],
    ["a key to merge with", "x-a: &a { b: c }\n<<: *a"],
  ])("%s", (_, yaml) => {
    const codes = new Set(problemsIn(loaded(yaml)).map((problem) => problem.replace(/^.* /, "")));
    expect([...codes].filter((code) => !["yaml-syntax", "duplicate-key"].includes(code))).toEqual([]);
    expect(codes.size).toBeGreaterThan(0);
  });

  test("a record whose parts refuse to become text", () => {
    const yaml =
      "edges:\n  - { type: { toString: x, valueOf: y }, to: { toString: x }, id: { toString: x } }";
    expect(problemsIn(loaded(yaml)).every((problem) => / wrong-type$| missing/.test(problem))).toBe(true);
  });
});

describe("front matter is read to its end where it has", () => {
  test.each([
    ["90,000 keys", numbered(9e4, (n) => `x-${n}: a\n`)],
    ["a text of a megabyte", `x-a: ${filled("a ")}`],
    ["a text of many lines", `x-a: |\n${filled("  a\n")}`],
    ["comments", filled("# a\n")],
  ])("%s", (_, yaml) => {
    expect(problemsIn(loaded(yaml))).toEqual([]);
  });
});

describe("code in place of front matter", () => {
  test.each(["js", "javascript", "coffee", "json", "toml", "cson"])("is refused: ---%s", (language) => {
    const text = `---${language}\nglobalThis.pwned = 1; module.exports = { type: "state", name: "Atlantis" }\n---\n`;
    const { diagnostics } = load({ "entities/atlantis.md": text });
    expect(diagnostics.map(({ code }) => code)).toContain("front-matter-language");
    expect(Object.hasOwn(globalThis, "pwned")).toBe(false);
  });
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "a key of the name %s is a key that is not known, and changes nothing else",
  (key) => {
    const { diagnostics } = loaded(`${key}: { polluted: yes }`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-key"]);
    expect("polluted" in {}).toBe(false);
  },
);

test("keys that steer Eleventy are not known, and with x- before them are data", () => {
  const keys = ["permalink", "layout", "pagination", "eleventyComputed", "eleventyExcludeFromCollections"];
  const steering = (prefix: string) => keys.map((key) => `${prefix}${key}: ../../evil.html`).join("\n");
  expect(loaded(steering("")).diagnostics.map(({ code }) => code)).toEqual(keys.map(() => "unknown-key"));
  expect(problemsIn(loaded(steering("x-")))).toEqual([]);
});
