import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { jsonOf, jsonSchemaText } from "../../src/exchange/json.ts";
import { load } from "../support/content.ts";
import { awkwardData, dataOf, shippedData } from "../support/exchange.ts";

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(jsonSchemaText()));

describe("graph.json", () => {
  test.each([
    ["awkward", awkwardData()],
    ["shipped", shippedData()],
    [
      "empty",
      dataOf(load({ "entities/atlantis.md": "", "entities/bermuda.md": "", "edges/visit.md": "" }).content),
    ],
  ])("keeps to the schema that is published beside it: %s content", (_, data) => {
    validate(JSON.parse(jsonOf(data).toString()));
    expect(validate.errors).toBeNull();
  });

  test("the schema refuses another version, and keys that are not the author’s own", () => {
    const file = JSON.parse(jsonOf(awkwardData()).toString());
    expect(validate({ ...file, version: 2 })).toBe(false);
    expect(validate({ ...file, more: [] })).toBe(false);
    const [entity] = file.entities;
    expect(validate({ ...file, entities: [{ ...entity, "x-more": [1] }] })).toBe(true);
    expect(validate({ ...file, entities: [{ ...entity, more: 1 }] })).toBe(false);
  });

  test("tells a claim with its citations, its dates as days, and what follows from it", () => {
    const { claims } = JSON.parse(jsonOf(awkwardData()).toString());
    expect(claims.find(({ id }: { id: string }) => id === "joint")).toEqual({
      id: "joint",
      page: "edges/joint/",
      type: "sanction",
      from: ["atlantis", "guild"],
      to: ["ada", "bo"],
      label: 'Atlantis and The guild sanctions =Ada “the first” "Countess" <&> and Bo',
      date: { edtf: "2018-09", earliest: "2018-09-01", latest: "2018-09-30" },
      status: "disputed",
      credibility: 2,
      attributedTo: ["guild"],
      about: [],
      respondsTo: [],
      supersedes: [],
      sources: [
        { source: "log", stance: "supports" },
        { source: "copy", stance: "supports" },
        { source: "book", stance: "disputes", note: "not so" },
      ],
      tags: ["sea", "a;b"],
      formerIds: [],
      draft: false,
      body: "Why.",
      "x-code": "",
      directed: true,
      superseded: false,
      independentSources: 1,
    });
  });

  test("has a record a line", () => {
    const lines = jsonOf(awkwardData()).toString().split("\n");
    expect(lines.filter((line) => line.startsWith('{"') && line.includes('"page":'))).toHaveLength(15);
  });
});
