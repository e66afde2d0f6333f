import { defaultModel, Model } from "@opensanctions/followthemoney";
import { describe, expect, test } from "vitest";
import { ftmOf } from "../../src/exchange/ftm.ts";
import { load } from "../support/content.ts";
import { awkwardData, dataOf, shippedData } from "../support/exchange.ts";

const model = new Model(defaultModel);

interface Line {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}

const linesOf = (text: string): Line[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("the graph in the model of FollowTheMoney", () => {
  test.each([
    ["awkward", awkwardData()],
    ["shipped", shippedData()],
  ])("keeps to that model as its own library has it: %s content", (_, data) => {
    const lines = linesOf(ftmOf(data).toString());
    const ids = new Map(lines.map(({ id, schema }) => [id, model.getSchema(schema)]));
    for (const line of lines) {
      const schema = model.getSchema(line.schema);
      expect([line.id, schema.abstract]).toEqual([line.id, false]);
      for (const [name, values] of Object.entries(line.properties)) {
        expect([line.id, name, schema.hasProperty(name)]).toEqual([line.id, name, true]);
        const property = schema.getProperty(name);
        // An entity’s name must be there, and what it refers to must be of the right kind.
        if (property.hasRange)
          for (const id of values)
            expect([line.id, name, ids.get(id)?.isA(property.getRange())]).toEqual([line.id, name, true]);
        if (property.type.name === "date")
          for (const value of values) expect(value).toMatch(/^\d{4}(-\d\d){0,2}$/);
      }
      for (const name of schema.required) expect(Object.keys(line.properties)).toContain(name);
    }
    expect(lines.length).toBeGreaterThan(12);
  });

  test("a claim becomes what its type and its ends allow, and says its status", () => {
    const lines = new Map(linesOf(ftmOf(awkwardData()).toString()).map((line) => [line.id, line]));
    expect(lines.get("joint")).toEqual({
      id: "joint",
      schema: "Sanction",
      properties: {
        entity: ["ada", "bo"],
        authority: ["Atlantis", "The guild"],
        status: ["disputed"],
        date: ["2018-09"],
        summary: ['Atlantis and The guild sanctions =Ada “the first” "Countess" <&> and Bo'],
        sourceUrl: ["https://example.org/graph/edges/joint/"],
        proof: ["log", "copy"],
      },
    });
    expect(lines.get("rank")).toMatchObject({
      schema: "Occupancy",
      properties: { holder: ["ada"], post: ["captain"], startDate: ["1840"], endDate: ["1845"] },
    });
    expect(lines.get("fellow")).toMatchObject({
      schema: "Membership",
      properties: { member: ["bo"], organization: ["guild"] },
    });
    expect(lines.get("answer")).toMatchObject({
      schema: "UnknownLink",
      properties: { subject: ["ada"], object: ["atlantis"], role: ["Refusal"], status: ["reported"] },
    });
    // Another claim corrects it.
    expect(lines.has("rumour")).toBe(false);
    expect(lines.get("ada")).toMatchObject({
      schema: "Person",
      properties: { birthDate: ["1815-12-10"], deathDate: ["1852-11-27"], wikidataId: ["Q7259"] },
    });
  });

  test("the schema of an entity is the one its type names; what is none of FollowTheMoney’s things is an asset", () => {
    const { content } = load({
      "ontology.yml":
        "entityTypes:\n  firm: { label: Firm, plural: Firms, ftm: Company }\n  odd: { label: Odd, plural: Odds, ftm: Sanction }\n",
      "entities/acme.md": "---\ntype: firm\nname: Acme\n---\n",
      "entities/odd.md": "---\ntype: odd\nname: Odd\n---\n",
      "edges/owns.md": "---\ntype: ownership\nfrom: atlantis\nto: acme\nsources: [log]\n---\n",
      "edges/owned.md": "---\ntype: ownership\nfrom: odd\nto: acme\nsources: [log]\n---\n",
    });
    const schemata = new Map(
      linesOf(ftmOf(dataOf(content)).toString()).map(({ id, schema }) => [id, schema]),
    );
    expect([...schemata].filter(([id]) => /^(acme|odd|own)/.test(id))).toEqual([
      ["acme", "Company"],
      ["odd", "Asset"],
      ["owned", "UnknownLink"],
      ["owns", "Ownership"],
    ]);
  });
});
