import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Model } from "../../src/app/model.ts";
import { type Route, type RouteOptions, routesBetween } from "../../src/app/routes.ts";
import type { NetworkEntity } from "../../src/shared/network.ts";
import { modelOf, there } from "../support/network.ts";

/** “a -ab- b -bc- c” of each route. */
function routes(model: Model, from: string, to: string, some: Partial<RouteOptions> = {}): string[] {
  const options = { allows: () => true, forward: false, count: 5, ...some };
  return routesBetween(model, there(model.entity(from)), there(model.entity(to)), options).map(textOf);
}

function textOf(route: Route): string {
  const steps = route.map(({ to, claims }) => ` -${claims.map(({ id }) => id).join("+")}- ${to.id}`);
  return `${route[0]?.from.id}${steps.join("")}`;
}

describe("the ways between two", () => {
  const model = modelOf(
    `
    ab: a > b
    cb: c > b status=confirmed
    bc: b > c
    ad: a > d
    dc: d > c
    de: d > e
    ec: e > c
    be: b > e
    loop: b > b
    `,
    { entities: { hermit: {} } },
  );

  test("fewest steps first, none twice, all claims of a step, whatever the direction", () => {
    expect(routes(model, "a", "c")).toEqual([
      "a -ab- b -cb+bc- c",
      "a -ad- d -dc- c",
      "a -ab- b -be- e -ec- c",
      "a -ad- d -de- e -ec- c",
      "a -ab- b -be- e -de- d -dc- c",
    ]);
  });

  test("the same the other way round", () => {
    expect(routes(model, "c", "a", { count: 2 })).toEqual(["c -cb+bc- b -ab- a", "c -dc- d -ad- a"]);
  });

  test("at most so many", () => {
    expect(routes(model, "a", "c", { count: 1 })).toEqual(["a -ab- b -cb+bc- c"]);
    expect(routes(model, "a", "c", { count: 50 })).toHaveLength(6);
  });

  test("only over claims that are allowed", () => {
    expect(routes(model, "a", "c", { allows: ({ id }) => id !== "cb" && id !== "ad" })).toEqual([
      "a -ab- b -bc- c",
      "a -ab- b -be- e -ec- c",
      "a -ab- b -be- e -de- d -dc- c",
    ]);
    expect(routes(model, "b", "c", { allows: ({ status }) => status === "confirmed" })).toEqual(["b -cb- c"]);
  });

  test("none to somebody unconnected, and none from one to the same", () => {
    expect(routes(model, "a", "hermit")).toEqual([]);
    expect(routes(model, "hermit", "a")).toEqual([]);
    expect(routes(model, "b", "b")).toEqual([]);
  });
});

describe("forward in time", () => {
  const forward = (notation: string, from = "a", to = "d") =>
    routes(modelOf(notation), from, to, { forward: true });

  test.each([
    ["one thing after the other", "ab: a > b date=2018\nbd: b > d date=2019", ["a -ab- b -bd- d"]],
    ["on the same day", "ab: a > b date=2018-05-01\nbd: b > d date=2018-05-01", ["a -ab- b -bd- d"]],
    ["not back in time", "ab: a > b date=2019\nbd: b > d date=2018", []],
    ["where imprecise dates allow it", "ab: a > b date=2018-06\nbd: b > d date=2018", ["a -ab- b -bd- d"]],
    ["where an open end allows it", "ab: a > b date=2019\nbd: b > d date=2015/..", ["a -ab- b -bd- d"]],
    ["from an open beginning", "ab: a > b date=../2019\nbd: b > d date=1950", ["a -ab- b -bd- d"]],
    ["never over the undated", "ab: a > b\nbd: b > d date=2019", []],
    [
      "a later day is carried along: the third step cannot be before the first",
      "ab: a > b date=2018-06\nbc: b > c date=2017/2019\ncd: c > d date=2018-03",
      [],
    ],
    [
      "each step has the claims that can follow, and no other",
      "ab: a > b date=2018\nold: b > d date=2017\nnew: b > d date=2019\nnow: b > d date=2018",
      ["a -ab- b -new+now- d"],
    ],
    [
      "the earlier of two claims is what the next can follow",
      "late: a > b date=2019\nearly: a > b date=2015\nbd: b > d date=2016",
      ["a -late+early- b -bd- d"],
    ],
    [
      "a longer way to somebody who is otherwise met too late",
      "late: a > c date=2020\nab: a > b date=2015\nbc: b > c date=2016\ncd: c > d date=2017",
      ["a -ab- b -bc- c -cd- d"],
    ],
  ])("%s", (_, notation, expected) => {
    expect(forward(notation)).toEqual(expected);
  });

  test("the other way round is another question", () => {
    const notation = "ab: a > b date=2018\nbd: b > d date=2019";
    expect(forward(notation, "d", "a")).toEqual([]);
  });

  test("alternatives are forward in time too, and of the shortest the first there comes first", () => {
    const notation = `
      ab: a > b date=2018
      bd: b > d date=2019
      ac: a > c date=2020
      cd: c > d date=2016
      bc: b > c date=2018
      ae: a > e date=2015
      ed: e > d date=2015`;
    expect(forward(notation)).toEqual(["a -ae- e -ed- d", "a -ab- b -bd- d"]);
  });
});

describe("on any small graph", () => {
  const PEOPLE = ["a", "b", "c", "d", "e", "f"] as const;
  const person = fc.constantFrom(...PEOPLE);
  const year = fc.integer({ min: 2000, max: 2006 });
  const date = fc.option(
    fc.oneof(
      year.map(String),
      fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([first, more]) => `${first}/${first + more}`),
    ),
    { freq: 6 },
  );
  const claim = fc.record({ from: person, to: person, date });
  const graph = fc
    .array(claim, { maxLength: 14 })
    .map((claims) =>
      modelOf(
        claims
          .map(
            ({ from, to, date: when }, i) => `c${i}: ${from} > ${to} ${when === null ? "" : `date=${when}`}`,
          )
          .join("\n"),
        { entities: { a: {}, f: {} } },
      ),
    );

  /** Every way from one to the other that meets nobody twice, found by trying all. */
  function allWays(model: Model, from: NetworkEntity, to: NetworkEntity, forward: boolean): string[] {
    const ways: NetworkEntity[][] = [];
    const walk = (way: NetworkEntity[], day: number): void => {
      const here = way[way.length - 1];
      if (here === to) ways.push(way);
      if (here === to || here === undefined) return;
      for (const next of model.network.entities) {
        if (way.includes(next)) continue;
        // The earliest day on which the step can be over: of undated claims nobody knows.
        const days = model.network.claims
          .filter(
            ({ from: [one], to: [other] }) => [one, other].includes(here) && [one, other].includes(next),
          )
          .flatMap(({ date: when }) => {
            if (!forward) return [day];
            return when === undefined || when.last < day ? [] : [Math.max(day, when.first)];
          });
        if (days.length > 0) walk([...way, next], Math.min(...days));
      }
    };
    walk([from], Number.NEGATIVE_INFINITY);
    return ways.map((way) => way.map(({ id }) => id).join(" ")).sort((a, b) => a.length - b.length);
  }

  test.each([
    ["whenever", false],
    ["forward in time", true],
  ])("%s: the routes are the shortest of all ways, in order of length, none twice", (_, forward) => {
    fc.assert(
      fc.property(graph, (model) => {
        const [from, to] = [there(model.entity("a")), there(model.entity("f"))];
        const all = allWays(model, from, to, forward);
        const found = routesBetween(model, from, to, { allows: () => true, forward, count: 5 }).map((route) =>
          [from, ...route.map((step) => step.to)].map(({ id }) => id).join(" "),
        );
        expect(all).toEqual(expect.arrayContaining(found));
        expect(new Set(found).size).toBe(found.length);
        expect(found.map((way) => way.length)).toEqual(all.slice(0, 5).map((way) => way.length));
      }),
      { seed: 20_261_125, numRuns: 400, endOnFailure: true },
    );
  });
});
