import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  contentsOf,
  PROJECT,
  run,
  runSkein,
  SMALL_CONTENT,
  temporaryFolder,
  writeFiles,
} from "../support/skein.ts";

const folder = temporaryFolder();

/** The small graph with another name for the first of its states. */
function contentNamed(name: string): string {
  const content = join(folder, `content-${name}`);
  writeFiles(content, { ...SMALL_CONTENT, "entities/a.md": `---\ntype: state\nname: ${name}\n---\n` });
  return content;
}

const [first, second] = [contentNamed("Avalon"), contentNamed("Babylon")];

async function siteOf(content: string): Promise<Map<string, string>> {
  const output = join(folder, "whole", content.slice(folder.length));
  expect((await runSkein(["build", "-c", content, "-o", output])).code).toBe(0);
  return contentsOf(output);
}

const leftBeside = (output: string): string[] =>
  readdirSync(join(output, "..")).filter((name) => name.startsWith(".site."));

describe("publishing", () => {
  test("a build that is killed, at whatever moment, leaves a whole site", async () => {
    const sites = [await siteOf(first), await siteOf(second)];
    const output = join(folder, "killed", "site");
    await runSkein(["build", "-c", first, "-o", output]);
    for (let i = 0; i < 24; i++) {
      const content = i % 2 === 0 ? second : first;
      await killedAfter(i * 40, ["build", "-c", content, "-o", output]);
      expect(sites).toContainEqual(contentsOf(output));
    }
    // Nothing of the killed builds is in the way of the next.
    expect((await runSkein(["build", "-c", second, "-o", output])).code).toBe(0);
    expect(contentsOf(output)).toEqual(sites[1]);
  });

  test("a build that was killed between its two renames is undone by the next", async () => {
    const output = join(folder, "between", "site");
    await runSkein(["build", "-c", first, "-o", output]);
    renameSync(output, join(output, "..", ".site.former-0f0f0f0f"));
    const broken = join(folder, "broken");
    writeFiles(broken, { ...SMALL_CONTENT, "entities/a.md": "---\ntype: state\nname: Atlantis\n---\n" });
    expect((await runSkein(["build", "-c", broken, "-o", output])).code).toBe(0);
    expect(contentsOf(output).get("entities/a/index.html")).toContain("Atlantis");
    expect(leftBeside(output)).toEqual([]);
  });

  test("of builds at the same time one is published whole, and none fails", async () => {
    const sites = [await siteOf(first), await siteOf(second)];
    const output = join(folder, "at-once", "site");
    const builds = [first, second, first, second].map((content) =>
      runSkein(["build", "-c", content, "-o", output]),
    );
    expect((await Promise.all(builds)).map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(sites).toContainEqual(contentsOf(output));
    expect(leftBeside(output)).toEqual([]);
  });

  test("an output folder that holds the content or the working folder is refused, even when forced", async () => {
    const content = join(folder, "kept", "content");
    writeFiles(content, SMALL_CONTENT);
    const before = contentsOf(join(folder, "kept"));
    for (const output of [content, join(folder, "kept")]) {
      const { code, err } = await runSkein(["build", "-c", content, "-o", output, "--force"]);
      expect(err).toBe(
        `skein: ${output} holds the content, and would be replaced by the site; name another folder\n`,
      );
      expect(code).toBe(2);
    }
    mkdirSync(join(folder, "kept", "here"));
    const inside = await runSkein(
      ["build", "-c", content, "-o", ".", "--force"],
      join(folder, "kept", "here"),
    );
    expect(inside.err).toContain(". holds the working folder");
    expect(contentsOf(join(folder, "kept"))).toEqual(before);
  });

  test("a folder that nobody may write to is one clear line, and exit 3", async () => {
    const closed = process.getuid?.() === 0 ? "/proc" : join(folder, "closed");
    if (closed !== "/proc") mkdirSync(closed, { mode: 0o500 });
    const output = join(closed, "skein", "site");
    const { code, err } = await runSkein(["build", "-c", first, "-o", output]);
    expect(err).toMatch(/^skein: cannot write to .*\. The last good site is still there\n$/);
    expect(code).toBe(3);
  });

  test("a disk that takes no more is one clear line, exit 3, and the last good site", async () => {
    const output = join(folder, "full", "site");
    await runSkein(["build", "-c", first, "-o", output]);
    const before = contentsOf(output);
    const command = `ulimit -f 100; exec "$0" "$@"`;
    const args = [process.execPath, join(PROJECT, "bin/skein.js"), "build", "-c", second, "-o", output];
    const { code, err } = await run("sh", ["-c", command, ...args]);
    expect(err).toBe(
      `skein: cannot write to ${output}: a file is larger than the system allows. The last good site is still there\n`,
    );
    expect(code).toBe(3);
    expect(contentsOf(output)).toEqual(before);
    expect(leftBeside(output)).toEqual([]);
  });
});

function killedAfter(milliseconds: number, args: readonly string[]): Promise<void> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(PROJECT, "bin/skein.js"), ...args], { stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.on("close", () => {
      clearTimeout(timer);
      done();
    });
  });
}
