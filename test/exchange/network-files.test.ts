import Graph from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import { describe, expect, test, vi } from "vitest";
import { gexfOf } from "../../src/exchange/gexf.ts";
import type { GraphData } from "../../src/exchange/graph-data.ts";
import { graphmlOf } from "../../src/exchange/graphml.ts";
import { load } from "../support/content.ts";
import { awkwardData, dataOf, recordsIn, recordsOfNetwork, shippedData } from "../support/exchange.ts";
import { xmlRoot } from "../support/xml.ts";

// The libraries’ code for browsers looks for these when it is loaded.
vi.hoisted(() => Object.assign(globalThis, { DOMParser: class {}, Document: class {} }));

const FORMATS = [
  [
    "GEXF",
    (data: GraphData) => gexfOf(data).toString(),
    (text: string) => gexf.parse(Graph, text),
    "rgb(199,56,70)",
  ],
  [
    "GraphML",
    (data: GraphData) => graphmlOf(data).toString(),
    (text: string) => graphml.parse(Graph, text),
    "#c73846",
  ],
] as const;

describe.each(FORMATS)("the graph as %s", (_, write, parse, color) => {
  test("is the same graph to a library of others: a line for each actor and target of each claim", () => {
    const graph = parse(write(awkwardData()));
    expect(graph.nodes()).toEqual(["ada", "atlantis", "bermuda", "bo", "captain", "guild"]);
    expect(graph.mapEdges((key, _attributes, from, to) => `${key}: ${from} > ${to}`)).toEqual([
      "answer: ada > atlantis",
      "fellow: bo > guild",
      "joint: atlantis > ada",
      "joint/2: atlantis > bo",
      "joint/3: guild > ada",
      "joint/4: guild > bo",
      "rank: ada > captain",
      "rumour: ada > bo",
      "visit: atlantis > bermuda",
    ]);
    expect(graph.mapEdges((key) => graph.isDirected(key))).not.toContain(false);
  });

  test("has names, colours, places, measures, and what a claim is in words", () => {
    const data = awkwardData();
    const graph = parse(write(data));
    const { x = 0, y = 0 } = data.measured.positions.get("ada") ?? {};
    expect(graph.getNodeAttributes("ada")).toMatchObject({
      label: '=Ada “the first” "Countess" <&>',
      type: "person",
      color,
      x,
      y: -y,
      community: 0,
    });
    expect(graph.getNodeAttribute("ada", "pagerank")).toBeGreaterThan(0.1);
    expect(graph.getEdgeAttributes("joint/3")).toMatchObject({
      label: 'Atlantis and The guild sanction =Ada “the first” "Countess" <&> and Bo'.replace(
        "sanction ",
        "sanctions ",
      ),
      claim: "joint",
      from: "atlantis; guild",
      to: "ada; bo",
      weight: 1,
      independentSources: 1,
      earliest: "2018-09-01",
      latest: "2018-09-30",
      superseded: false,
    });
    expect(graph.getEdgeAttributes("answer")).toMatchObject({
      about: "joint; guild",
      respondsTo: "joint",
      supersedes: "rumour",
      earliest: "2018-01-01",
    });
    expect(graph.getEdgeAttribute("rumour", "superseded")).toBe(true);
    expect(graph.getEdgeAttribute("rumour", "directed")).toBe(false);
  });

  test.each([
    ["awkward", awkwardData],
    ["shipped", shippedData],
  ])("loses nothing of the %s content", (_name, made) => {
    const data = made();
    const graph = parse(write(data));
    const nodes = graph.mapNodes((id, attributes) => [id, attributes] as const);
    const lines = graph.mapEdges((_key, attributes) => attributes);
    expect(recordsOfNetwork(nodes, lines, graph.getAttribute("sources"))).toEqual(recordsIn(data));
  });

  test("a sign that XML cannot hold is a picture of it, and the file stays well-formed", () => {
    const { content } = load({
      "entities/ada.md": '---\ntype: person\nname: Ada\nx-a: "a\\u0001b\\uFFFFc"\n---\n\nbell \u0007\n',
    });
    const text = write(dataOf(content));
    xmlRoot(text);
    expect(parse(text).getNodeAttributes("ada")).toMatchObject({
      "x-a": "a␁b␦c",
      body: "bell ␇",
    });
  });

  test("of an empty graph is a file all the same", () => {
    const graph = parse(
      write(
        dataOf(load({ "entities/atlantis.md": "", "entities/bermuda.md": "", "edges/visit.md": "" }).content),
      ),
    );
    expect(graph.order).toBe(0);
  });
});
