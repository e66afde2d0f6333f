import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeAllWhole } from "../../src/cli/whole-file.ts";
import { temporaryFolder } from "../support/skein.ts";

test("files are written piece by piece, in a folder that is made", () => {
  const folder = join(temporaryFolder(), "new");
  writeAllWhole([
    {
      path: join(folder, "a"),
      write: (take) => {
        take("one ");
        take(Buffer.from("two"));
      },
    },
  ]);
  expect(readdirSync(folder)).toEqual(["a"]);
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("one two");
});

test("where one of them fails, all stay as they were and nothing is left beside them", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a"), "before");
  const fails = () => {
    throw new Error("the disk is full");
  };
  expect(() =>
    writeAllWhole([
      { path: join(folder, "a"), write: (take) => take("after") },
      { path: join(folder, "b"), write: fails },
    ]),
  ).toThrow("the disk is full");
  expect(readdirSync(folder)).toEqual(["a"]);
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("before");
});
