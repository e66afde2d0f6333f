import { describe, expect, test } from "vitest";
import type { Model } from "../../src/app/model.ts";
import { claimFilter, isFiltered, isNarrowed, shownFrom } from "../../src/app/shown.ts";
import { PLAIN_VIEWPOINT, type Viewpoint } from "../../src/shared/viewpoint.ts";
import { idsOf, modelOf } from "../support/network.ts";

const looking = (some: Partial<Viewpoint>): Viewpoint => ({ ...PLAIN_VIEWPOINT, ...some });

/** “claims | entities”, by id. */
function seen(model: Model, some: Partial<Viewpoint>): string {
  const { claims, entities } = shownFrom(model, looking(some));
  return `${idsOf(claims).join(" ")} | ${idsOf(entities).join(" ")}`;
}

describe("filters", () => {
  const model = modelOf(
    `
    visit: ada > bo from=log,copy tags=port
    demand: bo > utopia type=demand status=alleged from=paper
    tie: ada,cy > utopia type=tie status=confirmed from=paper,log
    rumour: cy > bo
    `,
    {
      entities: { utopia: { type: "state", tags: ["arms"] }, hermit: {} },
      sources: { copy: { derivedFrom: ["log"] }, paper: { publisher: "Press" } },
    },
  );

  test.each<[string, Partial<Viewpoint>, string]>([
    ["the plain viewpoint", {}, "visit demand tie rumour | utopia hermit ada bo cy"],
    ["a type of entity off", { hide: ["state"] }, "visit rumour | hermit ada bo cy"],
    ["every type of entity off", { hide: ["state", "person"] }, " | "],
    ["a type of claim off", { hideClaims: ["visit"] }, "demand tie | utopia ada bo cy"],
    ["a status off", { hideStatus: ["alleged", "confirmed"] }, "visit rumour | ada bo cy"],
    ["a tag of a claim", { tag: "port" }, "visit | ada bo"],
    ["a tag of an entity at one end", { tag: "arms" }, "demand tie | utopia ada bo cy"],
    ["a tag that nothing has", { tag: "oil" }, " | "],
    ["one source at least", { minSources: 1 }, "visit demand tie | utopia ada bo cy"],
    ["two independent sources: a copy is none", { minSources: 2 }, "tie | utopia ada cy"],
    ["a source, with what was made from it", { source: "log" }, "visit tie | utopia ada bo cy"],
    ["a publisher", { publisher: "Press" }, "demand tie | utopia ada bo cy"],
    ["what a source alone supports", { source: "log", lens: "alone" }, "visit | ada bo"],
    [
      "what is left without a source",
      { source: "log", lens: "without" },
      "demand tie rumour | utopia ada bo cy",
    ],
    ["a source that is not there", { source: "gone" }, " | "],
    ["the undated off", { undated: false }, " | "],
    ["several at once", { hideClaims: ["demand"], hide: ["state"], minSources: 1 }, "visit | ada bo"],
  ])("%s", (_, viewpoint, expected) => {
    expect(seen(model, viewpoint)).toBe(expected);
  });

  test("a type of entity leaves those without claims, every other filter takes them along", () => {
    expect(seen(model, { hide: ["state"] })).toContain("hermit");
    expect(seen(model, { hideStatus: ["denied"] })).not.toContain("hermit");
  });

  test("a joint act stays as long as one actor and one target are shown", () => {
    const joint = modelOf("pact: ada,utopia > bo,arcadia", {
      entities: { utopia: { type: "state" }, arcadia: { type: "state" } },
    });
    expect(seen(joint, { hide: ["state"] })).toBe("pact | ada bo");
    expect(seen(joint, { hide: ["person"] })).toBe("pact | utopia arcadia");
  });
});

describe("time", () => {
  const model = modelOf(`
    day: a > b date=2019-06-15
    month: a > b date=2019-06
    decade: a > b date=201X
    since: a > b date=2018/..
    until: a > b date=../2018-06-30 type=tie
    member: a > b date=2015/2018 type=tie
    never: a > b
  `);
  const claims = (some: Partial<Viewpoint>) => seen(model, some).split(" | ")[0];

  test.each<[string, Partial<Viewpoint>, string]>([
    ["all time", {}, "day month decade since until member never"],
    ["a year", { from: "2019", to: "2019" }, "day month decade since never"],
    ["the first day of an imprecise date", { to: "2019-06-01" }, "month decade since until member never"],
    ["the day before it", { to: "2019-05-31" }, "decade since until member never"],
    ["the last day of an imprecise date", { from: "2019-06-30" }, "month decade since never"],
    ["the day after it", { from: "2019-07-01" }, "decade since never"],
    [
      "a month as the end counts whole",
      { from: "2019-06-15", to: "2019-06" },
      "day month decade since never",
    ],
    ["long before", { to: "1900" }, "until never"],
    ["long after", { from: "2100" }, "since never"],
    ["from one day to the same", { from: "2019-06-15", to: "2019-06-15" }, "day month decade since never"],
    ["without the undated", { from: "2019", undated: false }, "day month decade since"],
    ["a day that cannot be read is no bound", { from: "soon" }, "day month decade since until member never"],
  ])("%s", (_, viewpoint, expected) => {
    expect(claims(viewpoint)).toBe(expected);
  });

  test.each<[string, Partial<Viewpoint>, string]>(
    [
      [
        "acts that may have happened, relations that may hold",
        "2018-01-01",
        "decade since until member never",
      ],
      ["a relation ends with its last day", "2018-06-30", "decade since until member never"],
      ["and is gone on the next", "2018-07-01", "decade since member never"],
      ["an act stays for ever", "2030-01-01", "day month decade since never"],
      ["a relation without a beginning", "1900-01-01", "until never"],
    ].map(([name = "", asOf, expected = ""]) => [name, { asOf }, expected]),
  )("as of a day: %s", (_, viewpoint, expected) => {
    expect(claims(viewpoint)).toBe(expected);
  });

  test("as of a day outranks a range, and the undated keep their switch", () => {
    expect(claims({ asOf: "2030-01-01", from: "1900", to: "1900", undated: false })).toBe(
      "day month decade since",
    );
  });

  test("a timeline counts what the other filters leave", () => {
    const passes = claimFilter(model, looking({ from: "2100", hideClaims: ["tie"] }), { isTimeless: true });
    expect(idsOf(model.network.claims.filter(passes))).toEqual(["day", "month", "decade", "since", "never"]);
  });
});

describe("focus", () => {
  const model = modelOf(
    `
    ab: a > b
    bc: c > b
    cd: c > d status=denied
    de: d > e
    ac: a > c status=denied
    loop: a > a
    `,
    { entities: { hermit: {} } },
  );

  test.each<[string, Partial<Viewpoint>, string]>([
    ["one step, whatever the direction", { select: "a", within: 1 }, "ab bc ac loop | a b c"],
    ["two steps", { select: "a", within: 2 }, "ab bc cd ac loop | a b c d"],
    ["three steps", { select: "a", within: 3 }, "ab bc cd de ac loop | a b c d e"],
    ["steps over what is shown only", { select: "a", within: 1, hideStatus: ["denied"] }, "ab loop | a b"],
    ["from both ends of a claim", { select: "bc", within: 1 }, "ab bc cd ac loop | a b c d"],
    ["from both of a pair", { select: "a--b", within: 1 }, "ab bc ac loop | a b c"],
    ["somebody alone", { select: "hermit", within: 1 }, " | hermit"],
    ["nobody: no focus", { within: 1 }, "ab bc cd de ac loop | hermit a b c d e"],
    ["a source: no focus", { select: "gone", within: 1 }, "ab bc cd de ac loop | hermit a b c d e"],
    ["no steps said: no focus", { select: "a" }, "ab bc cd de ac loop | hermit a b c d e"],
  ])("%s", (_, viewpoint, expected) => {
    expect(seen(model, viewpoint)).toBe(expected);
  });
});

describe("whether anything is filtered", () => {
  test.each<[Partial<Viewpoint>, boolean, boolean]>([
    [{}, false, false],
    [{ select: "a", view: "table", color: "community", route: "a--b" }, false, false],
    [{ hide: ["state"] }, false, true],
    [{ within: 2 }, false, true],
    [{ hideClaims: ["visit"] }, true, true],
    [{ hideStatus: ["denied"] }, true, true],
    [{ tag: "port" }, true, true],
    [{ source: "log" }, true, true],
    [{ publisher: "Press" }, true, true],
    [{ minSources: 1 }, true, true],
    [{ from: "2019" }, true, true],
    [{ to: "2019" }, true, true],
    [{ asOf: "2019-01-01" }, true, true],
    [{ undated: false }, true, true],
  ])("%j narrows the claims: %s, is a filter: %s", (some, narrows, filters) => {
    expect(isNarrowed(looking(some))).toBe(narrows);
    expect(isFiltered(looking(some))).toBe(filters);
  });
});
