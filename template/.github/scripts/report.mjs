// @ts-check
/**
 * What a pull request does, written into the folder `report`: `check.json`, `build.json` and `diff.md`. Runs without
 * any right, since it is the contributor’s own. Called with the two commits to compare.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "report";
const [base = "HEAD^1", head = "HEAD"] = process.argv.slice(2);

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
// Once for the lines of the pull request, once for the comment.
const checked = skein(["check", "--format", "github"]);
process.stdout.write(checked.stdout);
writeFileSync(join(FOLDER, "check.json"), skein(["check", "--format", "json"]).stdout);

const built = skein(["build", "--json"]);
if (built.status === 0) writeFileSync(join(FOLDER, "build.json"), built.stdout);
else process.stderr.write(built.stderr);

const diff = skein(["diff", base, head, "--format", "markdown"]);
if (diff.status === 0) writeFileSync(join(FOLDER, "diff.md"), diff.stdout);
// The other side may have had mistakes: no reason to refuse this one.
else process.stderr.write(diff.stderr);

process.exitCode = checked.status || built.status || 0;

/** @param {string[]} args */
function skein(args) {
  const done = spawnSync("npx", ["--no-install", "skein", ...args], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  return { ...done, status: done.status ?? 3 };
}
