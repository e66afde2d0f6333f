/** What the tarball of `npm pack` holds, and that it runs where it is installed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { assetText } from "../support/first-load.ts";
import { done, installPackage, runInstalled as skein } from "../support/package.ts";
import { filesBelow, PROJECT, run, temporaryFolder } from "../support/skein.ts";

const folder = temporaryFolder();
const installed = join(folder, "elsewhere");
const inside = join(installed, "node_modules/skein");

beforeAll(async () => {
  await installPackage(folder);
});

describe("the package", () => {
  test("holds the program, the sample and no more: no test, no content of ours", () => {
    const files = filesBelow(inside).filter((path) => !path.startsWith("node_modules/"));
    const known =
      /^(src|bin|dist|template)\/|^(\.eleventy\.js|LICENSE|README\.md|package\.json|tsconfig\.json)$/;
    expect(files.filter((path) => !known.test(path))).toEqual([]);
    expect(files).toContain("template/gitignore");
    expect(files).toContain("template/.github/workflows/check.yml");
    expect(files.filter((path) => /\.test\.ts$|presstv/.test(path))).toEqual([]);
  });

  test("holds its code compiled, and runs that", async () => {
    const compiled = readdirSync(join(inside, "dist"));
    expect(compiled).toHaveLength(1);
    await done(skein(["--help"], installed));
    expect(readdirSync(join(inside, "dist"))).toEqual(compiled);
  });

  test.each(["typescript", "tsx", "vitest", "@biomejs/biome", "playwright-core", "lighthouse"])(
    "%s does not come with it",
    (name) => {
      expect(existsSync(join(installed, "node_modules", name))).toBe(false);
    },
  );

  test("may be published", () => {
    expect(JSON.parse(readFileSync(join(inside, "package.json"), "utf8"))).not.toHaveProperty("private");
  });

  test("starts a graph, checks it and builds it, whatever is set for TypeScript where it is called", async () => {
    await done(skein(["init", "graph", "--title", "Elsewhere"], installed));
    const graph = join(installed, "graph");
    // Would lead Skein’s own import of zod astray, if anybody asked this file.
    writeFileSync(join(graph, "tsconfig.json"), '{"compilerOptions":{"paths":{"zod":["./zod.ts"]}}}');
    writeFileSync(join(graph, "zod.ts"), "export const z = {};");
    expect(await done(skein(["check"], graph))).toBe("6 entities, 7 claims, 4 sources: no problems\n");
    expect(await done(skein(["build"], graph))).toMatch(/ → _site: \d+ files in [\d.]+ s\n$/);
    const page = readFileSync(join(graph, "_site/index.html"), "utf8");
    expect(page).toContain("<title>Elsewhere</title>");
    expect(existsSync(join(graph, "_site/edges/cook-reaches-north-pole/index.html"))).toBe(true);
    // The scripts of the pages are bundled from within node_modules.
    expect(assetText(join(graph, "_site"), "network.js").length).toBeGreaterThan(10_000);
  });

  test("serves what it builds", async () => {
    const server = spawn(process.execPath, [join(inside, "bin/skein.js"), "dev", "--port", "0"], {
      cwd: join(installed, "graph"),
    });
    try {
      let out = "";
      for await (const text of server.stdout.setEncoding("utf8")) {
        out += text;
        const address = /http:\/\/localhost:\d+\//.exec(out)?.[0];
        if (address === undefined) continue;
        expect(await (await fetch(address)).text()).toContain("<title>Elsewhere</title>");
        break;
      }
      expect(out).toContain("Serving on");
    } finally {
      server.kill("SIGKILL");
      await once(server, "close");
    }
  });

  test("knows each command that it has here", async () => {
    const help = (text: string) => [...text.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name);
    const here = help(await done(run(process.execPath, [join(PROJECT, "bin/skein.js"), "--help"])));
    expect(help(await done(skein(["--help"], installed)))).toEqual(here);
    for (const name of here)
      if (name !== "help")
        await done(run(process.execPath, [join(inside, "bin/skein.js"), `${name}`, "--help"], installed));
  });
});
