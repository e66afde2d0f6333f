import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { githubReport } from "../../src/cli/report/github.ts";
import { located } from "../../src/cli/report/located.ts";
import { paintFor, prettyReport } from "../../src/cli/report/pretty.ts";
import { sarifReport } from "../../src/cli/report/sarif.ts";
import type { Diagnostic } from "../../src/shared/diagnostic.ts";
import { PROJECT, runSkein, SMALL_CONTENT, temporaryFolder, writeFiles } from "../support/skein.ts";

const PLACE = { line: 4, column: 5, endLine: 4, endColumn: 8 };
const PLAIN: Diagnostic = {
  file: "edges/x.md",
  ...PLACE,
  severity: "error",
  code: "unknown-reference",
  message: "no entity “bermda”; did you mean “bermuda”?",
  help: "write bermuda",
};
const DUPLICATE: Diagnostic = {
  file: "entities/年/b.md",
  line: 1,
  column: 1,
  endLine: 3,
  endColumn: 1,
  severity: "warning",
  code: "duplicate-id",
  message: "the id “b” is taken",
  related: [{ file: "edges/b.md", line: 1, column: 1, endLine: 1, endColumn: 4, message: "here" }],
};
/** A name with everything in it that a log, a terminal or a viewer might act upon. */
const EVIL = "x\n::set-output name=a::b\r\n##[add-mask]c\u001b[31m\u202e%0A::error::d [e](http://f) {0}";
const HOSTILE: Diagnostic = { ...PLAIN, file: `edges/a,line=1::${"%"}.md`, message: EVIL, help: EVIL };

describe("--format github", () => {
  test("is one annotation a problem, with its place and the way out", () => {
    expect(githubReport([PLAIN, DUPLICATE])).toBe(
      "::error file=edges/x.md,line=4,endLine=4,col=5,endColumn=8,title=unknown-reference::no entity “bermda”; did you mean “bermuda”?%0Awrite bermuda\n" +
        "::warning file=entities/年/b.md,line=1,endLine=3,title=duplicate-id::the id “b” is taken%0Asee edges/b.md:1:1 here\n",
    );
  });

  test("nothing in the content makes a command of its own", () => {
    const report = githubReport([HOSTILE]);
    const lines = report.trimEnd().split(/[\r\n\u2028\u2029]/);
    expect(lines).toHaveLength(1);
    expect(report).toMatch(/^::error file=edges\/a%2Cline=1%3A%3A%25\.md,line=4,/);
    expect(report).not.toContain("##[");
    expect(report).not.toContain("\u001b");
    expect(report).not.toContain("\u202e");
    expect(report).toContain("%250A::error::d");
  });
});

describe("--format sarif", () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const isSarif = ajv.compile(
    JSON.parse(readFileSync(join(PROJECT, "test/schemas/sarif-2.1.0.json"), "utf8")) as object,
  );

  test.each([
    ["no problem", []],
    ["problems of several sorts", [PLAIN, DUPLICATE]],
    ["hostile content", [HOSTILE]],
  ])("is valid against the schema of SARIF 2.1.0 with %s", (_, diagnostics) => {
    isSarif(JSON.parse(sarifReport(diagnostics, "1.2.3")));
    expect(isSarif.errors).toBeNull();
  });

  test("the schema would see a mistake", () => {
    expect(isSarif({ ...JSON.parse(sarifReport([PLAIN], "1.2.3")), version: "2" })).toBe(false);
  });

  test("says the rule, the words, the place and related places", () => {
    const [run] = JSON.parse(sarifReport([PLAIN, DUPLICATE], "1.2.3")).runs;
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      "duplicate-id",
      "unknown-reference",
    ]);
    expect(run.results[0]).toEqual({
      ruleId: "unknown-reference",
      ruleIndex: 1,
      level: "error",
      message: { text: "no entity “bermda”; did you mean “bermuda”?\nwrite bermuda" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "edges/x.md" },
            region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 8 },
          },
        },
      ],
    });
    expect(run.results[1].locations[0].physicalLocation.artifactLocation.uri).toBe("entities/%E5%B9%B4/b.md");
    expect(run.results[1].relatedLocations[0].physicalLocation.artifactLocation.uri).toBe("edges/b.md");
  });

  test("content makes no link and no placeholder", () => {
    const [run] = JSON.parse(sarifReport([HOSTILE], "1.2.3")).runs;
    expect(run.results[0].message.text).toContain("\\[e\\](http://f) {{0}}");
  });
});

describe("the pretty form", () => {
  const pretty = (diagnostic: Diagnostic, line: string) =>
    prettyReport([diagnostic], "content", () => `\n\n\n${line}`, paintFor(false));

  test("marks the place below characters that are two columns wide", () => {
    expect(pretty({ ...PLAIN, column: 7, endColumn: 9 }, "name: 李四五")).toContain(
      "     4 | name: 李四五\n       |       ^^^^\n",
    );
  });

  test("marks the place after characters that had to be escaped", () => {
    expect(pretty({ ...PLAIN, column: 4, endColumn: 5 }, "to\u202ex: y")).toContain(
      "     4 | to\\u202ex: y\n       |         ^\n",
    );
  });

  test("shows the part of a long line that matters", () => {
    const line = `${"a".repeat(300)}bad${"c".repeat(300)}`;
    const [, quoted = "", underline = ""] = pretty({ ...PLAIN, column: 301, endColumn: 304 }, line).split(
      "\n",
    );
    expect(quoted.slice(underline.indexOf("^"), underline.lastIndexOf("^") + 1)).toBe("bad");
    expect(quoted.length).toBeLessThan(120);
    expect(quoted).toMatch(/\| …a+bad c*…$|\| …a+badc+…$/);
  });

  test("nothing in the content acts on the terminal or on a log", () => {
    const report = pretty(HOSTILE, `to: ${EVIL.replaceAll(/[\r\n]/g, "")}`);
    for (const sign of ["\u001b", "\u202e", "\r", "##["]) expect(report).not.toContain(sign);
    expect(report.split("\n").filter((line) => line.trimStart().startsWith("::"))).toEqual([]);
  });
});

test("programs get files as they can open them from where they called", () => {
  expect(located([DUPLICATE], "graphs/mine/")).toMatchObject([
    { file: "graphs/mine/entities/年/b.md", related: [{ file: "graphs/mine/edges/b.md" }] },
  ]);
  expect(located([PLAIN], "/")).toMatchObject([{ file: "/edges/x.md" }]);
  expect(located([PLAIN], ".")).toMatchObject([{ file: "edges/x.md" }]);
});

test("the command prints each form, and the exit code is the same", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { ...SMALL_CONTENT, "entities/a.md": "---\ntype: stat\nname: Atlantis\n---\n" });
  const run = (format: string) => runSkein(["check", "-c", folder, "--format", format]);
  const [json, github, sarif, unknown] = await Promise.all(["json", "github", "sarif", "yaml"].map(run));
  expect(JSON.parse(json?.out ?? "")).toMatchObject([
    { file: `${folder}/entities/a.md`, line: 2, column: 7 },
  ]);
  expect(github?.out).toMatch(/^::error file=.*entities\/a\.md,line=2,/);
  expect(JSON.parse(sarif?.out ?? "").runs[0].results[0].ruleId).toBe("unknown-type");
  expect([json, github, sarif, unknown].map((result) => result?.code)).toEqual([1, 1, 1, 2]);
});
