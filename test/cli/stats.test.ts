import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runSkein, SMALL_CONTENT, temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = temporaryFolder();
const content = join(folder, "content");
writeFiles(content, SMALL_CONTENT);

describe("skein stats", () => {
  test("prints a line a figure", async () => {
    const { code, out, err } = await runSkein(["stats", "-c", content]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Entities +2\n/);
    expect(out).toMatch(/\nComponents +1, the largest of 2 entities\n/);
    expect(out).toMatch(/\nDensity +100\.0 %\n/);
  });

  test("prints them as JSON for programs", async () => {
    const { code, out } = await runSkein(["stats", "-c", content, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      entities: { total: 2 },
      claims: { total: 1 },
      network: { nodes: 2, lines: 1, components: 1, density: 1 },
    });
  });

  test("nothing of the content acts on the terminal, and columns stand below one another in any script", async () => {
    const other = join(folder, "other");
    writeFiles(other, {
      ...SMALL_CONTENT,
      "ontology.yml":
        'entityTypes:\n  person: { label: "P\\e[31m", plural: "P" }\n  state: { label: 国家, plural: 国家 }\n',
    });
    const { out } = await runSkein(["stats", "-c", other]);
    expect(out).not.toContain("\u001b");
  });

  test("content with errors is not counted", async () => {
    const broken = join(folder, "broken");
    writeFiles(broken, { ...SMALL_CONTENT, "entities/c.md": "---\ntype: person\n---\n" });
    const { code, out, err } = await runSkein(["stats", "-c", broken]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("Nothing was counted: the content has errors.\n");
  });
});
