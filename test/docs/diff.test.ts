/** The example of `docs/diff.md` is what is printed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonOf } from "../../src/diff/json.ts";
import { runHere } from "../support/in-process.ts";
import { TestRepository } from "../support/repository.ts";
import { differenceOf } from "../support/sides.ts";
import { PROJECT, temporaryFolder } from "../support/skein.ts";

const page = readFileSync(join(PROJECT, "docs/diff.md"), "utf8");
const repository = new TestRepository(temporaryFolder());

const state = (name: string): string => `---\ntype: state\nname: ${name}\n---\n`;
const claim = (type: string, keys: string): string =>
  `---\ntype: ${type}\nfrom: atlantis\nto: bermuda\n${keys}---\n`;
const BASE = {
  "content/site.yml": "title: Two isles\n",
  "content/entities/atlantis.md": state("Atlantis"),
  "content/entities/bermuda.md": state("Bermuda"),
  "content/edges/atlantis-visits-bermuda.md": claim("visit", "date: 2023-06\nsources: [log]\n"),
  "content/edges/atlantis-demands-passage.md": claim("demand", "status: alleged\nsources: [dispatch]\n"),
  "content/sources/log.md": "---\ntitle: The log\n---\n",
  "content/sources/dispatch.md": "---\ntitle: The dispatch\n---\n",
};
const HEAD = {
  "content/edges/atlantis-visits-bermuda.md": claim("visit", "date: 2023-06-15\nsources: [log, gazette]\n"),
  "content/edges/atlantis-demands-passage.md": claim(
    "demand",
    "status: denied\nsources: [{ source: dispatch, stance: mentions }]\n",
  ),
  "content/sources/gazette.md": "---\ntitle: The gazette\n---\n",
};

test("the example is what is printed", async () => {
  repository.commit("2026-01-01", "Base", BASE);
  repository.git("checkout", "--quiet", "-b", "topic");
  repository.commit("2026-01-02", "Head", HEAD);
  const content = join(repository.folder, "content");
  const { code, out } = await runHere(["diff", "main", "topic", "--content", content]);
  expect(code).toBe(0);
  expect(page).toContain(`\`\`\`\`console\n$ npx skein diff main topic\n${out}\`\`\`\`\n`);
});

test("every key of the JSON is explained", () => {
  const value = JSON.parse(jsonOf(differenceOf({}, {})));
  const keys = [...Object.keys(value), ...Object.keys(value.base), "map"];
  expect(keys.filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
});
