import Graph from "graphology";
import gexf from "graphology-gexf";
import { describe, expect, test, vi } from "vitest";
import { gexfOf } from "../../../src/app/export/gexf.ts";
import { shownFrom } from "../../../src/app/shown.ts";
import { PLAIN_VIEWPOINT } from "../../../src/shared/viewpoint.ts";
import { allOf, awkwardModel } from "../../support/network.ts";

// The library’s code for browsers looks for these when it is loaded; writing does not use them.
vi.hoisted(() => Object.assign(globalThis, { DOMParser: class {}, Document: class {} }));

const model = awkwardModel();

describe("the graph as GEXF", () => {
  const read = (shown = allOf(model)) =>
    gexf.parse(Graph, gexfOf(model, shown), { allowUndeclaredAttributes: true });

  test("is read as the same graph: a line for each actor and target of a claim", () => {
    const graph = read();
    expect(graph.nodes()).toEqual(["ada", "bo", "cy", "hermit"]);
    expect(graph.mapEdges((key, _, from, to) => `${key}: ${from} > ${to}`)).toEqual([
      "joint: ada > cy",
      "joint/2: bo > cy",
      "answer: cy > ada",
      "first: bo > bo",
    ]);
    expect(graph.mapEdges((key) => graph.isDirected(key))).toEqual([true, true, true, true]);
  });

  test("with names, types, places as on the map, colours and measures", () => {
    const graph = read();
    expect(graph.getNodeAttributes("ada")).toMatchObject({
      label: 'Ada "the first", Countess',
      type: "person",
      x: 10,
      // GEXF counts upward.
      y: -20,
      color: "rgb(209,73,91)",
      community: 1,
      pagerank: 0.25,
    });
    expect(graph.getNodeAttribute("cy", "label")).toBe("尚福 <&> Müller");
  });

  test("with what is said of a claim", () => {
    expect(read().getEdgeAttributes("joint")).toMatchObject({
      label: 'Ada "the first", Countess and =HYPERLINK(1) visits 尚福 <&> Müller',
      type: "visit",
      date: "September 2018",
      status: "alleged",
      sources: "log copy",
      weight: 1,
    });
  });

  test("holds what is shown, and no line to whom is not", () => {
    const graph = read(shownFrom(model, { ...PLAIN_VIEWPOINT, hide: ["state"] }));
    expect(graph.nodes()).toEqual(["ada", "cy", "hermit"]);
    expect(graph.edges()).toEqual(["joint", "answer"]);
  });

  test("of nothing is an empty graph", () => {
    expect(read({ claims: new Set(), entities: new Set() }).order).toBe(0);
  });
});
