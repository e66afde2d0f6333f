/** Every command of the documentation is run, and prints what the page says. */
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { PROJECT, writeFiles } from "../support/skein.ts";
import { isPrinted, type Step, stepsOf } from "../support/transcript.ts";

/** Their sessions need a repository of their own: see the tests of these names. */
const APART = ["diff.md", "import.md"];
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(PROJECT, "docs"))
    .filter((name) => name.endsWith(".md") && !APART.includes(name))
    .map((name) => `docs/${name}`),
];
const work = mkdtempSync(join(tmpdir(), "skein-docs-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** `npx skein` and `skein` are this checkout’s, and what else `npx` runs is what is installed here. */
const skein = join(PROJECT, "bin/skein.js");
writeFiles(work, {
  "bin/npx": `#!/bin/sh\nname="$1"\nshift\n[ "$name" = skein ] && exec node "${skein}" "$@"\nexec "${PROJECT}node_modules/.bin/$name" "$@"\n`,
  "bin/skein": `#!/bin/sh\nexec node "${skein}" "$@"\n`,
});
for (const name of ["npx", "skein"]) chmodSync(join(work, "bin", name), 0o755);

const ENVIRONMENT = {
  ...process.env,
  PATH: `${join(work, "bin")}${delimiter}${process.env.PATH ?? ""}`,
  NO_COLOR: "1",
  COLUMNS: "80",
  SKEIN: PROJECT,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.org",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.org",
  GIT_AUTHOR_DATE: "2026-01-02T03:04:05Z",
  GIT_COMMITTER_DATE: "2026-01-02T03:04:05Z",
};

/** What installs, tests or measures Skein itself, or asks the network. */
const ELSEWHERE = /^(?:npm (?:ci|start|test|install|run (?:bench|pictures|quality)\b)|git ls-remote )/;

/** What a command prints; one that serves until it is stopped is stopped when it says so. */
function output(command: string, cwd: string): Promise<{ code: number | null; text: string }> {
  return new Promise((done, fail) => {
    const child = spawn("sh", ["-c", command], { cwd, env: ENVIRONMENT, detached: true });
    let text = "";
    const take = (data: Buffer) => {
      text += data;
      if (text.includes("(Ctrl+C stops)\n")) process.kill(-Number(child.pid), "SIGTERM");
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", fail);
    child.on("close", (code) => done({ code, text }));
  });
}

/** Does what a page says, in a folder; the folder in which the next step is done. */
async function follow(step: Step, folder: string): Promise<string> {
  if (step.does === "write") writeFiles(folder, { [step.path]: step.text });
  if (step.does === "prepare") {
    const { code, text } = await output(`set -e\n${step.command}`, folder);
    expect(code, text).toBe(0);
  }
  if (step.does !== "run" || ELSEWHERE.test(step.command)) return folder;
  const [, into] = /^cd (\S+)$/.exec(step.command) ?? [];
  if (into !== undefined) return join(folder, into);
  const { code, text } = await output(step.command, folder);
  if (step.prints === undefined) expect(code, `${step.command}\n${text}`).toBe(0);
  else if (!isPrinted(text, step.prints))
    expect(text, `line ${step.line}: ${step.command}`).toBe(step.prints);
  return folder;
}

const transcripts = pages
  .map((page) => ({ page, steps: stepsOf(readFileSync(join(PROJECT, page), "utf8")) }))
  .filter(({ steps }) => steps.length > 0);

test.each(transcripts)("the commands of $page print what it says", async ({ steps }) => {
  let folder = mkdtempSync(join(work, "page-"));
  cpSync(join(PROJECT, "content"), join(folder, "content"), { recursive: true });
  for (const step of steps) folder = await follow(step, folder);
});
