import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { DATA_FILES } from "../../src/exchange/files.ts";
import { run, runSkein, SMALL_CONTENT, temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = temporaryFolder();
const content = join(folder, "content");
const site = join(folder, "site");

beforeAll(async () => {
  writeFiles(content, SMALL_CONTENT);
  expect((await runSkein(["build", "-c", content, "-o", site])).code).toBe(0);
});

const skeinExport = (...args: string[]) => runSkein(["export", "-c", content, ...args]);

describe("skein export", () => {
  test.each(DATA_FILES.filter(({ name }) => ["json", "gexf", "claims-csv"].includes(name)))(
    "$name to standard output is, byte by byte, what the site publishes",
    async ({ name, file }) => {
      const { code, out, err } = await skeinExport("--format", name);
      expect(err).toBe("");
      expect(code).toBe(0);
      expect(out).toBe(readFileSync(join(site, "data", file), "utf8"));
    },
  );

  test("to a file, in a folder that is made, and again over an earlier export; nothing else is left there", async () => {
    const path = join(folder, "new/graph.nq");
    for (let time = 0; time < 2; time++) {
      expect(await skeinExport("-f", "nquads", "-o", path)).toEqual({ code: 0, out: "", err: "" });
      expect(readFileSync(path)).toEqual(readFileSync(join(site, "data/graph.nq")));
    }
    expect(readdirSync(join(folder, "new"))).toEqual(["graph.nq"]);
  });

  test("csv is four tables in a folder", async () => {
    const tables = join(folder, "tables");
    expect((await skeinExport("-f", "csv", "-o", tables)).code).toBe(0);
    expect(readdirSync(tables)).toEqual(["citations.csv", "claims.csv", "entities.csv", "sources.csv"]);
    const { code, err } = await skeinExport("-f", "csv");
    expect(code).toBe(2);
    expect(err).toBe(
      "skein: csv is 4 files: name a folder with --output, or one of entities-csv, claims-csv, citations-csv, sources-csv\n",
    );
  });

  test.each([
    ["parquet", ["citations.parquet", "edges.parquet", "nodes.parquet", "sources.parquet"]],
    [
      "neo4j",
      [
        "import.args",
        "nodes-claims.csv",
        "nodes-entities.csv",
        "nodes-sources.csv",
        "relationships-citations.csv",
        "relationships-lines.csv",
        "relationships-references.csv",
      ],
    ],
  ])("%s is files in a folder, which another export replaces", async (format, files) => {
    const path = join(folder, format);
    for (let time = 0; time < 2; time++) {
      expect(await skeinExport("-f", format, "-o", path)).toEqual({ code: 0, out: "", err: "" });
      expect(readdirSync(path).sort()).toEqual(files);
    }
    const { code, err } = await skeinExport("-f", format);
    expect([code, err]).toEqual([
      2,
      `skein: ${format} is ${files.length} files: name a folder with --output\n`,
    ]);
  });

  test("a reader that wants no more is no failure", async () => {
    const script = `"${process.execPath}" bin/skein.js export -f gexf | head -c 10`;
    const { out, err } = await run("bash", ["-o", "pipefail", "-c", script]);
    expect([out, err]).toEqual(["<?xml vers", ""]);
  });
});

describe("skein export refuses", () => {
  test("a format that is none, and says which there are", async () => {
    const { code, err } = await skeinExport("--format", "xls");
    expect(code).toBe(2);
    expect(err).toContain("Allowed choices are json, json-schema, gexf,");
  });

  test("a call that names no format", async () => {
    expect(await skeinExport()).toMatchObject({ code: 2, out: "" });
  });

  test("to write into the content, over a folder, and over a file that is no export", async () => {
    const mine = join(folder, "mine.txt");
    writeFileSync(mine, "my work");
    mkdirSync(join(folder, "full"));
    for (const [output, reason] of [
      [
        join(content, "sources/log.json"),
        "lies in the content, which is read and not written; name another place",
      ],
      [join(folder, "full"), "is a folder; name a file in it"],
      [mine, "is there and does not end in .json; name another file, or replace it with --force"],
    ] as const) {
      const { code, err } = await skeinExport("-f", "json", "-o", output);
      expect([code, err]).toEqual([2, `skein: ${output} ${reason}\n`]);
    }
    expect(await skeinExport("-f", "parquet", "-o", mine)).toEqual({
      code: 2,
      out: "",
      err: `skein: ${mine} is a file; name a folder\n`,
    });
    expect(readFileSync(mine, "utf8")).toBe("my work");
    expect((await skeinExport("-f", "json", "-o", mine, "--force")).code).toBe(0);
    expect(JSON.parse(readFileSync(mine, "utf8")).version).toBe(1);
  });

  test("content with errors, which are said where they do not mix with the result", async () => {
    const broken = join(folder, "broken");
    writeFiles(broken, { ...SMALL_CONTENT, "entities/c.md": "---\ntype: person\n---\n" });
    const path = join(folder, "broken.json");
    const { code, out, err } = await runSkein(["export", "-c", broken, "-f", "json", "-o", path]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("entities/c.md:1:1 error missing-key");
    expect(err).toContain("Nothing was exported: the content has errors.\n");
    expect(existsSync(path)).toBe(false);
  });

  test("a place that cannot be written to, in one line", async () => {
    writeFileSync(join(folder, "file"), "");
    const { code, err } = await skeinExport("-f", "json", "-o", join(folder, "file", "graph.json"));
    expect([code, err]).toEqual([3, `skein: cannot write ${folder}/file/graph.json: a file is in the way\n`]);
  });
});
