import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { progressOn } from "../../src/cli/progress.ts";
import { readContent } from "../../src/cli/read.ts";
import { FailedError } from "../../src/cli/terminal.ts";
import { SMALL_CONTENT, temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = temporaryFolder();
const closed = join(folder, "entities");

// Not by taking permissions away, which root has whatever the file system says.
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const readdirSync = (path: string, options: { withFileTypes: true }) => {
    if (path === closed)
      throw Object.assign(new Error("EACCES"), { code: "EACCES", syscall: "scandir", path });
    return fs.readdirSync(path, options);
  };
  return { ...fs, readdirSync };
});

test("a folder in the content that cannot be read is one line", () => {
  writeFiles(folder, SMALL_CONTENT);
  const progress = progressOn(process.stderr, true, () => 0);
  const read = () => readContent(folder, false, progress);
  expect(read).toThrow(FailedError);
  expect(read).toThrow(`cannot read ${closed}: permission denied`);
});
