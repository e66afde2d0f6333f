import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csvOf } from "../../src/exchange/csv.ts";
import { type Row, recordsOf, type Tables } from "../../src/exchange/rows.ts";
import { undefused } from "../../src/shared/formulas.ts";
import { awkwardData, recordsIn, shippedData } from "../support/exchange.ts";

const parse = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });

const TABLES = ["entities", "claims", "citations", "sources"] as const;

describe("the tables as CSV", () => {
  const data = awkwardData();

  test("are read by a library of others without a complaint, a row a record", () => {
    const counts = TABLES.map((table) => {
      const { data: rows, errors } = parse(csvOf(data, table));
      expect(errors).toEqual([]);
      return [table, rows.length];
    });
    expect(counts).toEqual([
      ["entities", 6],
      ["claims", 6],
      ["citations", 10],
      ["sources", 3],
    ]);
  });

  test("have the keys of the content model, those of the author, and what is measured or made from them", () => {
    const { data: rows } = parse(csvOf(data, "claims"));
    expect(rows.find(({ id }) => id === "joint")).toEqual({
      id: "joint",
      type: "sanction",
      from: "atlantis; guild",
      to: "ada; bo",
      date: "2018-09",
      title: "",
      status: "disputed",
      attributedTo: "guild",
      about: "",
      respondsTo: "",
      supersedes: "",
      sources: "log; copy; book",
      credibility: "2",
      tags: "sea; a\\;b",
      formerIds: "",
      draft: "",
      body: "Why.",
      "x-code": '""',
      label: 'Atlantis and The guild sanctions =Ada “the first” "Countess" <&> and Bo',
      earliest: "2018-09-01",
      latest: "2018-09-30",
      independentSources: "1",
      superseded: "false",
    });
    expect(parse(csvOf(data, "entities")).meta.fields?.slice(-7)).toEqual([
      "x-depth",
      "x-seen",
      "x",
      "y",
      "pagerank",
      "betweenness",
      "community",
    ]);
  });

  test("run no formula, and have numbers below zero as numbers", () => {
    const csv = csvOf(data, "entities");
    const [ada] = parse(csv).data;
    expect(ada?.name).toBe('\'=Ada “the first” "Countess" <&>');
    expect(ada?.["x-depth"]).toBe("'=1+1");
    expect(csv).toMatch(/,-\d+\.?\d*,/);
  });

  test.each([
    ["awkward", awkwardData],
    ["shipped", shippedData],
  ])("lose nothing of the %s content", (_, made) => {
    const whole = made();
    const read = (table: keyof Tables): Row[] =>
      parse(csvOf(whole, table)).data.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, undefused(cell)])),
      );
    const records = recordsOf({
      entities: read("entities"),
      claims: read("claims"),
      sources: read("sources"),
      citations: read("citations"),
    });
    expect(records.flatMap(({ unknown }) => unknown)).toEqual([]);
    expect(records.map(({ record }) => record)).toEqual(recordsIn(whole));
  });
});
