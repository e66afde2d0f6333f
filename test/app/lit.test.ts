import { describe, expect, test } from "vitest";
import { litFrom } from "../../src/app/lit.ts";
import { shownFrom } from "../../src/app/shown.ts";
import { PLAIN_VIEWPOINT, type Viewpoint } from "../../src/shared/viewpoint.ts";
import { idsOf, modelOf } from "../support/network.ts";

const model = modelOf(
  `
  ask: ada > bo type=demand date=2018 from=log
  no: bo > ada type=visit date=2019 answers=ask from=copy
  tie: bo > cy type=tie status=confirmed from=paper
  far: cy > dee date=2020 about=no
  joint: ada,bo > dee status=denied
  `,
  { entities: { hermit: {} }, sources: { copy: { derivedFrom: ["log"] }, unused: {} } },
);

/** “claims | entities | strong”, by id; undefined where nothing is lit. */
function lit(some: Partial<Viewpoint>, hovered?: string): string | undefined {
  const viewpoint = { ...PLAIN_VIEWPOINT, ...some };
  const found = litFrom(model, { viewpoint, hovered }, shownFrom(model, viewpoint));
  return found && [found.claims, found.entities, found.strong].map((set) => idsOf(set).join(" ")).join(" | ");
}

describe("what is lit", () => {
  test.each<[string, Partial<Viewpoint>, string | undefined, string | undefined]>([
    ["nothing where nothing is chosen", {}, undefined, undefined],
    ["nothing for what is not there", { select: "gone" }, undefined, undefined],
    ["around a chosen entity", { select: "cy" }, undefined, "tie far | bo cy dee | cy"],
    ["all ends of its joint acts", { select: "dee" }, undefined, "far joint | cy dee ada bo | dee"],
    ["somebody without claims, alone", { select: "hermit" }, undefined, " | hermit | hermit"],
    ["the thread of a chosen claim", { select: "no" }, undefined, "ask no far | ada bo cy dee | no"],
    ["a claim without a thread", { select: "tie" }, undefined, "tie | bo cy | tie"],
    ["a pair, both ways", { select: "ada--bo" }, undefined, "ask no | ada bo | ada bo"],
    ["what a source supports, its copies included", { select: "log" }, undefined, "ask no | ada bo | "],
    ["what is pointed at before what is chosen", { select: "cy" }, "tie", "tie | bo cy | tie"],
    [
      "what is chosen where what is pointed at is hidden",
      { select: "ask", hideClaims: ["tie"] },
      "tie",
      "ask no far | ada bo cy dee | ask",
    ],
    ["only what is shown", { select: "cy", hideClaims: ["tie"] }, undefined, "far | cy dee | cy"],
    ["only whom is shown", { select: "dee", hide: ["person"] }, undefined, undefined],
    ["no claim that is hidden", { select: "tie", hideClaims: ["tie"] }, undefined, undefined],
    ["no pair whose claims are hidden", { select: "bo--cy", hideClaims: ["tie"] }, undefined, undefined],
    ["no source that nothing rests on", { select: "unused" }, undefined, undefined],
  ])("%s", (_, viewpoint, hovered, expected) => {
    expect(lit(viewpoint, hovered)).toBe(expected);
  });
});

describe("a connection", () => {
  test.each<[string, Partial<Viewpoint>, string | undefined]>([
    [
      "the shortest is lit, its ends and claims strong",
      { route: "ada--cy" },
      "ask no tie | ada bo cy | ada cy ask no tie",
    ],
    [
      "its alternative where that is chosen",
      { route: "ada--cy", alternative: 1 },
      "joint far | ada dee cy | ada cy joint far",
    ],
    [
      "the shortest where there is no such alternative",
      { route: "ada--cy", alternative: 9 },
      "ask no tie | ada bo cy | ada cy ask no tie",
    ],
    ["none where there is no way", { route: "ada--hermit" }, undefined],
    ["none while one end is missing", { route: "ada--" }, undefined],
    ["none to nobody", { route: "ada--gone" }, undefined],
    ["none over what is hidden", { route: "ada--cy", hideClaims: ["tie", "visit"] }, undefined],
    ["none over what is not confirmed", { route: "ada--bo", onlyConfirmed: true }, undefined],
    ["over what is confirmed", { route: "bo--cy", onlyConfirmed: true }, "tie | "],
    ["what is chosen stands before it", { route: "ada--cy", select: "tie" }, "tie | "],
  ])("%s", (_, viewpoint, claims) => {
    const found = lit(viewpoint);
    if (claims === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(claims);
  });
});
