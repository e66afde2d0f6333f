import { expect, test } from "vitest";
import { buildGraph, pairsOf } from "../../src/graph/build.ts";
import { tiesOf } from "../../src/graph/ties.ts";
import { contentOf, loadedContent } from "../support/graphs.ts";

const person = (name: string) => `---\ntype: person\nname: ${name}\n---\n`;
const PEOPLE = {
  "site.yml": "requireSources: false\n",
  "entities/a.md": person("Ann"),
  "entities/b.md": person("Bob"),
  "entities/c.md": person("Cleo"),
};
const lines = (files: Record<string, string>) =>
  buildGraph(loadedContent({ ...PEOPLE, ...files })).mapEdges(
    (key, _, from, to) => `${key}: ${from} → ${to}`,
  );

test("each claim is a line with its own id, in the direction of the claim", () => {
  expect(
    lines({
      "edges/x.md": "---\ntype: visit\nfrom: b\nto: a\n---\n",
      "edges/y.md": "---\ntype: visit\nfrom: b\nto: a\n---\n",
    }),
  ).toEqual(["x: b → a", "y: b → a"]);
});

test("a joint act is a line for each pair", () => {
  expect(lines({ "edges/x.md": "---\ntype: statement\nfrom: [a, b]\nto: [c, a]\n---\n" })).toEqual([
    "x: a → c",
    "x/2: a → a",
    "x/3: b → c",
    "x/4: b → a",
  ]);
});

test("a claim that another corrects is no line any more", () => {
  expect(
    lines({
      "edges/x.md": "---\ntype: visit\nfrom: a\nto: b\n---\n",
      "edges/y.md": "---\ntype: visit\nfrom: a\nto: c\nsupersedes: [x]\n---\n",
    }),
  ).toEqual(["y: a → c"]);
});

test("a chain of corrections leaves the last claim", () => {
  expect(
    lines({
      "edges/x.md": "---\ntype: visit\nfrom: a\nto: b\n---\n",
      "edges/y.md": "---\ntype: visit\nfrom: a\nto: c\nsupersedes: [x]\n---\n",
      "edges/z.md": "---\ntype: visit\nfrom: b\nto: c\nsupersedes: [y]\n---\n",
    }),
  ).toEqual(["z: b → c"]);
});

test("what a claim is about, answers, or is attributed to is no line", () => {
  expect(
    lines({
      "edges/x.md": "---\ntype: demand\nfrom: a\nto: b\nabout: [c]\nattributedTo: [c]\n---\n",
      "edges/y.md": "---\ntype: refusal\nfrom: b\nto: a\nrespondsTo: [x]\n---\n",
    }),
  ).toEqual(["x: a → b", "y: b → a"]);
});

test("a claim about oneself is a line from a node to itself", () => {
  const graph = buildGraph(contentOf("a-a a-b"));
  expect(graph.selfLoopCount).toBe(1);
  expect([graph.degree("a"), graph.degree("b")]).toEqual([3, 1]);
});

test("pairs are in the order of the actors, then of the targets", () => {
  expect(pairsOf({ from: ["b", "a"], to: ["d", "c"] })).toEqual([
    ["b", "d"],
    ["b", "c"],
    ["a", "d"],
    ["a", "c"],
  ]);
});

test("nodes and lines carry what they are", () => {
  const graph = buildGraph(
    loadedContent({ ...PEOPLE, "edges/x.md": "---\ntype: meeting\nfrom: a\nto: b\n---\n" }),
  );
  expect(graph.getNodeAttributes("a")).toEqual({ type: "person", label: "Ann" });
  expect(graph.getEdgeAttributes("x")).toEqual({ claim: "x", type: "meeting", directed: false });
});

test("nobody is left out, with claims or without", () => {
  expect(buildGraph(contentOf("c a-b")).nodes()).toEqual(["a", "b", "c"]);
});

test("a joint act is as many ties as it has pairs, and ties none of its actors to one another", () => {
  const content = loadedContent({
    ...PEOPLE,
    "edges/x.md": "---\ntype: visit\nfrom: [a, b]\nto: c\n---\n",
  });
  const ties = tiesOf(buildGraph(content));
  expect(ties.mapEdges((_, { weight }, from, to) => `${from}${to} ${weight}`)).toEqual(["ac 1", "bc 1"]);
});

test("ties count the claims between two entities, whatever their direction, and leave out loops", () => {
  const ties = tiesOf(buildGraph(contentOf("a-b b-a a-c c-c d")));
  expect(ties.nodes()).toEqual(["a", "b", "c", "d"]);
  expect(ties.mapEdges((_, { weight }, from, to) => `${from}${to} ${weight}`)).toEqual(["ab 2", "ac 1"]);
});
