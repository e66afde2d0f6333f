/** What only a real process shows of how commands begin: their memory, their streams, how they end. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { PROJECT, run, temporaryFolder } from "../support/skein.ts";
import { writeSyntheticContent } from "../support/synthetic.ts";

const folder = temporaryFolder();
const content = join(folder, "content");
const skein = join(PROJECT, "bin/skein.js");
const shell = (script: string) => run("bash", ["-o", "pipefail", "-c", script], folder);

beforeAll(() => writeSyntheticContent(content, 1000, 6000));

test("a graph that takes more memory than Node may have is told so, and the last good site stays", async () => {
  mkdirSync(join(folder, "small/entities"), { recursive: true });
  writeFileSync(join(folder, "small/entities/ada.md"), "---\nname: Ada\ntype: person\n---\n");
  const build = (from: string, limit: number) =>
    shell(`NODE_OPTIONS=--max-old-space-size=${limit} "${process.execPath}" "${skein}" build -c ${from}`);
  expect(await build("small", 500)).toMatchObject({ code: 0, err: "" });
  const pages = readdirSync(join(folder, "_site"));
  const { code, out, err } = await build("content", 60);
  expect([code, out]).toEqual([3, ""]);
  expect(err).toBe(
    "skein: the graph takes more memory than Node may have; NODE_OPTIONS=--max-old-space-size=MEGABYTES says how much that is\n",
  );
  expect(readdirSync(join(folder, "_site"))).toEqual(pages);
});

test("a reader that wants no more is no failure, however much there is to read", async () => {
  const script = `"${process.execPath}" "${skein}" export -f gexf | head -c 10`;
  expect(await shell(script)).toEqual({ code: 0, out: "<?xml vers", err: "" });
});

test("what is found wrong is the end of a check that nobody reads to its end", async () => {
  for (let i = 0; i < 3000; i++)
    writeFileSync(join(content, `edges/wrong-${i}.md`), "---\ntype: visit\n---\n");
  const { code, out, err } = await shell(`"${process.execPath}" "${skein}" check | head -n 1`);
  expect([code, err]).toEqual([1, ""]);
  expect(out).toMatch(/^content\/edges\/wrong-0\.md:1:1 error missing-key/);
});
