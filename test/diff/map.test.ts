import { describe, expect, test } from "vitest";
import { positionsText } from "../../src/content/positions.ts";
import type { Side } from "../../src/diff/difference.ts";
import { mapChange } from "../../src/diff/map.ts";
import { analyse } from "../../src/graph/analyse.ts";
import { claim, person, sideOf, type Texts } from "../support/sides.ts";

/** Atlantis and its forty neighbours. */
const ISLES: Texts = Object.fromEntries(
  Array.from({ length: 40 }, (_, i) => [
    [`entities/isle-${i}.md`, person(`Isle ${i}`)],
    [`edges/to-isle-${i}.md`, claim().replace("bermuda", `isle-${i}`)],
  ]).flat(),
);

/** The side with the map that a build of it keeps, or that another one had. */
function withMap(side: Side, positions = positionsText(analyse(side.content).positions)): Side {
  return { ...side, folder: { ...side.folder, positions } };
}

describe("how far the map moves", () => {
  const base = withMap(sideOf("base", ISLES));
  const kept = base.folder.positions;
  const added = {
    ...ISLES,
    "entities/new.md": person("New"),
    "edges/to-new.md": claim().replace("bermuda", "new"),
  };

  test("is nothing where nothing that is drawn has changed", () => {
    const head = withMap(
      sideOf("head", { ...ISLES, "edges/to-isle-1.md": claim("date: 2023\n").replace("bermuda", "isle-1") }),
      kept,
    );
    expect(mapChange(base, head)).toEqual({ mean: 0, largest: 0, shared: 42, isKept: true });
  });

  test("is little with an entity more, where the map is kept with the content", () => {
    const change = mapChange(base, withMap(sideOf("head", added), kept));
    expect(change).toMatchObject({ shared: 42, isKept: true });
    expect(change?.mean).toBeLessThan(0.02);
  });

  test("is what a build would move it by, where no map is kept", () => {
    const change = mapChange(sideOf("base", ISLES), sideOf("head", added));
    expect(change?.isKept).toBe(false);
    expect(change?.mean).toBeGreaterThan(0.02);
  });

  test("an entity that was renamed is where it was", () => {
    const head = {
      ...ISLES,
      "entities/isle-1.md": undefined,
      "entities/one.md": person("Isle 1", "formerIds: [isle-1]\n"),
      "edges/to-isle-1.md": claim().replace("bermuda", "one"),
    };
    expect(mapChange(base, withMap(sideOf("head", head), kept))).toMatchObject({ largest: 0, shared: 42 });
  });

  test("is told of what moved in the file alone", () => {
    const moved = kept?.replace(/^(isle-7) \S+ \S+$/m, "$1 1000 1000");
    expect(mapChange(base, withMap(sideOf("head", ISLES), moved))?.largest).toBeGreaterThan(0.1);
  });

  test("is not known where a side has no entity, and content that holds mistakes has a map", () => {
    const empty = sideOf("empty", { "entities/atlantis.md": undefined, "entities/bermuda.md": undefined });
    expect(mapChange(base, empty)).toBeUndefined();
    const broken = sideOf("broken", { ...ISLES, "entities/isle-1.md": undefined });
    expect(mapChange(base, withMap(broken, kept))).toMatchObject({ shared: 41 });
  });
});
