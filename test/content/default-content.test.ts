/** The content that Skein comes with: what a reader has to find in it. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { PROJECT } from "../support/skein.ts";

const { content, diagnostics } = loadContent(readFolder(join(PROJECT, "content")), { drafts: false });
const edges = new Map(content.edges.map((edge) => [edge.id, edge]));
const typesOf = (ids: readonly string[]) => ids.map((id) => edges.get(id)?.type);

describe("the default content", () => {
  test("has no problems, not even warnings", () => {
    expect(diagnostics).toEqual([]);
  });

  test("has at least 18 entities and 20 claims", () => {
    expect(content.entities.length).toBeGreaterThanOrEqual(18);
    expect(content.edges.length).toBeGreaterThanOrEqual(20);
  });

  test("says of every claim where in a source it is", () => {
    const without = content.edges.filter(
      ({ sources }) => sources.length === 0 || sources.some((citation) => !("locator" in citation)),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test("says of every allegation who makes it", () => {
    const alleged = content.edges.filter(({ status }) => status === "alleged");
    expect(alleged.length).toBeGreaterThan(0);
    expect(alleged.filter(({ attributedTo }) => attributedTo.length === 0).map(({ id }) => id)).toEqual([]);
  });

  test("has Li Shangfu’s part in the purchase of weapons as alleged, and as the ground of the sanctions", () => {
    expect(edges.get("li-involved-in-weapons-purchase")).toMatchObject({
      from: ["li-shangfu"],
      to: ["weapons-purchase"],
      status: "alleged",
      attributedTo: ["united-states"],
    });
    expect(edges.get("us-sanctions-li-shangfu")).toMatchObject({
      type: "sanction",
      from: ["united-states"],
      to: ["li-shangfu"],
      date: { edtf: "2018/.." },
      about: ["li-involved-in-weapons-purchase"],
    });
  });

  test("has refusals, with the requests that they refuse", () => {
    const refusals = content.edges.filter(
      ({ type, respondsTo }) => type === "refusal" && respondsTo.length > 0,
    );
    expect(refusals.map(({ id, respondsTo }) => [id, typesOf(respondsTo)])).toContainEqual([
      "xi-rejects-crisis-line",
      ["request"],
    ]);
  });

  test("has the demand that sanctions end, about the sanctions", () => {
    const demand = edges.get("china-demands-end-of-sanctions");
    expect(demand?.type).toBe("demand");
    expect(typesOf(demand?.about ?? [])).toContain("sanction");
  });

  test("has the Chinese names of the Chinese people", () => {
    const aliases = (id: string) => content.entities.find((entity) => entity.id === id)?.aliases;
    expect(aliases("li-shangfu")).toContain("李尚福");
    expect(aliases("qin-gang")).toContain("秦刚");
    expect(aliases("liu-pengyu")).toContain("刘鹏宇");
    expect(aliases("xi-jinping")).toContain("习近平");
  });
});
