import { describe, expect, test } from "vitest";
import { betweennessOf } from "../../src/graph/betweenness.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { type Figures, figuresOf } from "../../src/graph/figures.ts";
import { pagerankOf } from "../../src/graph/pagerank.ts";
import { tiesOf } from "../../src/graph/ties.ts";
import type { Content } from "../../src/shared/records.ts";
import { load } from "../support/content.ts";
import { AWKWARD } from "../support/exchange.ts";
import { contentOf } from "../support/graphs.ts";

function figures(content: Content): Figures {
  const graph = buildGraph(content);
  return figuresOf(content, graph, {
    pagerank: pagerankOf(graph),
    betweenness: betweennessOf(tiesOf(graph)).values,
  });
}

describe("the graph in figures", () => {
  test("says how it hangs together: components, density, degree", () => {
    expect(figures(contentOf("a-b a-b b-c d-e f")).network).toEqual({
      nodes: 6,
      lines: 4,
      ties: 3,
      components: 3,
      largestComponent: 3,
      isolated: 1,
      // 3 of 15 pairs.
      density: 0.2,
      degree: { mean: 1.333, median: 1, greatest: 3 },
    });
  });

  test("names who is most central, ties by id, and nobody whose value is 0", () => {
    const { central } = figures(contentOf("a-b b-c f"));
    expect(central.betweenness).toEqual([{ id: "b", name: "b", value: expect.any(Number) }]);
    expect(central.degree).toEqual([
      { id: "b", name: "b", value: 2 },
      { id: "a", name: "a", value: 1 },
      { id: "c", name: "c", value: 1 },
    ]);
  });

  test("counts claims by type, status and independent sources, what is contested, and which days are covered", () => {
    const { content } = load(AWKWARD, { assets: ["assets/ada.png"] });
    const { claims, dates, entities, sources } = figures(content);
    expect(entities).toEqual({ total: 6, byType: { person: 2, state: 2, office: 1, organisation: 1 } });
    expect(claims).toEqual({
      total: 6,
      superseded: 1,
      byType: { "holds-office": 1, meeting: 1, "member-of": 1, refusal: 1, sanction: 1, visit: 1 },
      byStatus: { reported: 4, denied: 1, disputed: 1 },
      // The copy is made from the log: together they are one witness.
      byIndependentSources: { "1": 6 },
      unsourced: 0,
      contested: 2,
      answers: 1,
    });
    expect(sources).toEqual({ total: 3, byType: { article: 1, book: 1, report: 1 }, derived: 1 });
    expect(dates).toEqual({ first: "1840-01-01", last: "2018-09-30", undated: 3 });
  });

  test("of nothing is nothing", () => {
    const { network, central, dates } = figures(contentOf(""));
    expect(network).toMatchObject({ nodes: 0, components: 0, density: 0, degree: { mean: 0, median: 0 } });
    expect(central).toEqual({ pagerank: [], betweenness: [], degree: [] });
    expect(dates).toEqual({ first: undefined, last: undefined, undated: 0 });
  });
});
