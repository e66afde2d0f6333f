import { describe, expect, test } from "vitest";
import { nodeAt } from "../../../src/app/map/nodes.ts";
import type { NetworkEntity } from "../../../src/shared/network.ts";

describe("the node at a point", () => {
  const node = (id: string, x: number, y: number) => ({ id, x, y }) as NetworkEntity;
  const entities = [node("large", 0, 0), node("small", 8, 0), node("far", 100, 0)];
  const radiusOf = ({ id }: NetworkEntity) => (id === "large" ? 10 : 4);
  const at = (x: number, y: number, scale = 1) =>
    nodeAt(entities, { x, y }, { projection: { scale, left: 0, top: 0, width: 800, height: 600 }, radiusOf });

  test.each([
    ["in its middle", at(0, 0), "large"],
    ["on both, the one that it is deeper in", at(9, 0), "small"],
    ["five pixels beside it", at(109, 0), "far"],
    ["farther", at(110, 0), undefined],
    ["on a map at another scale", at(200, 0, 2), "far"],
  ])("%s", (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
