import { expect, test } from "vitest";
import { type Analysis, analyse, analyseWith } from "../../src/graph/analyse.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { drawMap } from "../../src/graph/layout.ts";
import { contentOf, randomNotation } from "../support/graphs.ts";

test("every measure is there for every entity", () => {
  const { graph, pagerank, betweenness, communities, positions } = analyse(contentOf("a-b b-c d e-e"));
  for (const measure of [pagerank, betweenness, communities, positions])
    expect([...measure.keys()].sort()).toEqual(graph.nodes());
});

test("measuring leaves the graph as it was built", () => {
  const content = contentOf(randomNotation(20, 40, 2));
  expect(analyse(content).graph.export()).toEqual(buildGraph(content).export());
});

test("a small graph is measured exactly", () => {
  expect(analyse(contentOf("a-b b-c")).betweennessIsExact).toBe(true);
});

test("an empty graph has no measures", () => {
  const { pagerank, betweenness, communities, positions } = analyse(contentOf(""));
  expect([pagerank.size, betweenness.size, communities.size, positions.size]).toEqual([0, 0, 0, 0]);
});

test("nobody takes an entity for one without a place while the map is drawn elsewhere", async () => {
  const content = contentOf(randomNotation(20, 40, 2));
  const placesIn = ({ positions }: Analysis) => content.entities.map(({ id }) => positions.get(id));
  const draw = async (...task: Parameters<typeof drawMap>) => drawMap(...task);
  const analysis = await analyseWith(draw, content, (early) => {
    expect(() => placesIn(early)).toThrow("the map is not drawn yet");
    return early;
  });
  expect(placesIn(analysis)).toEqual(placesIn(analyse(content)));
});
