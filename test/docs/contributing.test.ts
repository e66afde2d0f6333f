import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { analyse } from "../../src/graph/analyse.ts";
import { parseDate } from "../../src/shared/dates.ts";
import { newSource } from "../../src/site/new-file.ts";
import { makeSite } from "../../src/site/site.ts";
import { PROJECT } from "../support/skein.ts";

const page = readFileSync(join(PROJECT, "docs/contributing.md"), "utf8");
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ""]) => text);

test("the file of the walk is the one of the claim in its pictures", () => {
  const file = readFileSync(join(PROJECT, "content/edges/us-sanctions-li-shangfu.md"), "utf8");
  expect(file.startsWith(blocks[0] ?? "?")).toBe(true);
});

test("every date that is shown is one", () => {
  const rows = [...page.matchAll(/^\| (`[^|]*`) \| [^|]* \|$/gm)].flatMap(
    ([, cell = ""]) => cell.match(/(?<=`)\d[^`]*(?=`)/g) ?? [],
  );
  expect(rows.length).toBeGreaterThan(6);
  expect(rows.filter((date) => parseDate(date) === undefined)).toEqual([]);
  expect(parseDate(/^date: "(.*)"$/m.exec(blocks[1] ?? "")?.[1] ?? "")).toBeDefined();
});

test("the new file is the one that the link opens", () => {
  const { content } = loadContent(readFolder(join(PROJECT, "content")), { drafts: false });
  expect(blocks).toContain(newSource(makeSite(content, analyse(content))).text);
});

test("every picture is there", () => {
  const pictures = [...page.matchAll(/\]\((pictures\/[^)]*)\)/g)].map(([, path = ""]) => path);
  expect(pictures).toHaveLength(4);
  expect(pictures.filter((path) => !existsSync(join(PROJECT, "docs", path)))).toEqual([]);
});
