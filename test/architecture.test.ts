import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { PROJECT } from "./support/skein.ts";

const inGit = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: PROJECT,
})
  .toString()
  .split("\0")
  .filter((path) => path !== "" && existsSync(join(PROJECT, path)));
const textOf = (path: string): string => readFileSync(join(PROJECT, path), "utf8");
const sources = inGit.filter((path) => path.startsWith("src/") && path.endsWith(".ts"));

/** Which folder of `src/` may import from which; the table of `src/README.md`. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  shared: ["shared"],
  content: ["content", "shared"],
  graph: ["graph", "shared"],
  site: ["site", "exchange", "content", "graph", "shared"],
  app: ["app", "shared"],
  exchange: ["exchange", "content", "shared"],
  diff: ["diff", "content", "graph", "site", "shared"],
  cli: ["cli", "diff", "exchange", "site", "content", "graph", "shared"],
};

/** The only users of a package. */
const ONLY_USERS: Record<string, readonly string[]> = {
  "gray-matter": ["src/content/front-matter.ts"],
  sigma: ["src/app/map/camera.ts", "src/app/map/canvas.ts"],
  "@11ty/eleventy": ["src/site/eleventy.ts"],
  commander: ["src/cli/main.ts"],
  "@clack/prompts": ["src/cli/new/prompts.ts"],
  htmlparser2: ["src/exchange/html/page.ts", "src/exchange/html/source.ts"],
  "@resvg/resvg-js": ["src/site/machines/cards.ts"],
  edtf: ["src/shared/dates.ts"],
  esbuild: ["src/site/scripts.ts"],
  culori: ["src/shared/color.ts"],
  mustache: ["src/content/theme/templates.ts"],
};

/** What a file imports: packages by name, files of ours by path. */
function importsOf(path: string): string[] {
  const found = textOf(path).matchAll(
    /^(?:import|export)\b[^"';]*?from "([^"]+)"|\bimport\("([^"]+)"\)|^import "([^"]+)"/gms,
  );
  return [...found].map(([, from, dynamic, bare]) => {
    const name = from ?? dynamic ?? bare ?? "";
    return name.startsWith(".") ? normalize(join(dirname(path), name)) : name;
  });
}

const folderOf = (path: string): string => path.split("/")[1] ?? "";
const packageOf = (name: string): string => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;

/** What must be in no file: where somebody’s machine keeps things, what it is called on its network, its keys. */
const MACHINE =
  /\/(?:work|home|Users|root|tmp|mnt)\/[\w.]|"resolved":|\bregistry\.(?!npmjs\b)[\w-]+\.\w+|\blocalhost:4873\b|\b(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2})\b|\b[\w-]+\.internal\b|\b(?:gh[opsu]|npm)_\w{20}|github_pat_|\bAKIA[A-Z0-9]{16}\b|PRIVATE KEY-----/;

describe("src", () => {
  test("the imports are seen at all", () => {
    expect(importsOf("src/site/pages/edge.ts")).toContain("src/site/shell.ts");
    expect(importsOf("src/cli/main.ts")).toEqual(expect.arrayContaining(["commander", "src/cli/build.ts"]));
  });

  test("no import that the bundler sees is missed", async () => {
    const { metafile } = await build({
      absWorkingDir: PROJECT,
      entryPoints: sources.filter((path) => !path.endsWith(".d.ts")),
      bundle: true,
      packages: "external",
      external: ["*/package.json"],
      platform: "node",
      format: "esm",
      metafile: true,
      write: false,
      outdir: "out",
      logLevel: "silent",
    });
    expect(Object.keys(metafile.inputs).length).toBeGreaterThan(20);
    const missed = Object.entries(metafile.inputs).flatMap(([path, { imports }]) =>
      imports
        .filter(({ path: name, external }) => external !== true && !importsOf(path).includes(name))
        .map(({ path: name }) => `${path} → ${name}`),
    );
    expect(missed).toEqual([]);
  });

  test("imports nothing of ours from outside, but what the package says of itself", () => {
    const ours = sources.flatMap((path) => importsOf(path).filter((name) => inGit.includes(name)));
    const outside = ours.filter((name) => !name.startsWith("src/"));
    expect(outside.filter((name) => name !== "package.json")).toEqual([]);
  });

  test.each(sources)("%s imports only from where it may", (path) => {
    const allowed = MAY_IMPORT[folderOf(path)];
    expect(allowed).toBeDefined();
    const ours = importsOf(path).filter((name) => name.startsWith("src/"));
    expect(ours.filter((name) => !allowed?.includes(folderOf(name)))).toEqual([]);
    if (["shared", "app"].includes(folderOf(path)))
      expect(importsOf(path).filter((name) => name.startsWith("node:"))).toEqual([]);
  });

  test.each(sources)("%s opens by saying what it is for", (path) => {
    expect(textOf(path)).toMatch(/^\/\*\*\s/);
  });

  test("some packages have one user", () => {
    for (const [name, users] of Object.entries(ONLY_USERS)) {
      const found = sources.filter(
        (path) => !path.endsWith(".d.ts") && importsOf(path).some((used) => packageOf(used) === name),
      );
      expect([name, found]).toEqual([name, users]);
    }
  });

  test("there is no circle of imports", () => {
    const graph = new Map(
      sources.map((path) => [path, importsOf(path).filter((name) => sources.includes(name))]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
      else if (!done.has(path)) for (const next of graph.get(path) ?? []) visit(next, [...way, path]);
      done.add(path);
    };
    for (const path of sources) visit(path, []);
    expect(circles).toEqual([]);
  });

  test("only the browser’s code and nothing of the build touches the page", () => {
    const users = sources.filter((path) =>
      /\b(document\.(body|create|query|getEl|add)|window\.|getComputedStyle)/.test(
        textOf(path).replace(/^\s*(\/?\*|\/\/).*$/gm, ""),
      ),
    );
    expect([...new Set(users.map(folderOf))]).toEqual(["app"]);
  });

  test("nothing of the build is random, but where files need a name of their own, and their age", () => {
    const random = sources.filter((path) =>
      /Math\.random|randomUUID|Date\.now|new Date\(\)/.test(textOf(path)),
    );
    // A citation says on which day the reader looked.
    const known = ["random.ts", "citation-dialog.ts"];
    expect(random.map((path) => basename(path)).filter((name) => !known.includes(name))).toEqual([
      "build-cache.ts",
      "store.ts",
      "positions.ts",
      "replace.ts",
      "signatures.ts",
      "publish.ts",
    ]);
  });
});

describe("the repository", () => {
  test("every package it uses has its reason in src/README.md", () => {
    const { dependencies, devDependencies } = JSON.parse(textOf("package.json"));
    const reasons = textOf("src/README.md");
    const names = Object.keys({ ...dependencies, ...devDependencies });
    const said = (name: string) =>
      reasons.includes(`\`${name}\``) || reasons.includes(`\`${name.replace(/^graphology-/, "-")}\``);
    expect(names.filter((name) => !said(name))).toEqual([]);
  });

  test("nothing in it names a machine it was made on", () => {
    const texts = inGit.filter((path) => !/\.(png|webp|gif)$|^test\/schemas\//.test(path));
    const found = texts.filter((path) => path !== "test/architecture.test.ts" && MACHINE.test(textOf(path)));
    expect(found).toEqual([]);
  });

  test.each([
    "/home/ada/skein",
    "file:///Users/ada/",
    "/tmp/x",
    '"resolved": "https://',
    "https://registry.example.com/a",
    "http://localhost:4873/a",
    "192.168.0.7",
    "build.internal",
    `ghp_${"a".repeat(36)}`,
    "-----BEGIN PRIVATE KEY-----",
  ])("%s would be found", (trace) => {
    expect(trace).toMatch(MACHINE);
  });

  test.each(["work/home", "https://registry.npmjs.org/a", "version 10.0.1", "../tmp", "a.internals"])(
    "%s is nobody’s",
    (text) => {
      expect(text).not.toMatch(MACHINE);
    },
  );

  test("versions are exact", () => {
    const { dependencies, devDependencies } = JSON.parse(textOf("package.json"));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });
});
