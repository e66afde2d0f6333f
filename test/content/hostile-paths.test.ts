/** Files that are none, and paths that leave their folder: neither is opened, and the check ends. */
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { AROUND, load, problemsIn } from "../support/content.ts";
import { temporaryFolder, writeFiles } from "../support/skein.ts";

const root = temporaryFolder();

test("links to files, links to folders and named pipes are told, and not opened", () => {
  const folder = join(root, "content");
  writeFiles(folder, AROUND);
  mkdirSync(join(folder, "assets"));
  writeFiles(root, { "secret.md": "---\ntype: state\nname: Secret\n---\n", "secret.png": "secret" });
  symlinkSync(join(root, "secret.md"), join(folder, "entities/secret.md"));
  symlinkSync(root, join(folder, "entities/up"));
  symlinkSync(folder, join(folder, "entities/circle"));
  symlinkSync(join(root, "secret.png"), join(folder, "assets/secret.png"));
  symlinkSync("/dev/zero", join(folder, "entities/zero.md"));
  expect(spawnSync("mkfifo", [join(folder, "entities/pipe.md"), join(folder, "site.yml")]).status).toBe(0);
  const read = readFolder(folder);
  const loaded = loadContent(read, { drafts: false });
  expect(problemsIn(loaded)).toEqual(
    [
      "assets/secret.png",
      "entities/circle",
      "entities/pipe.md",
      "entities/secret.md",
      "entities/up",
      "entities/zero.md",
      "site.yml",
    ].map((path) => `${path}:1:1 misplaced-file`),
  );
  expect(read.assets.size).toBe(0);
});

test("a file larger than memory is passed over before it is read", () => {
  const folder = join(root, "large");
  writeFiles(folder, AROUND);
  writeFileSync(join(folder, "entities/large.md"), "");
  truncateSync(join(folder, "entities/large.md"), 2 ** 40);
  expect(readFolder(folder).passedOver).toEqual([{ path: "entities/large.md", reason: "too-large" }]);
});

describe("a picture outside the assets is missing", () => {
  const assets = ["assets/a.png"];
  test.each([
    "../secret.png",
    "/etc/passwd",
    "%2e%2e/secret.png",
    "..\\\\secret.png",
    "a.png\\0",
    "./a.png",
    "x/../a.png",
    "https://evil.example/a.png",
  ])("%s", (src) => {
    const text = `---\ntype: state\nname: Atlantis\nimage: { src: "${src}", alt: a }\n---\n`;
    const { diagnostics } = load({ "entities/atlantis.md": text }, { assets });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.severity).toBe("error");
  });
});
