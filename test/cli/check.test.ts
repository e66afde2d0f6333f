import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runSkein, SMALL_CONTENT, temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = temporaryFolder();

describe("skein check", () => {
  test("prints nothing but a summary for the default content", async () => {
    const { code, out, err } = await runSkein(["check"]);
    expect(out).toMatch(/^\d+ entities, \d+ claims, 1 source: no problems\n$/);
    expect(err).toBe("");
    expect(code).toBe(0);
  });

  test("points at a misspelt reference, quotes the line and suggests the right one", async () => {
    const content = join(folder, "misspelt");
    writeFiles(content, {
      ...SMALL_CONTENT,
      "entities/atlantis-navy.md": "---\ntype: organisation\nname: Navy\n---\n",
      "edges/x.md": "---\ntype: visit\nfrom: a\nto: atlantis-nvay\nsources: [log]\n---\n",
    });
    const { code, out } = await runSkein(["check", "--content", content]);
    expect(out).toBe(
      [
        `${content}/edges/x.md:4:5 error unknown-reference: no entity “atlantis-nvay”; did you mean “atlantis-navy”?`,
        "     4 | to: atlantis-nvay",
        "       |     ^^^^^^^^^^^^^",
        "  help write atlantis-navy",
        "",
        "3 entities, 2 claims, 1 source: 1 error",
        "",
      ].join("\n"),
    );
    expect(code).toBe(1);
  });

  test("a warning alone is no failure, unless --strict makes it one", async () => {
    const content = join(folder, "warned");
    writeFiles(content, { ...SMALL_CONTENT, "entities/c.md": "---\ntype: state\nname: Cuba\n---\n" });
    expect((await runSkein(["check", "-c", content])).code).toBe(0);
    expect((await runSkein(["check", "-c", content, "--strict"])).code).toBe(1);
  });

  test("--json prints the diagnostics for programs", async () => {
    const content = join(folder, "json");
    writeFiles(content, { ...SMALL_CONTENT, "entities/c.md": "---\ntype: stat\nname: Cuba\n---\n" });
    const { out } = await runSkein(["check", "-c", content, "--json"]);
    expect(JSON.parse(out)[0]).toMatchObject({
      file: `${content}/entities/c.md`,
      line: 1,
      severity: "warning",
      code: "lonely-entity",
    });
    expect(JSON.parse(out)[1]).toMatchObject({
      file: `${content}/entities/c.md`,
      line: 2,
      column: 7,
      endLine: 2,
      endColumn: 11,
      severity: "error",
      code: "unknown-type",
      message: "no entity type “stat”; did you mean “state”?",
    });
  });

  test("escapes what would steer the terminal", async () => {
    const content = join(folder, "hostile");
    writeFiles(content, { ...SMALL_CONTENT, "entities/c.md": '---\ntype: "\\e[31mred"\nname: C\n---\n' });
    const { out } = await runSkein(["check", "-c", content]);
    expect(out).toContain("\\u001b[31mred");
    expect(out).not.toContain("\u001b");
  });

  test("a folder that is not there is wrong usage", async () => {
    const { code, out, err } = await runSkein(["check", "--content", join(folder, "nowhere")]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(`skein: there is no folder ${join(folder, "nowhere")}; name one with --content\n`);
  });

  test("an unknown flag and an unknown command are wrong usage", async () => {
    expect((await runSkein(["check", "--colour"])).code).toBe(2);
    expect((await runSkein(["chekc"])).code).toBe(2);
    expect((await runSkein(["check", "--format", "xml"])).code).toBe(2);
  });

  test("--help explains each command, and is no failure", async () => {
    for (const command of [[], ["build"], ["check"], ["dev"]]) {
      const { code, out } = await runSkein([...command, "--help"]);
      expect(code).toBe(0);
      expect(out).toContain("Usage: skein");
    }
  });
});
