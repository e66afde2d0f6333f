import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  contentsOf,
  filesBelow,
  PROJECT,
  run,
  runSkein,
  SMALL_CONTENT,
  temporaryFolder,
  writeFiles,
} from "../support/skein.ts";

const folder = temporaryFolder();
const content = join(folder, "content");
writeFiles(content, SMALL_CONTENT);

describe("skein build", () => {
  test("publishes a page for every entity, edge and source, the indexes, the network page and a 404", async () => {
    const output = join(folder, "site");
    const { code, out, err } = await runSkein(["build", "--content", content, "--output", output]);
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(out).toMatch(/^2 entities, 1 claim, 1 source → .*site: \d+ files in [\d.]+ s\n$/);
    // Without those whose names change with what is in them.
    expect(filesBelow(output).filter((path) => !/^skein\/immutable\/|^search\/\w+\//.test(path))).toEqual([
      "404.html",
      "_headers",
      "about/index.html",
      "changes/index.html",
      "data/citations.csv",
      "data/claims.csv",
      "data/entities.csv",
      "data/entities.ftm.json",
      "data/graph.gexf",
      "data/graph.graphml",
      "data/graph.json",
      "data/graph.jsonld",
      "data/graph.nq",
      "data/graph.schema.json",
      "data/index.html",
      "data/sources.bib",
      "data/sources.csl.json",
      "data/sources.csv",
      "disputes/index.html",
      "edges/a-visits-b/index.html",
      "edges/index.html",
      "embed/index.html",
      "entities/a/index.html",
      "entities/b/index.html",
      "entities/index.html",
      "help/index.html",
      "index.html",
      "llms.txt",
      "matrix/index.html",
      "robots.txt",
      "schema/edge.json",
      "schema/entity.json",
      "schema/index.html",
      "schema/ontology.json",
      "schema/site.json",
      "schema/source.json",
      "schema/step.json",
      "schema/story.json",
      "search/index.html",
      "search/index.json",
      "skein/network.bin",
      "skein/site.json",
      "sources/index.html",
      "sources/log/index.html",
      "statistics/index.html",
      "table/claims.csv",
      "table/index.html",
      "threads/index.html",
      "timeline/index.html",
    ]);
  });

  test("two builds of the default content are the same, byte by byte, and so is Eleventy’s own", async () => {
    const [first, second, own] = [join(folder, "first"), join(folder, "second"), join(folder, "own")];
    expect((await runSkein(["build", "-o", first])).code).toBe(0);
    expect((await runSkein(["build", "-o", second])).code).toBe(0);
    expect((await run("npx", ["eleventy", "--quiet", `--output=${own}`])).code).toBe(0);
    const expected = contentsOf(first);
    expect(expected.size).toBeGreaterThan(90);
    expect(contentsOf(second)).toEqual(expected);
    expect(contentsOf(own)).toEqual(expected);
  });

  test("works from any folder, with its default names", async () => {
    const elsewhere = join(folder, "elsewhere");
    writeFiles(join(elsewhere, "content"), SMALL_CONTENT);
    expect((await runSkein(["build"], elsewhere)).code).toBe(0);
    expect(existsSync(join(elsewhere, "_site/entities/a/index.html"))).toBe(true);
  });

  test("with an error in the content it publishes nothing and leaves the last good site", async () => {
    const [broken, output] = [join(folder, "broken"), join(folder, "kept")];
    writeFiles(broken, SMALL_CONTENT);
    await runSkein(["build", "-c", broken, "-o", output]);
    const before = contentsOf(output);
    writeFiles(broken, { "entities/a.md": "---\ntype: state\nnmae: Atlantis\n---\n" });
    const { code, out, err } = await runSkein(["build", "-c", broken, "-o", output]);
    expect(code).toBe(1);
    expect(out).toContain("entities/a.md:3:1 error unknown-key: no key “nmae”; did you mean “name”?");
    expect(err).toBe("Nothing was published: the content has errors.\n");
    expect(contentsOf(output)).toEqual(before);
  });

  test("pages of records that are gone are gone", async () => {
    const [shrinking, output] = [join(folder, "shrinking"), join(folder, "shrunk")];
    writeFiles(shrinking, { ...SMALL_CONTENT, "entities/c.md": "---\ntype: state\nname: Cuba\n---\n" });
    await runSkein(["build", "-c", shrinking, "-o", output]);
    expect(existsSync(join(output, "entities/c/index.html"))).toBe(true);
    rmSync(join(shrinking, "entities/c.md"));
    await runSkein(["build", "-c", shrinking, "-o", output]);
    expect(existsSync(join(output, "entities/c"))).toBe(false);
  });

  test("refuses an output folder with files that Skein did not make, unless forced", async () => {
    const output = join(folder, "foreign");
    mkdirSync(output);
    writeFileSync(join(output, "thesis.txt"), "years of work");
    const refused = await runSkein(["build", "-c", content, "-o", output]);
    expect(refused.code).toBe(2);
    expect(refused.err).toBe(
      `skein: ${output} holds files that Skein did not make; name another folder, or add --force\n`,
    );
    expect(readFileSync(join(output, "thesis.txt"), "utf8")).toBe("years of work");
    expect((await runSkein(["build", "-c", content, "-o", output, "--force"])).code).toBe(0);
  });

  test("an output below a file is one clear line and exit 3", async () => {
    writeFileSync(join(folder, "a-file"), "");
    const { code, err } = await runSkein(["build", "-c", content, "-o", join(folder, "a-file/site")]);
    expect(code).toBe(3);
    expect(err).toBe(
      `skein: cannot write to ${join(folder, "a-file/site")}: a part of the path is a file. The last good site is still there\n`,
    );
  });

  test("an old address of a renamed entity leads to the new one", async () => {
    const [renamed, output] = [join(folder, "renamed"), join(folder, "moved")];
    writeFiles(renamed, {
      ...SMALL_CONTENT,
      "entities/a.md": "---\ntype: state\nname: Atlantis\nformerIds: [old-a]\n---\n",
    });
    expect((await runSkein(["build", "-c", renamed, "-o", output])).code).toBe(0);
    const page = readFileSync(join(output, "entities/old-a/index.html"), "utf8");
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=../../entities/a/">');
  });

  test("drafts are published only when asked for", async () => {
    const [drafted, output] = [join(folder, "drafted"), join(folder, "drafts")];
    writeFiles(drafted, {
      ...SMALL_CONTENT,
      "entities/c.md": "---\ntype: state\nname: Cuba\ndraft: true\n---\n",
    });
    await runSkein(["build", "-c", drafted, "-o", output]);
    expect(existsSync(join(output, "entities/c"))).toBe(false);
    await runSkein(["build", "-c", drafted, "-o", output, "--drafts"]);
    expect(existsSync(join(output, "entities/c"))).toBe(true);
  });

  test("images are copied, and pages show them", async () => {
    const [pictured, output] = [join(folder, "pictured"), join(folder, "pictures")];
    writeFiles(pictured, {
      ...SMALL_CONTENT,
      "assets/maps/a.png": "not really a picture",
      "entities/a.md":
        "---\ntype: state\nname: Atlantis\nimage: { src: maps/a.png, alt: A map }\n---\n\n![Coast](../assets/maps/a.png) ![Spy](https://tracker.example/x.png)\n",
    });
    expect((await runSkein(["build", "-c", pictured, "-o", output])).code).toBe(0);
    expect(readFileSync(join(output, "assets/maps/a.png"), "utf8")).toBe("not really a picture");
    const page = readFileSync(join(output, "entities/a/index.html"), "utf8");
    expect(page).toContain('<img src="../../assets/maps/a.png" alt="A map">');
    expect(page).toContain('<img src="../../assets/maps/a.png" alt="Coast" loading="lazy">');
    expect(page).not.toContain('src="https://tracker.example');
  });

  test("npx finds the command in this repository", async () => {
    const { code, out } = await run("npx", ["skein", "check", "--quiet"], PROJECT);
    expect([code, out]).toEqual([0, ""]);
  });
});
