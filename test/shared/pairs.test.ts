import { expect, test } from "vitest";
import { pairKey, pairsOf } from "../../src/shared/pairs.ts";
import { networkOf } from "../support/network.ts";

const pairsIn = (notation: string) =>
  pairsOf(networkOf(notation).claims).map(
    ({ key, a, b, lines }) =>
      `${key} (${a.id} ${b.id}): ${lines.map(({ claim, from, to, index }) => `${index} ${claim.id} ${from.id}→${to.id}`).join(", ")}`,
  );

test("all lines between two are one pair, whatever their direction, the lower id first", () => {
  expect(pairsIn("one: b > a\ntwo: a > b\nthree: c > a")).toEqual([
    "a--b (a b): 0 one b→a, 1 two a→b",
    "a--c (a c): 0 three c→a",
  ]);
});

test("a joint act is a line for each actor and target", () => {
  expect(pairsIn("joint: a,b > c,d")).toEqual([
    "a--c (a c): 0 joint a→c",
    "a--d (a d): 0 joint a→d",
    "b--c (b c): 0 joint b→c",
    "b--d (b d): 0 joint b→d",
  ]);
});

test("joint acts within a group have loops, and lines of one claim both ways in one pair", () => {
  expect(pairsIn("joint: a,b > a,b")).toEqual([
    "a--a (a a): 0 joint a→a",
    "a--b (a b): 0 joint a→b, 1 joint b→a",
    "b--b (b b): 0 joint b→b",
  ]);
});

test("the key of two ids is the same in whatever order", () => {
  expect([pairKey("b", "a"), pairKey("a", "b"), pairKey("a", "a")]).toEqual(["a--b", "a--b", "a--a"]);
});
