/** What runs for a pull request, in a repository as a new graph has it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TestRepository } from "../support/repository.ts";
import { PROJECT, type Result, run, runSkein, temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = join(temporaryFolder(), "graph");
await runSkein(["init", folder, "--quiet"]);
// As npm would have linked it.
writeFiles(join(folder, "node_modules/.bin"), {
  skein: `#!/bin/sh\nexec "${process.execPath}" "${join(PROJECT, "bin/skein.js")}" "$@"\n`,
});
await run("chmod", ["+x", join(folder, "node_modules/.bin/skein")]);
const repository = new TestRepository(folder);
repository.commit("2026-01-01", "A new graph", {});

const report = (): Promise<Result> =>
  run(process.execPath, [".github/scripts/report.mjs", "HEAD^1", "HEAD"], folder);
const written = (name: string): string => readFileSync(join(folder, "report", name), "utf8");

const COOK = "content/entities/frederick-cook.md";
const cook = readFileSync(join(folder, COOK), "utf8");

describe("the report", () => {
  test("of a good change has what was built, and no problem", async () => {
    repository.commit("2026-01-02", "A date", { [COOK]: cook.replace("1865/1940", "1865-06-10/1940-08-05") });
    const { code, out, err } = await report();
    expect(code, err).toBe(0);
    expect(out).toBe("");
    expect(JSON.parse(written("check.json"))).toEqual([]);
    expect(JSON.parse(written("build.json"))).toMatchObject({ output: "_site", files: expect.any(Number) });
    expect(existsSync(join(folder, "_site/entities/frederick-cook/index.html"))).toBe(true);
  });

  test("of a mistake names it on its line, fails, and has nothing built", async () => {
    repository.commit("2026-01-03", "A slip", { [COOK]: cook.replace("type: person", "type: persn") });
    const { code, out } = await report();
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=content\/entities\/frederick-cook\.md,line=2,.*unknown-type/);
    expect(JSON.parse(written("check.json"))).toEqual([
      expect.objectContaining({ file: COOK, line: 2, column: 7, code: "unknown-type" }),
    ]);
    expect(existsSync(join(folder, "report/build.json"))).toBe(false);
  });

  test("holds nothing that a run before left", async () => {
    writeFileSync(join(folder, "report/diff.md"), "old");
    await report();
    expect(existsSync(join(folder, "report/diff.md")) && written("diff.md")).not.toBe("old");
  });
});
