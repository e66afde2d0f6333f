import { afterEach, describe, expect, test } from "vitest";
import { load, problemsIn } from "../support/content.ts";

/** The entity that a text makes, or its problems. */
function read(text: string): unknown {
  const loaded = load({ "entities/cuba.md": text, "edges/visit.md": EDGE });
  const problems = loaded.diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`);
  return problems.length > 0 ? problems : loaded.content.byId.get("cuba");
}

const EDGE = "---\ntype: visit\nfrom: [atlantis, bermuda]\nto: cuba\nsources: [log]\n---\n";

describe("front matter", () => {
  test.each([
    "no",
    "yes",
    "true",
    "null",
    "~",
    "2018",
    "007",
    "0o17",
    "0x1F",
    "1:30",
    "1_000",
    "1e3",
    ".inf",
    "2018-01-01",
    "1999-02-31",
    "2018-01-01 10:00:00",
  ])("keeps %s as it is written", (written) => {
    expect(read(`---\ntype: state\nname: ${written}\naliases: [${written}]\n---\n`)).toMatchObject({
      name: written,
      aliases: [written],
    });
  });

  test("reads quotes, escapes and texts over several lines as YAML does", () => {
    const text = `---
type: "state"
name: 'It''s Cuba'
aliases:
  - "C\\u00fcba"
  - a # comment
  - a#b
description: >-
  A description
  over two lines
---
`;
    expect(read(text)).toMatchObject({
      name: "It's Cuba",
      aliases: ["Cüba", "a", "a#b"],
      description: "A description over two lines",
    });
  });

  test("takes the spaces and line ends around a text away", () => {
    const text = '---\ntype: state\nname: "  Cuba  "\ndescription: |\n  An island.\n---\n';
    expect(read(text)).toMatchObject({ name: "Cuba", description: "An island." });
  });

  test("may close a bracket in the column of its key", () => {
    const text = "---\ntype: state\nname: Cuba\naliases: [\n  One,\n  Two,\n]\n---\n";
    expect(read(text)).toMatchObject({ aliases: ["One", "Two"] });
  });

  test.each(["---", "--- ", "---yaml", "--- yml"])("may begin with “%s”", (first) => {
    expect(read(`${first}\ntype: state\nname: Cuba\n---\nBody.\n`)).toMatchObject({
      name: "Cuba",
      body: "Body.\n",
    });
  });

  test("ends at the first line of three hyphens", () => {
    expect(read("---\ntype: state\nname: Cuba --- an island\n---\nA.\n\n---\n\nB.\n")).toMatchObject({
      name: "Cuba --- an island",
      body: "A.\n\n---\n\nB.\n",
      bodyLine: 5,
    });
  });

  test("may have the line ends of Windows", () => {
    const text =
      "---\r\ntype: state\r\naliases:\r\n  - One\r\n  - Two\r\ndate: 1902\r\nname: Cuba\r\n---\r\n\r\nBody.\r\n";
    expect(read(text)).toMatchObject({
      name: "Cuba",
      aliases: ["One", "Two"],
      date: { edtf: "1902" },
      bodyLine: 9,
    });
  });

  test("has its mistakes at the same places with the line ends of Windows", () => {
    const text = "---\ntype: stat\nname: Cuba\ndate: 1902\n---\n\nNear [[Hayti]],\nand [[Hayti]].\n";
    expect(read(text)).toEqual(["2:7 unknown-type", "7:6 dangling-link", "8:5 dangling-link"]);
    expect(read(text.replaceAll("\n", "\r\n"))).toEqual(read(text));
  });
});

describe("front matter from a stranger", () => {
  const global = globalThis as { pwned?: boolean };
  afterEach(() => {
    delete global.pwned;
  });

  test.each(["js", "javascript", " js", "JS", "json", "toml", "coffee", "__proto__"])(
    "is refused in the language “%s”, and does not run",
    (language) => {
      const code = "{ type: (globalThis.pwned = true, 'state'), name: 'Cuba' }";
      expect(read(`---${language}\n${code}\n---\n`)).toEqual(["1:1 front-matter-language"]);
      expect(global.pwned).toBeUndefined();
    },
  );

  test("runs no function in a tag", () => {
    const text = '---\ntype: state\nname: !!js/function "function () { globalThis.pwned = true }"\n---\n';
    expect(read(text)).toEqual(["3:7 yaml-syntax"]);
    expect(global.pwned).toBeUndefined();
  });

  test("is not unfolded where its aliases would fill the memory", () => {
    const levels = Array.from({ length: 40 }, (_, i) => {
      const list = Array.from({ length: 10 }, () => (i === 0 ? "x" : `*a${i - 1}`)).join(", ");
      return `a${i}: &a${i} [${list}]\n`;
    });
    expect(read(`---\n${levels.join("")}---\n`)).toEqual(["3:10 yaml-syntax"]);
  });

  test.each([
    ["closed", "[".repeat(50_000) + "]".repeat(50_000)],
    ["open", "[".repeat(50_000)],
    ["in keys", "{a: ".repeat(50_000)],
  ])("may nest as deep as it likes (%s)", (_, nested) => {
    expect(read(`---\ntype: state\nname: Cuba\nx-deep: ${nested}\n---\n`)).toContainEqual(
      expect.stringMatching(/^4:\d+ yaml-syntax$/),
    );
  });

  test.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])(
    "cannot reach the program through the key %s",
    (key) => {
      expect(read(`---\ntype: state\nname: Cuba\n${key}:\n  polluted: "true"\n---\n`)).toEqual([
        "4:1 unknown-key",
      ]);
      expect(read(`---\ntype: state\nname: Cuba\nimage: { ${key}: { polluted: "true" } }\n---\n`)).toContain(
        "4:10 unknown-key",
      );
      expect({}).not.toHaveProperty("polluted");
    },
  );

  test("keeps such a key where it is below a key of the author’s own", () => {
    const cuba = read('---\ntype: state\nname: Cuba\nx-own:\n  __proto__: { polluted: "true" }\n---\n');
    const { extra } = cuba as { extra: Record<string, Record<string, unknown>> };
    expect(Object.entries(extra["x-own"] ?? {})).toEqual([["__proto__", { polluted: "true" }]]);
    expect(extra).not.toHaveProperty("polluted");
    expect({}).not.toHaveProperty("polluted");
  });

  test("may not call a type by such a name, which is no id", () => {
    const loaded = load({
      "ontology.yml": "entityTypes:\n  constructor: { label: Builder }\n",
      "entities/atlantis.md": "---\ntype: constructor\nname: Atlantis\n---\n",
    });
    expect(problemsIn(loaded)).toEqual([
      "entities/atlantis.md:2:7 invalid-id",
      "ontology.yml:2:3 invalid-id",
    ]);
  });
});
