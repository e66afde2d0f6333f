import { expect, test } from "vitest";
import { communityColor } from "../../../src/app/map/communities.ts";

test("the twelve largest communities have a colour each, all others share one", () => {
  const colors = Array.from({ length: 40 }, (_, i) => communityColor(i));
  expect(new Set(colors.slice(0, 12)).size).toBe(12);
  expect([...new Set(colors.slice(12))]).toEqual(["#8a8f98"]);
  expect(colors.slice(0, 12)).not.toContain("#8a8f98");
});
