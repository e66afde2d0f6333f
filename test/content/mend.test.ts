import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mendText } from "../../src/content/mend/file.ts";
import { isPlainYaml, isSameBut, readingOf } from "../../src/content/mend/reading.ts";
import { type FileKind, SCHEMAS } from "../../src/shared/schema.ts";

/** What stands between the delimiters of a mended file. */
function mended(kind: FileKind, yaml: string): string {
  if (isPlainYaml(kind)) return mendText(kind, yaml);
  const text = mendText(kind, `---\n${yaml}---\n`);
  expect(text).toMatch(/^---\n.*---\n$/s);
  return text.slice(4, -4);
}

const STATE = "type: state\nname: Cuba\n";

describe("a misspelt key", () => {
  test.each<[string, FileKind, string, string]>([
    ["with swapped letters", "entity", "type: state\nnaem: Cuba\n", "type: state\nname: Cuba\n"],
    ["with a letter too few", "entity", "typ: state\nname: Cuba\n", "type: state\nname: Cuba\n"],
    ["with a letter too many", "source", "tittle: The log\n", "title: The log\n"],
    ["with another letter", "edge", "type: visit\nfrom: a\nti: b\n", "type: visit\nfrom: a\nto: b\n"],
    ["in other words of the same letters", "edge", "attributed_to: [a]\n", "attributedTo: [a]\n"],
    ["in capitals", "source", "TITLE: The log\n", "title: The log\n"],
    ["in quotes", "source", '"titel": The log\n', '"title": The log\n'],
    ["of a citation", "edge", "sources:\n  - sorce: log\n", "sources:\n  - source: log\n"],
    [
      "in braces",
      "entity",
      `${STATE}image: { scr: a.png, alt: A }\n`,
      `${STATE}image: { src: a.png, alt: A }\n`,
    ],
    [
      "of an inline edge",
      "entity",
      `${STATE}edges:\n  - type: visit\n    too: a\n`,
      `${STATE}edges:\n  - type: visit\n    to: a\n`,
    ],
    [
      "of the settings",
      "site",
      "titel: A graph\nmenus:\n  - lable: Home\n    url: /\n",
      "title: A graph\nmenus:\n  - label: Home\n    url: /\n",
    ],
    [
      "of the ontology",
      "ontology",
      "edgeTypes:\n  visit:\n    lable: Visit\n",
      "edgeTypes:\n  visit:\n    label: Visit\n",
    ],
    ["with a date in words besides", "entity", `${STATE}dtae: 15 June 2023\n`, `${STATE}date: 2023-06-15\n`],
  ])("%s is mended", (_, kind, before, after) => {
    expect(mended(kind, before)).toBe(after);
  });

  test.each<[string, FileKind, string]>([
    ["two edits away", "entity", `${STATE}alais: [A]\n`],
    ["that may mean two keys", "edge", "type: visit\nfrom: a\ntop: b\ntoo: c\n"],
    ["whose right form is there too", "entity", `${STATE}naem: Kuba\n`],
    ["whose value would be wrong", "entity", `${STATE}tag: island\n`],
    ["that is the author’s own", "entity", `${STATE}x-name: Kuba\n`],
    ["below a key of the author’s own", "entity", `${STATE}x-own:\n  naem: Kuba\n`],
    ["that is the id of a type", "ontology", "entityTypes:\n  lable:\n    label: A\n"],
  ])("%s is left", (_, kind, yaml) => {
    expect(mended(kind, yaml)).toBe(yaml);
  });
});

test("what cannot be mended does not keep its neighbours from being mended", () => {
  expect(mended("entity", "tpye: state\ntag: island\nnaem: Cuba\ndtae: 15 June 2023\nimgae: a.png\n")).toBe(
    "type: state\ntag: island\nname: Cuba\ndate: 2023-06-15\nimgae: a.png\n",
  );
});

describe("a text that lacks quotes", () => {
  test.each([
    ["name: Atlantis: a lost land", 'name: "Atlantis: a lost land"'],
    ['name: "Atlantis": a lost land', `name: '"Atlantis": a lost land'`],
    ["name: Cuba's: a 'lost' land", `name: "Cuba's: a 'lost' land"`],
    ["name: “Atlantis: a lost land”", 'name: "“Atlantis: a lost land”"'],
    ["name: C:\\new: a path", "name: 'C:\\new: a path'"],
    ["name: @atlantis", 'name: "@atlantis"'],
    ["name: `atlantis` # code", 'name: "`atlantis`" # code'],
    ["name: %atlantis", 'name: "%atlantis"'],
    ["name: A\naliases: [`B`, @c d]", 'name: A\naliases: ["`B`", "@c d"]'],
    ["name: A\naliases:\n  - @c\n  - D", 'name: A\naliases:\n  - "@c"\n  - D'],
    ["name: A: B\ndescription: C: D", 'name: "A: B"\ndescription: "C: D"'],
  ])("%s", (before, after) => {
    expect(mended("entity", `type: state\n${before}\n`)).toBe(`type: state\n${after}\n`);
  });

  test.each([
    ["where a comment may be part of it", "name: Atlantis: a land # lost"],
    ["where it goes on on the next line", "name: Atlantis: a land\n  that is lost"],
    ["where keys are what was meant", "name: A\nimage: src: a.png"],
    ["where an id cannot have the sign", "name: A\nformerIds: [@b]"],
    ["where YAML does not know the mark", "name: “Atlantis”"],
    ["where something else cannot be read", "name: A: B\naliases: [A"],
  ])("is left %s", (_, yaml) => {
    expect(mended("entity", `type: state\n${yaml}\n`)).toBe(`type: state\n${yaml}\n`);
  });

  test("is mended together with what the mistake hid", () => {
    expect(mended("entity", "tpye: state\nname: A: B\ndate: June 2023\n")).toBe(
      'type: state\nname: "A: B"\ndate: 2023-06\n',
    );
  });
});

describe("a date", () => {
  test.each([
    ["15 June 2023", "2023-06-15"],
    ["June 2023", "2023-06"],
    ["'June 2023'", "'2023-06'"],
    ["15/06/2023 # of the treaty", "2023-06-15 # of the treaty"],
    ["c. 1998", "1998~"],
    ["03/04/2023", "03/04/2023"],
    ["31 February 2023", "31 February 2023"],
    ["yesterday", "yesterday"],
    ["[June 2023]", "[June 2023]"],
  ])("%s → %s", (before, after) => {
    expect(mended("entity", `${STATE}date: ${before}\n`)).toBe(`${STATE}date: ${after}\n`);
  });

  test("is mended wherever the schema has one", () => {
    expect(mended("source", "title: A\npublished: June 2023\naccessed: 1 May 2024\n")).toBe(
      "title: A\npublished: 2023-06\naccessed: 2024-05-01\n",
    );
    expect(mended("entity", `${STATE}edges:\n  - { type: visit, to: a, date: June 2023 }\n`)).toBe(
      `${STATE}edges:\n  - { type: visit, to: a, date: 2023-06 }\n`,
    );
    expect(mended("entity", `${STATE}x-date: June 2023\n`)).toBe(`${STATE}x-date: June 2023\n`);
  });
});

describe("the order of keys", () => {
  test.each<[string, FileKind, string, string]>([
    [
      "is that of the schema",
      "edge",
      "sources: [log]\nto: b\nfrom: a\ntype: visit\n",
      "type: visit\nfrom: a\nto: b\nsources: [log]\n",
    ],
    [
      "takes values of several lines along",
      "entity",
      "aliases:\n- A\n-\n  B\nname: >-\n  Cuba\n  the isle\ntype: state\n",
      "type: state\nname: >-\n  Cuba\n  the isle\naliases:\n- A\n-\n  B\n",
    ],
    [
      "takes the comments above and beside a key along, and leaves blank lines",
      "entity",
      "# Top.\n\n# Its name.\nname: Cuba # short\n\n# A state.\n# Indeed.\ntype: state\n# End.\n",
      "# Top.\n\n# A state.\n# Indeed.\ntype: state\n\n# Its name.\nname: Cuba # short\n# End.\n",
    ],
    [
      "leaves what an editor reads at the top",
      "entity",
      "# yaml-language-server: $schema=x.json\nname: Cuba\ntype: state\n",
      "# yaml-language-server: $schema=x.json\ntype: state\nname: Cuba\n",
    ],
    [
      "takes an item along that is shut off",
      "entity",
      "aliases:\n  - A\n  # - B\n\n  # - C\nname: Cuba\ntype: state\n",
      "type: state\nname: Cuba\naliases:\n  - A\n  # - B\n\n  # - C\n",
    ],
    [
      "holds for inline edges and citations",
      "entity",
      `${STATE}edges:\n  - to: a # whom\n    # How.\n    type: visit\n    sources:\n      - locator: 4\n        source: log\n`,
      `${STATE}edges:\n  - # How.\n    type: visit\n    to: a # whom\n    sources:\n      - source: log\n        locator: 4\n`,
    ],
    [
      "is mended inside and outside at once",
      "entity",
      `image:\n  alt: A map # of it\n  src: a.png\n${STATE}`,
      `${STATE}image:\n  src: a.png\n  alt: A map # of it\n`,
    ],
    [
      "passes over keys that are not in it",
      "entity",
      "x-first: 1\nname: Cuba\nx-second: 2\ntype: state\nx-third: 3\n",
      "x-first: 1\ntype: state\nx-second: 2\nname: Cuba\nx-third: 3\n",
    ],
    ["holds in the settings", "site", "language: en\ntitle: A graph\n", "title: A graph\nlanguage: en\n"],
    [
      "holds for a type, and not for the list of types",
      "ontology",
      "entityTypes:\n  b: { plural: Bs, label: B }\n  a:\n    plural: As\n    label: A\n",
      "entityTypes:\n  b: { plural: Bs, label: B }\n  a:\n    label: A\n    plural: As\n",
    ],
  ])("%s", (_, kind, before, after) => {
    expect(mended(kind, before)).toBe(after);
  });

  test("is left where moving a key would change its value", () => {
    const yaml = "title: The log\ntags: [a]\nx-note: |+\n  A note.\n\nauthors: [b]\n";
    expect(mended("source", yaml)).toBe("title: The log\nauthors: [b]\nx-note: |+\n  A note.\n\ntags: [a]\n");
    const kept = `${STATE}edges:\n  - type: visit\n    title: |+\n      A visit.\n\n    to: a\n`;
    expect(mended("entity", kept)).toBe(kept);
  });
});

describe("white space", () => {
  const file = (yaml: string, body: string) => `---\n${yaml}---\n${body}`;

  test.each([
    ["one space", "A \nb\n", "A\nb\n"],
    ["a hard break", "A  \nb\n", "A  \nb\n"],
    ["more than a hard break", "A    \nb\n", "A  \nb\n"],
    ["a blank line", "A\n   \nb\n", "A\n\nb\n"],
    ["a tab", "A\t\nb\n", "A\t\nb\n"],
    ["a missing line break", "A", "A\n"],
    ["a fence", "```\ncode \n   \n```\n", "```\ncode \n   \n```\n"],
    ["an indented block", "    code \n", "    code \n"],
    ["a code span", "A `b \nc` \n", "A `b \nc` \n"],
    ["a backslash", "A\\ \nb \n", "A\\ \nb\n"],
    ["a title of a link on two lines", '[a](b "c \nd") \n', '[a](b "c \nd") \n'],
  ])("in a body: %s", (_, before, after) => {
    expect(mendText("entity", file(STATE, before))).toBe(file(STATE, after));
  });

  test.each([
    ["after a value", "type: state  \nname: Cuba \n", STATE],
    ["after a comment", `${STATE}# A \n`, `${STATE}# A\n`],
    ["alone in a line", `${STATE}   \n`, `${STATE}\n`],
    [
      "in a block text",
      `${STATE}description: |\n  An isle. \nx-a: b \n`,
      `${STATE}description: |\n  An isle. \nx-a: b\n`,
    ],
    ["in quotes", `${STATE}description: "An isle " \n`, `${STATE}description: "An isle "\n`],
  ])("in front matter: %s", (_, before, after) => {
    expect(mended("entity", before)).toBe(after);
  });

  test("after the hyphens", () => {
    expect(mendText("entity", `--- \n${STATE}---  \n\nA.\n`)).toBe(`---\n${STATE}---\n\nA.\n`);
  });

  test("keeps the line ends of Windows, and ends the last line as the others", () => {
    const windows = (text: string) => text.replaceAll("\n", "\r\n");
    const before = "---\nname: A: B \ntpye: state\ndate: June 2023 # c\n---\n\nA \nb   \n\nc";
    const after = '---\ntype: state\nname: "A: B"\ndate: 2023-06 # c\n---\n\nA\nb  \n\nc\n';
    expect(mendText("entity", windows(before))).toBe(windows(after));
  });

  test("is added to the end of plain YAML, unless it would be part of a text", () => {
    expect(mendText("site", "title: A graph")).toBe("title: A graph\n");
    expect(mendText("site", "title: |+\n  A graph")).toBe("title: |+\n  A graph\n");
    expect(mendText("site", "")).toBe("");
  });
});

test.each([
  "",
  "No front matter. ",
  "---\nname: A \n",
  "---toml\nname = 1 \n---\n",
  "---\nname: [A \n---\nB ",
  "---\nname: &a A \naliases: [*a]\n---\n",
  "---\nname: A \nname: B\n---\n",
  "---\n- A \n---\n",
])("a file that cannot be read is left as it is: %j", (text) => {
  expect(mendText("entity", text)).toBe(text);
});

describe("whatever a file says", () => {
  const kinds = Object.keys(SCHEMAS) as FileKind[];
  const keys = Object.values(SCHEMAS).flatMap((schema) => Object.keys(schema.shape));
  const value = fc.oneof(
    fc.constantFrom(
      "a",
      "[a, b]",
      "a: b",
      "@a",
      "{ source: a, locator: b }",
      '"a: b "',
      "'it''s'",
      "June 2023",
    ),
    fc.constantFrom(
      "|\n  a \n\n",
      "|+\n  a\n\n",
      ">-\n  a\n  b",
      "\n  - a\n  - b: c\n    type: d",
      "\n  src: a\n  atl: b",
    ),
    fc.constantFrom(
      "\n  - to: a\n    tpye: b\n    date: 1 May 2023",
      "a\n  b",
      "",
      "“a”",
      "03/04/2023",
      "[a,\n  @b]",
    ),
    fc.string({ maxLength: 6 }),
  );
  const key = fc.oneof(
    fc.constantFrom(...keys),
    fc.constantFrom(...keys).map((name) => name.slice(1)),
    fc.constantFrom("x-a", "naem", "__proto__"),
  );
  const entry = fc
    .tuple(key, value, fc.constantFrom("", " ", "   ", " # c", " # c "))
    .map(([name, text, end]) => `${name}: ${text}${end}`);
  const line = fc.oneof(
    { weight: 5, arbitrary: entry },
    { weight: 1, arbitrary: fc.constantFrom("", "  ", "# c", "  # c ", "    # d", "\t") },
  );
  const body = fc.array(
    fc.constantFrom(
      "a ",
      "b  ",
      "c    ",
      "",
      "   ",
      "```",
      "    d ",
      "- e ",
      "> f ",
      "`g ",
      "| h | ",
      "|---| ",
      "[^i]: j ",
      "k\\ ",
      "\t",
    ),
    { maxLength: 8 },
  );
  const file = fc
    .record({
      kind: fc.constantFrom(...kinds),
      lines: fc.array(line, { maxLength: 7 }),
      body,
      lineEnd: fc.constantFrom("\n", "\r\n"),
      last: fc.constantFrom("", "\n"),
    })
    .map(({ kind, lines, body, lineEnd, last }) => {
      const yaml = lines.join("\n");
      const text = isPlainYaml(kind) ? yaml + last : ["---", yaml, "---", ...body].join("\n") + last;
      return { kind, text: lineEnd === "\n" ? text : text.replaceAll("\n", "\r\n") };
    });

  test("mending what is mended changes nothing", () => {
    fc.assert(
      fc.property(file, ({ kind, text }) => {
        const once = mendText(kind, text);
        expect(mendText(kind, once)).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  test("what could be read says the same afterwards, but for keys and dates that were wrong", () => {
    fc.assert(
      fc.property(file, ({ kind, text }) => {
        const before = readingOf(kind, text);
        const after = readingOf(kind, mendText(kind, text));
        if (before === undefined) return;
        const isRight = !before.problems.some(
          ({ code }) => code === "unknown-key" || code === "invalid-date",
        );
        expect(after).toBeDefined();
        if (isRight) expect(isSameBut(before.data, after?.data ?? {})).toBe(true);
        expect(after?.problems.length).toBeLessThanOrEqual(before.problems.length);
      }),
      { numRuns: 200 },
    );
  });

  test("nothing but its front matter’s lines and its spaces moves", () => {
    const signs = (text: string) => [...text.replace(/["'\s]/g, "")].sort().join("");
    fc.assert(
      fc.property(file, ({ kind, text }) => {
        const before = readingOf(kind, text);
        if (
          before === undefined ||
          before.problems.some(({ code }) => code === "unknown-key" || code === "invalid-date")
        )
          return;
        expect(signs(mendText(kind, text))).toBe(signs(text));
      }),
      { numRuns: 200 },
    );
  });
});
