import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Asker, duckdb } from "../support/duckdb.ts";
import { runHere } from "../support/in-process.ts";
import { contentsOf, PROJECT, SMALL_CONTENT, temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = temporaryFolder();
const content = join(folder, "content");
const site = join(folder, "site");
writeFiles(content, SMALL_CONTENT);

/** Builds with a file of measures. */
function build(measures: string, ...args: readonly string[]) {
  const file = join(folder, "measures.csv");
  writeFileSync(file, measures);
  return runHere(["build", "-c", content, "-o", site, "--no-save-positions", "--measures", file, ...args]);
}

const page = (address: string): string => readFileSync(join(site, address, "index.html"), "utf8");

describe("skein build --measures", () => {
  test("publishes what is given, and says that it is", async () => {
    const { code, err } = await build(
      "id,x,y,pagerank,betweenness,community\na,0,0,0.125,0.5,9\nb,3,4,0.875,0.0625,9\n",
    );
    expect([code, err]).toEqual([0, ""]);
    const { entities } = JSON.parse(readFileSync(join(site, "data/graph.json"), "utf8"));
    expect(entities).toMatchObject([
      { id: "a", pagerank: 0.125, betweenness: 0.5, community: 0 },
      { id: "b", pagerank: 0.875, betweenness: 0.0625, community: 0 },
    ]);
    const [{ x, y }, other] = entities;
    expect((other.y - y) / (other.x - x)).toBeCloseTo(4 / 3, 1);
    expect(page("statistics").match(/Given with the build: another program worked it out\./g)).toHaveLength(
      2,
    );
    expect(page("statistics")).not.toMatch(/Worked out exactly|Estimated/);
    expect(page("entities/a")).toContain("(given with the build)");
    expect(page("about").match(/given with the build/g)).toHaveLength(4);
    expect(page("about")).not.toMatch(/ForceAtlas2|Louvain|worked out exactly/);
  });

  test("works out what is not given, and says how", async () => {
    expect((await build("id,community\na,1\nb,2\n")).code).toBe(0);
    const { entities } = JSON.parse(readFileSync(join(site, "data/graph.json"), "utf8"));
    expect(entities).toMatchObject([
      { id: "a", community: 0 },
      { id: "b", community: 1 },
    ]);
    expect(page("statistics")).toContain("Worked out exactly");
    expect(page("statistics")).not.toContain("Given with the build");
    expect(page("about").match(/given with the build/g)).toHaveLength(1);
    expect(page("entities/a")).not.toContain("given with the build");
  });

  test("leaves the map for the next build, which keeps it", async () => {
    const kept = join(folder, "kept");
    writeFiles(kept, SMALL_CONTENT);
    writeFileSync(join(folder, "map.csv"), "id,x,y\na,0,0\nb,0,5\n");
    const run = (...args: string[]) =>
      runHere(["build", "-c", kept, "-o", join(folder, "kept-site"), ...args]);
    expect((await run("--measures", join(folder, "map.csv"))).code).toBe(0);
    const positions = readFileSync(join(kept, ".positions"), "utf8");
    expect((await run("--json")).out).toContain('"drift":{"mean":0,"largest":0}');
    expect(readFileSync(join(kept, ".positions"), "utf8")).toBe(positions);
  });

  test("refuses a file with mistakes: each by its place, nothing is published, exit code 1", async () => {
    const before = contentsOf(site);
    const { code, out, err } = await build("id,pagerank\na,0;5\nc,0.5\n");
    const file = join(folder, "measures.csv");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toBe(
      `${file}:2:3 error: pagerank “0;5” is no number; write it with a point, as 0.25 or 2.5e-7
${file}:3:1 error: no entity “c”; did you mean “a”?
Nothing was published: the measures have errors.
`,
    );
    expect(contentsOf(site)).toEqual(before);
  });

  test("prints nothing of the file that acts on a terminal", async () => {
    const { err } = await build("id,pagerank\n\u001b[31mred,0.5\n");
    expect(err).toContain("no entity “\\u001b[31mred”");
    expect(err).not.toContain("\u001b");
  });

  test("refuses bytes that are no UTF-8", async () => {
    const file = join(folder, "latin.csv");
    writeFileSync(file, Buffer.from("id,community\nañadir,1\n", "latin1"));
    const { code, err } = await runHere(["build", "-c", content, "-o", site, "--measures", file]);
    expect([code, err]).toEqual([
      1,
      `${file}:1:1 error: this is no text in UTF-8; write it in that encoding\nNothing was published: the measures have errors.\n`,
    ]);
  });

  test.each([
    ["a file that is not there", "nothing.csv", "cannot read nothing.csv: there is no such file"],
    ["a folder", "src", "src is no file; name one with --measures"],
  ])("refuses %s, exit code 2", async (_, file, message) => {
    const { code, err } = await runHere(["build", "-c", content, "-o", site, "--measures", file]);
    expect([code, err]).toEqual([2, `skein: ${message}\n`]);
  });

  test("refuses a second map beside the one that is given", async () => {
    const { code, err } = await build("id,x,y\na,0,0\nb,0,5\n", "--relayout");
    expect([code, err]).toEqual([
      2,
      `skein: ${join(folder, "measures.csv")} says where everybody stands, and so does --relayout; leave it out, or the columns x and y\n`,
    ]);
  });
});

describe("there and back again", () => {
  let db: Asker;
  beforeAll(async () => {
    db = await duckdb(folder);
  });
  afterAll(() => db.close());

  test("what DuckDB works out from the Parquet is published as Skein’s own would be", async () => {
    const shipped = join(PROJECT, "content");
    const tables = join(folder, "graph");
    expect((await runHere(["export", "-c", shipped, "-f", "parquet", "-o", tables])).code).toBe(0);
    const page = readFileSync(join(PROJECT, "docs/large-graphs.md"), "utf8");
    const [, query = ""] = /```sql\n(COPY[^`]*)```/.exec(page) ?? [];
    await db.ask(query.replaceAll(/'(?=graph\/|measures\.csv)/g, "'FOLDER/"));
    const own = join(folder, "own");
    const back = join(folder, "back");
    const run = (output: string, ...args: readonly string[]) =>
      runHere(["build", "-c", shipped, "-o", output, "--no-save-positions", ...args]);
    expect((await run(own)).code).toBe(0);
    expect(await run(back, "--measures", join(folder, "measures.csv"))).toMatchObject({ code: 0, err: "" });
    const graph = (output: string) => readFileSync(join(output, "data/graph.json"), "utf8");
    const sharesIn = (text: string): number[] =>
      JSON.parse(text).entities.map(({ pagerank }: { pagerank: number }) => pagerank);
    const [here, there] = [sharesIn(graph(own)), sharesIn(graph(back))];
    expect(there).toHaveLength(38);
    for (const [i, share] of there.entries()) expect(share).toBeCloseTo(here[i] ?? Number.NaN, 4);
    expect(readFileSync(join(back, "statistics/index.html"), "utf8")).toContain("Given with the build");
  });
});
