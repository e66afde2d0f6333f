/** Runs the command line as its users do: as a process of its own. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function runSkein(args: readonly string[], cwd = PROJECT): Promise<Result> {
  return run(process.execPath, [join(PROJECT, "bin/skein.js"), ...args], cwd);
}

export function run(
  command: string,
  args: readonly string[],
  cwd = PROJECT,
  env: Readonly<Record<string, string>> = {},
): Promise<Result> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: "1", ...env } });
    let [out, err] = ["", ""];
    child.stdout.on("data", (data) => {
      out += data;
    });
    child.stderr.on("data", (data) => {
      err += data;
    });
    child.on("error", fail);
    child.on("close", (code) => done({ code, out, err }));
  });
}

/** A folder that is gone when the tests of the file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "skein-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The files below a folder, relative to it, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** The text of every file below a folder, by path. */
export function contentsOf(folder: string): Map<string, string> {
  return new Map(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

/** The least content that is valid: two states and a claim between them. */
export const SMALL_CONTENT: Readonly<Record<string, string>> = {
  "site.yml": "title: A small graph\n",
  "entities/a.md": "---\ntype: state\nname: Atlantis\n---\n\nIt faces [[b]].\n",
  "entities/b.md": "---\ntype: state\nname: Bermuda\n---\n",
  "edges/a-visits-b.md": '---\ntype: visit\nfrom: a\nto: b\ndate: "2023-06-15"\nsources: [log]\n---\n',
  "sources/log.md": "---\ntitle: The log\n---\n",
};
