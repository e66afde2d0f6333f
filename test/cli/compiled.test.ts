/** How the program finds its own code, in a package of its own that holds little else. */
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { PROJECT, run, temporaryFolder } from "../support/skein.ts";

let folder = "";
const skein = () => run(process.execPath, [join(folder, "bin/skein.js")], folder);
const compiled = () => readdirSync(join(folder, "dist"));

/** Makes a program that says one thing. */
function say(text: string): void {
  const main = `export async function start(): Promise<number> { console.log(${JSON.stringify(text)}); return 0; }\n`;
  writeFileSync(join(folder, "src/cli/start.ts"), main);
}

beforeEach(() => {
  folder = temporaryFolder();
  cpSync(join(PROJECT, "bin"), join(folder, "bin"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "name": "skein", "type": "module" }');
  for (const path of [
    "cli/command-thread.ts",
    "cli/crew/thread.ts",
    "cli/dev/background.ts",
    "site/eleventy.ts",
  ]) {
    mkdirSync(join(folder, "src", path, ".."), { recursive: true });
    writeFileSync(join(folder, "src", path), "export {};\n");
  }
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  say("one");
});

test("code is compiled once, and again when it is other code", async () => {
  expect((await skein()).out).toBe("one\n");
  const first = compiled();
  expect(first).toHaveLength(1);
  expect((await skein()).out).toBe("one\n");
  expect(compiled()).toEqual(first);
  say("two");
  expect((await skein()).out).toBe("two\n");
  expect(compiled()).toHaveLength(2);
  say("one");
  expect((await skein()).out).toBe("one\n");
});

test("many that start at once all run, and leave one copy", async () => {
  const results = await Promise.all(Array.from({ length: 6 }, skein));
  expect(results.map(({ out, err }) => out + err)).toEqual(Array(6).fill("one\n"));
  expect(compiled()).toHaveLength(1);
});

test("what is a day old is removed when something new is compiled, and all of it by npm", async () => {
  await skein();
  const [first = ""] = compiled();
  say("two");
  await skein();
  expect(compiled()).toContain(first);
  const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
  utimesSync(join(folder, "dist", first), longAgo, longAgo);
  say("three");
  await skein();
  expect(compiled()).toHaveLength(2);
  expect(compiled()).not.toContain(first);
  await run(process.execPath, [join(folder, "bin/compile.js")], folder);
  expect(compiled()).toHaveLength(1);
  expect((await skein()).out).toBe("three\n");
});

test("what stands in the way is told, with a way out and without a trace", async () => {
  writeFileSync(join(folder, "dist"), "");
  const blocked = await skein();
  expect(blocked.code).toBe(3);
  expect(blocked.err).toMatch(/^skein: \S+ cannot be run: .*dist.*; that folder has to be writable\n$/s);
  expect(blocked.err).not.toContain("    at ");
  rmSync(join(folder, "dist"));
  rmSync(join(folder, "node_modules"));
  const missing = await skein();
  expect(missing.code).toBe(3);
  expect(missing.err).toMatch(
    /^skein: \S+ cannot be run: Cannot find package 'esbuild'.*; run npm ci there\n$/,
  );
});

test("a mistake in the code is told with its place", async () => {
  writeFileSync(join(folder, "src/cli/start.ts"), "export const = 1;\n");
  const { code, err } = await skein();
  expect(code).toBe(3);
  expect(err).toMatch(/src\/cli\/start\.ts:1:13: ERROR: /);
  expect(err).not.toContain("writable");
});

test.each(["export async function start() { await import(name); }", "await import(name);"])(
  "a package that is not there, though the code is compiled, is told with a way out: %s",
  async (code) => {
    writeFileSync(join(folder, "src/cli/start.ts"), `const name = "zod-not-there";\n${code}\nexport {};\n`);
    const { code: exit, err } = await skein();
    expect(exit).toBe(3);
    expect(err).toMatch(
      /^skein: \S+ cannot be run: Cannot find package 'zod-not-there'.*; run npm ci there\n$/,
    );
  },
);
