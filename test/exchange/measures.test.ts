import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMeasures } from "../../src/exchange/measures/read.ts";
import { load } from "../support/content.ts";

const { content } = load({
  "entities/bermuda.md": "---\ntype: state\nname: Bermuda\nformerIds: [somers-isles]\n---\n",
});

const read = (...lines: string[]) => readMeasures(`${lines.join("\n")}\n`, content);

/** The problems as `2:10 message`. */
function problemsIn(...lines: string[]): string[] {
  const found = read(...lines);
  return "problems" in found
    ? found.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
    : [];
}

describe("a file of measures", () => {
  test("gives what its columns are, in any order", () => {
    expect(
      read("pagerank,id,community,y,x,betweenness", "0.25,atlantis,7,-1,2.5e1,0", ".75,bermuda,3,0,+3,1"),
    ).toEqual({
      given: {
        positions: new Map([
          ["atlantis", { x: 25, y: -1 }],
          ["bermuda", { x: 3, y: 0 }],
        ]),
        pagerank: new Map([
          ["atlantis", 0.25],
          ["bermuda", 0.75],
        ]),
        betweenness: new Map([
          ["atlantis", 0],
          ["bermuda", 1],
        ]),
        communities: new Map([
          ["atlantis", 7],
          ["bermuda", 3],
        ]),
      },
    });
  });

  test("may have a byte order mark, the line ends of Windows, quotes and spaces around cells", () => {
    expect(readMeasures('\uFEFF"id", "community"\r\n"atlantis",1\r\n"bermuda", 2', content)).toEqual({
      given: {
        communities: new Map([
          ["atlantis", 1],
          ["bermuda", 2],
        ]),
      },
    });
  });
});

describe("the first line", () => {
  test.each([
    [
      "",
      "1:1 no column is called id; the first line names the columns: id, x, y, pagerank, betweenness, community",
    ],
    ["id", "1:1 there is no column beside id; add some of x, y, pagerank, betweenness, community"],
    ["id;pagerank", "1:1 the cells are not separated by commas; write the file with commas between them"],
    ["id,pagerang", "1:4 no column is called “pagerang”; did you mean pagerank?"],
    [
      "id,degree,community",
      "1:4 no column is called “degree”; leave it out; there are id, x, y, pagerank, betweenness, community",
    ],
    ["id,community,community", "1:14 a second column is called community; leave one out"],
    ["community,id,x", "1:14 x is there without y; give both or neither"],
  ])("“%s” is refused", (header, problem) => {
    expect(problemsIn(header, "atlantis,1", "bermuda,2")).toEqual([problem]);
  });
});

describe("a row", () => {
  test.each([
    ["atlantys,1", "2:1 no entity “atlantys”; did you mean “atlantis”?"],
    ["everywhere-else,1", "2:1 no entity “everywhere-else”; leave the row out"],
    ["somers-isles,1", "2:1 “somers-isles” is called “bermuda” now; write that"],
    ["visit,1", "2:1 “visit” is a claim; leave out what is no entity"],
    ["log,1", "2:1 “log” is a source; leave out what is no entity"],
    ["bermuda,1", "3:1 “bermuda” has a row on line 2 already; leave one out"],
    ["", "2:1 the row has 0 cells, and the first line 2; write one for each column"],
    ["atlantis,1,2", "2:1 the row has 3 cells, and the first line 2; write one for each column"],
    ["atlantis,", "2:10 community is empty; write a number for every entity, or leave the column out"],
    ["atlantis,1.5", "2:10 community “1.5” is no whole number; number the groups"],
    ["atlantis,one", "2:10 community “one” is no number; write it with a point, as 0.25 or 2.5e-7"],
    ["atlantis,NaN", "2:10 community “NaN” is no number; write it with a point, as 0.25 or 2.5e-7"],
  ])("“%s” is refused", (row, problem) => {
    expect(problemsIn("id,community", row, "bermuda,2")).toEqual([problem]);
  });

  test.each([
    ["pagerank", "1.5", "is no share from 0 to 1; divide each by the sum of all"],
    ["pagerank", "-0.5", "is no share from 0 to 1; divide each by the sum of all"],
    ["betweenness", "12", "is no share from 0 to 1; divide it by the number of pairs of others"],
  ])("with the %s %s is refused", (measure, value, problem) => {
    expect(problemsIn(`id,${measure}`, `atlantis,${value}`, "bermuda,0.5")).toEqual([
      `2:10 ${measure} “${value}” ${problem}`,
    ]);
  });

  test("with a place beyond every map is refused", () => {
    expect(problemsIn("id,x,y", "atlantis,1e300,0", "bermuda,1,Infinity")).toEqual([
      "2:10 x “1e300” is too far away; scale the map down",
      "3:11 y “Infinity” is no number; write it with a point, as 0.25 or 2.5e-7",
    ]);
  });
});

describe("the rows together", () => {
  test("have to be of all entities", () => {
    expect(problemsIn("id,community", "bermuda,1")).toEqual([
      "2:1 no row for “atlantis”; write one for every entity, as a new export has them",
    ]);
  });

  test("have to make one together, where they are shares", () => {
    expect(problemsIn("id,pagerank", "atlantis,0.5", "bermuda,1")).toEqual([
      "1:4 the shares make 1.5 and not 1 together; divide each by their sum",
    ]);
    expect(problemsIn("id,pagerank", "atlantis,0.3333", "bermuda,0.6666")).toEqual([]);
  });

  test("have to be a map, and not a heap", () => {
    const many = load({ "entities/cuba.md": "---\ntype: state\nname: Cuba\n---\n" }).content;
    expect(readMeasures("id,x,y\natlantis,1,1\nbermuda,1,1\ncuba,1,1\n", many)).toEqual({
      problems: [
        { line: 1, column: 4, message: "3 entities stand in 1 place; give each a place of its own" },
      ],
    });
  });
});

test("at most twenty problems are told", () => {
  const rows = Array.from({ length: 100 }, (_, i) => `nobody-${i},1`);
  expect(problemsIn("id,community", ...rows)).toHaveLength(20);
});

test("whatever is in the file, it gives a number for each entity, or says a place in the file", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "id",
      "x",
      "y",
      "pagerank",
      "betweenness",
      "community",
      "atlantis",
      "bermuda",
      "0.5",
      "1",
    ),
    fc.string({ maxLength: 8 }),
  );
  const file = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(file, (rows) => {
      const text = rows.map((cells) => cells.join(",")).join("\n");
      const found = readMeasures(text, content);
      if ("problems" in found) {
        const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
        for (const { line, column } of found.problems)
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
        return;
      }
      const { positions, pagerank, betweenness, communities } = found.given;
      for (const values of [positions, pagerank, betweenness, communities])
        if (values !== undefined) expect([...values.keys()].sort()).toEqual(["atlantis", "bermuda"]);
    }),
    { numRuns: 500 },
  );
});
