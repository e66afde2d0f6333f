/** Texts that would act on what stands around them, or on whoever measures them. */
import { describe, expect, test } from "vitest";
import { load, problemsIn } from "../support/content.ts";

const named = (name: string) =>
  load({ "entities/atlantis.md": `---\ntype: state\nname: ${JSON.stringify(name)}\n---\n` });

describe("a name is refused with a character that", () => {
  test.each([
    ["overrides the direction", "A\u202eB"],
    ["embeds a direction", "A\u202bB"],
    ["isolates and does not end", "A\u2067B"],
    ["ends an isolation", "A\u2069B"],
    ["is NUL", "A\u0000B"],
    ["commands a terminal", "A\u001b[31mB"],
    ["is half of one", "A\ud800B"],
  ])("%s", (_, name) => {
    expect(problemsIn(named(name))).toEqual(["entities/atlantis.md:3:7 invalid-value"]);
  });
});

test.each(["بحر الصين الجنوبي", "ים\u200f המלח", "می\u200cخواهم", "👩\u200d🚀", "李尚福"])(
  "%s is a name",
  (name) => {
    expect(problemsIn(named(name))).toEqual([]);
  },
);

test("a name of more than 1,000 characters is refused", () => {
  expect(problemsIn(named("a ".repeat(500_000)))).toEqual(["entities/atlantis.md:3:7 invalid-value"]);
});

test.each([
  "javascript:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "//evil.example/",
  "https://a\u202eb/",
])("%j is no address of a source", (url) => {
  const { diagnostics } = load({
    "sources/log.md": `---\ntitle: The log\nurl: ${JSON.stringify(url)}\narchiveUrl: ${JSON.stringify(url)}\n---\n`,
    "entities/atlantis.md": `---\ntype: state\nname: Atlantis\nsameAs: [${JSON.stringify(url)}]\n---\n`,
    "site.yml": `repository: ${JSON.stringify(url)}\n`,
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(Array(4).fill("invalid-value"));
});
