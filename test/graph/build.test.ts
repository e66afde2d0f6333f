import { expect, test } from "vitest";
import { buildGraph } from "../../src/graph/build.ts";
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
  expect(lines({ "edges/x.md": "---\ntype: visit\nfrom: [a, b]\nto: [c, a]\n---\n" })).toEqual([
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

test("ties count the claims between two entities, whatever their direction, and leave out loops", () => {
  const ties = tiesOf(buildGraph(contentOf("a-b b-a a-c c-c d")));
  expect(ties.nodes()).toEqual(["a", "b", "c", "d"]);
  expect(ties.mapEdges((_, { weight }, from, to) => `${from}${to} ${weight}`)).toEqual(["ab 2", "ac 1"]);
});
