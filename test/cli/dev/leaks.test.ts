import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { start } from "../../../src/cli/dev.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";
import { SMALL_CONTENT, temporaryFolder, writeFiles } from "../../support/skein.ts";

const folder = temporaryFolder();
setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** What the program holds on to: kilobytes, and what keeps it alive. */
function held(): { kilobytes: number; resources: number } {
  collectGarbage();
  return {
    kilobytes: process.memoryUsage().heapUsed / 1024,
    resources: process.getActiveResourcesInfo().filter((name) => name !== "Timeout").length,
  };
}

test("a thousand saves leave nothing behind: no memory, no watcher, no connection", async () => {
  writeFiles(folder, SMALL_CONTENT);
  const stream = { isTTY: false, write: () => true };
  // All that the command uses of a stream.
  const writable = stream as unknown as NodeJS.WriteStream;
  const terminal: Terminal = { out: writable, err: writable, env: {}, now: () => 0 };
  const options = { content: folder, output: join(folder, "_site"), drafts: false, quiet: true, port: 0 };
  const dev = await start(options, terminal);
  const origin = `http://localhost:${dev.port}`;
  // A page that is open, and is told of each save.
  const events = await fetch(`${origin}/skein-dev/events`);
  const told = events.body?.pipeTo(new WritableStream()).catch(() => {});
  const pageHas = async (path: string, text: string) => {
    while (!(await (await fetch(origin + path)).text()).includes(text))
      await new Promise((done) => setTimeout(done, 5));
  };
  const save = async (number: number) => {
    // Of some size, so that it shows when one is kept.
    const body = `${number} `.repeat(2000);
    writeFileSync(join(folder, "entities/a.md"), `---\ntype: state\nname: Save ${number}\n---\n\n${body}\n`);
    await pageHas("/entities/a/", `Save ${number}<`);
    // Now and then a claim comes and goes, and with it the map.
    if (number % 10 !== 0) return;
    const claim = join(folder, `edges/more-${number}.md`);
    writeFileSync(claim, `---\ntype: visit\nfrom: b\nto: a\ntitle: More ${number}\nsources: [log]\n---\n`);
    await pageHas(`/edges/more-${number}/`, `More ${number}`);
    rmSync(claim);
    await pageHas(`/edges/more-${number}/`, "Nothing here");
  };
  for (let number = 1; number <= 100; number++) await save(number);
  const before = held();
  for (let number = 101; number <= 1000; number++) await save(number);
  const after = held();
  await dev.close();
  await told;
  // One text kept a save would be 8 MB.
  expect(after.kilobytes - before.kilobytes).toBeLessThan(3000);
  expect(after.resources - before.resources).toBeLessThanOrEqual(2);
}, 240_000);
