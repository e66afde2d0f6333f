import { expect, test } from "vitest";
import { originsOf } from "../../src/shared/support.ts";
import { networkOf, there } from "../support/network.ts";

const { claims } = networkOf(
  `
  none: a > b
  two: a > b from=log,paper
  copy: a > b from=log,copy
  copies: a > b from=copy,reprint
  blend: a > b from=blend
  twice: a > b from=blend,paper
  circle: a > b from=hen,egg
  beside: a > b from=hen,paper
  `,
  {
    sources: {
      copy: { derivedFrom: ["log"] },
      reprint: { derivedFrom: ["copy"] },
      blend: { derivedFrom: ["log", "paper"] },
      hen: { derivedFrom: ["egg"] },
      egg: { derivedFrom: ["hen"] },
    },
  },
);

test.each([
  ["none", []],
  ["two", ["log", "paper"]],
  ["copy", ["log"]],
  ["copies", ["log"]],
  ["blend", ["log", "paper"]],
  ["twice", ["log", "paper"]],
  ["circle", ["egg"]],
  ["beside", ["paper"]],
])("the sources of “%s” go back to %j", (id, expected) => {
  const claim = there(claims.find((each) => each.id === id));
  expect([...originsOf(claim.sources)].map((source) => source.id).sort()).toEqual(expected);
});
