import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folderOf } from "../../../src/content/folder.ts";
import { edgeIds, entityIds, freeId, sourceIds } from "../../../src/content/propose/ids.ts";
import { takenIds } from "../../../src/content/propose/taken.ts";
import { isId } from "../../../src/shared/text.ts";
import { load } from "../../support/content.ts";

/** The first proposals for a record, one after the other, as each is taken. */
function inTurn(wishes: readonly string[], n: number): (string | undefined)[] {
  const taken = new Set<string>();
  return Array.from({ length: n }, () => {
    const id = freeId(wishes, (each) => taken.has(each));
    taken.add(id ?? "");
    return id;
  });
}

describe("an entity", () => {
  test("is called by its name in any script, then by its type", () => {
    expect(inTurn(entityIds({ name: "Li Shangfu", type: "person" }), 4)).toEqual([
      "li-shangfu",
      "li-shangfu-person",
      "li-shangfu-person-2",
      "li-shangfu-person-3",
    ]);
    expect(entityIds({ name: "李尚福", type: "person" })[0]).toBe("李尚福");
    expect(entityIds({ name: "Åland (Islands)", type: "place" })[0]).toBe("aland-islands");
  });

  test("with a date, the second is called by the year", () => {
    const wishes = entityIds({ name: "Summit", type: "event", date: "2023?-06" });
    expect(inTurn(wishes, 3)).toEqual(["summit", "summit-2023", "summit-event"]);
  });

  test("whose name has no letter has no proposal", () => {
    expect(freeId(entityIds({ name: "?!", type: "" }), () => false)).toBeUndefined();
  });
});

test("a claim is called by what it says, then by its year, then by its day", () => {
  const claim = { from: ["united-states"], verb: "sanctions", to: ["li-shangfu"], date: "2018-09-20" };
  expect(inTurn(edgeIds(claim), 4)).toEqual([
    "united-states-sanctions-li-shangfu",
    "united-states-sanctions-li-shangfu-2018",
    "united-states-sanctions-li-shangfu-2018-09-20",
    "united-states-sanctions-li-shangfu-2018-09-20-2",
  ]);
  expect(edgeIds({ from: ["a", "b", "c"], verb: "meets", to: ["d"] })).toEqual(["a-b-meets-d"]);
});

test("a source is called by publisher and year, then by day, then by its title", () => {
  const source = {
    title: "China says US must lift sanction",
    publisher: "Press TV",
    published: "2023-06-15",
  };
  expect(inTurn(sourceIds(source), 3)).toEqual([
    "press-tv-2023",
    "press-tv-2023-06-15",
    "press-tv-2023-china-says-us-must-lift",
  ]);
});

test("a source without a publisher is called by its site, and without either by its title", () => {
  const title = "A report on the balloon";
  expect(sourceIds({ title, url: "https://www.presstv.ir/Detail/1", published: "2023?-06" })[0]).toBe(
    "presstv-ir-2023",
  );
  expect(sourceIds({ title, url: "https://www.presstv.ir/Detail/1" })[0]).toBe(
    "presstv-ir-a-report-on-the-balloon",
  );
  expect(sourceIds({ title })[0]).toBe("a-report-on-the-balloon");
  expect(sourceIds({ title, published: "2023" })[0]).toBe("a-report-on-the-balloon-2023");
});

test("whatever the texts are, a proposal is an id that is free", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(text, text, text, fc.integer({ min: 0, max: 5 }), (a, b, date, n) => {
      const all = [
        entityIds({ name: a, type: b, date }),
        edgeIds({ from: [a], verb: b, to: [a], date }),
        sourceIds({ title: a, publisher: b, published: date }),
      ];
      for (const wishes of all) {
        const ids = inTurn(wishes, n).filter((id) => id !== undefined);
        expect(ids.filter((id) => !isId(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
  );
});

test("taken are ids in use, former ones, drafts, edges in entities, and files that cannot be read", () => {
  const texts = {
    "entities/cuba.md":
      "---\ntype: state\nname: Cuba\nformerIds: [kuba]\nedges:\n  - type: visit\n    to: bermuda\n    sources: [log]\n---\n",
    "sources/hidden.md": "---\ntitle: Hidden\ndraft: true\n---\n",
    "entities/broken.md": "---\ntype: state\nnaem: Broken\nformerIds: [whole]\n---\n",
    "entities/torn.md": "---\ntype: [state\n---\n",
    "stories/walk.md": "---\ntitle: Walk\n---\n",
  };
  const loaded = load(texts, { drafts: true });
  const folder = {
    ...folderOf(texts),
    passedOver: [{ path: "edges/latin.md", reason: "not-utf8" as const }],
  };
  const taken = takenIds(folder, loaded.content.byId);
  expect([...taken.keys()].sort()).toEqual([
    "atlantis",
    "bermuda",
    "broken",
    "cuba",
    "cuba-visit-bermuda",
    "hidden",
    "kuba",
    "latin",
    "log",
    "torn",
    "visit",
    "whole",
  ]);
  expect(taken.get("kuba")).toBe("entities/cuba.md");
});
