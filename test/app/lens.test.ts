import { describe, expect, test } from "vitest";
import { isSeenThrough, lookedThrough } from "../../src/app/lens.ts";
import type { Lens } from "../../src/shared/viewpoint.ts";
import { idsOf, modelOf } from "../support/network.ts";

const model = modelOf(
  `
  log: a > b from=log
  copy: a > b from=copy
  blend: a > b from=blend
  both: a > b from=log,paper
  paper: a > b from=paper against=log
  none: a > b
  `,
  {
    sources: {
      log: { publisher: "Harbour" },
      chart: { publisher: "Harbour" },
      copy: { derivedFrom: ["wire"] },
      wire: { derivedFrom: ["log"] },
      blend: { derivedFrom: ["log", "paper"] },
      // Made from one another: a mistake of an author, and no reason to go round for ever.
      hen: { derivedFrom: ["egg"] },
      egg: { derivedFrom: ["hen"] },
    },
  },
);

function seen(source: string, lens: Lens): string[] {
  const sources = lookedThrough(model, { source, publisher: undefined }) ?? new Set();
  return idsOf(model.network.claims.filter((claim) => isSeenThrough(claim, sources, lens)));
}

describe("looking through a source", () => {
  test.each<[string, Lens, string[]]>([
    ["log", "supports", ["log", "copy", "blend", "both"]],
    ["log", "alone", ["log", "copy", "blend"]],
    ["log", "without", ["both", "paper", "none"]],
    ["wire", "supports", ["copy"]],
    ["paper", "supports", ["blend", "both", "paper"]],
    ["paper", "alone", ["blend", "paper"]],
    ["hen", "supports", []],
    ["hen", "without", ["log", "copy", "blend", "both", "paper", "none"]],
  ])("%s, %s", (source, lens, expected) => {
    expect(seen(source, lens)).toEqual(expected);
  });

  test("ends where sources are said to be made from one another", () => {
    const circle = modelOf("egg: a > b from=egg", {
      sources: { hen: { derivedFrom: ["egg"] }, egg: { derivedFrom: ["hen"] }, log: {} },
    });
    const log = lookedThrough(circle, { source: "log", publisher: undefined }) ?? new Set();
    expect(circle.network.claims.filter((claim) => isSeenThrough(claim, log, "supports"))).toEqual([]);
  });
});

describe("what is looked through", () => {
  test.each<[string | undefined, string | undefined, string[] | undefined]>([
    [undefined, undefined, undefined],
    ["log", undefined, ["log"]],
    [undefined, "Harbour", ["log", "chart"]],
    [undefined, "Nobody", []],
    ["gone", undefined, []],
  ])("source %s, publisher %s", (source, publisher, expected) => {
    const sources = lookedThrough(model, { source, publisher });
    expect(sources && idsOf(sources)).toEqual(expected);
  });
});
