import { describe, expect, test } from "vitest";
import { placesInText } from "../../src/content/earlier-map.ts";

const A_AND_B = [
  ["a", { x: 1, y: 2 }],
  ["b", { x: -3.5, y: 4 }],
];

const entitiesInColumns = { id: ["a", "b", "c"], x: [1, -3.5, 0], y: [2, 4, 9] };

describe("positions are found", () => {
  test("in a file of positions", () => {
    expect([...placesInText("a 1 2\nb -3.5 4\n")]).toEqual(A_AND_B);
  });

  test("in the data of a site, with who is alone there", () => {
    const data = { version: 2, entities: entitiesInColumns, claims: { from: [0, [0, 1]], to: [1, 0] } };
    expect([...placesInText(JSON.stringify(data))]).toEqual([
      ...A_AND_B,
      ["c", { x: 0, y: 9, isAlone: true }],
    ]);
  });

  test("in a list of entities with their claims", () => {
    const entities = [
      { id: "a", name: "A", x: 1, y: 2 },
      { id: "b", x: -3.5, y: 4 },
      { id: "c", x: 0, y: 9 },
      { id: "nowhere" },
    ];
    expect([...placesInText(JSON.stringify({ entities, claims: [{ from: ["a"], to: ["b"] }] }))]).toEqual([
      ...A_AND_B,
      ["c", { x: 0, y: 9, isAlone: true }],
    ]);
  });

  test("in a list of nodes of another program", () => {
    const nodes = [{ id: "a", x: 1, y: 2 }, { id: 7, x: 1, y: 1 }, { id: "b", x: -3.5, y: 4 }, null];
    expect([...placesInText(JSON.stringify({ nodes }))]).toEqual(A_AND_B);
  });

  test("in GEXF, where y grows upward", () => {
    const gexf = `<?xml version="1.0"?>
<gexf xmlns:viz="http://gexf.net/1.3/viz"><graph><nodes>
<node id="a" label="A > B"><attvalues/><viz:color hex="#fff"/><viz:position x="1" y="-2"/></node>
<node label='A > B' id='b'>
  <ns0:position x='-3.5' y='-4.0' z='0'></ns0:position>
</node>
<node id="nowhere"/>
</nodes><edges><edge id="e" source="a" target="b"/></edges></graph></gexf>`;
    expect([...placesInText(gexf)]).toEqual(A_AND_B);
  });
});

test.each([
  ["nothing", ""],
  ["prose", "# The code in sixty seconds\n\nMarkdown, records, graph."],
  ["half a JSON", '{"entities":{"id":["a"]'],
  ["JSON of something else", '{"name":"skein","entities":7}'],
  ["columns without positions", '{"entities":{"id":["a"]},"claims":{"from":[],"to":[]}}'],
  ["positions that are texts", '{"nodes":[{"id":"a","x":"1","y":"2"}]}'],
  ["ids that are none", '{"nodes":[{"id":"../a","x":1,"y":2}]}'],
  ["HTML", "<!doctype html><p>Not found"],
  ["GEXF without positions", '<gexf><nodes><node id="a"/></nodes></gexf>'],
  [
    "GEXF with positions that are none",
    '<gexf><node id="a"><viz:position x="NaN" y="Infinity"/></node></gexf>',
  ],
  ["lists in lists", `{"nodes":${"[".repeat(50_000)}${"]".repeat(50_000)}}`],
  ["angle brackets without end", "<node".repeat(200_000)],
  ["positions without end", `<node id="a">${"<viz:position ".repeat(100_000)}`],
])("%s holds none, and stops nothing", (_, text) => {
  expect(placesInText(text).size).toBe(0);
});
