/** Pictures of strangers: what is copied into the site is what was read as a picture, and nothing besides. */
import { lstatSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runSkein, SMALL_CONTENT, temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = temporaryFolder();

test("a picture whose name is a pattern brings along nothing but itself", async () => {
  const [content, output] = [join(folder, "content"), join(folder, "site")];
  writeFiles(folder, { "secret.png": "a secret" });
  writeFiles(content, {
    ...SMALL_CONTENT,
    "assets/*.png": "stars",
    "assets/[ab].png": "brackets",
    "assets/{a,b}.png": "braces",
    "assets/!(a).png": "not",
    "assets/_hidden.png": "hidden",
  });
  symlinkSync(join(folder, "secret.png"), join(content, "assets/link.png"));
  symlinkSync(folder, join(content, "assets/folder"));
  const { code } = await runSkein(["build", "-c", content, "-o", output]);
  expect(code).toBe(0);
  const assets = readdirSync(join(output, "assets"));
  expect(assets.sort()).toEqual(["!(a).png", "*.png", "[ab].png", "{a,b}.png"]);
  expect(assets.filter((name) => !lstatSync(join(output, "assets", name)).isFile())).toEqual([]);
});
