import { describe, expect, test } from "vitest";
import { load, problemsIn } from "../support/content.ts";

function ontologyOf(yaml: string) {
  const loaded = load({ "ontology.yml": yaml });
  expect(problemsIn(loaded)).toEqual([]);
  return loaded.content.ontology;
}

describe("the ontology", () => {
  test("is the built-in one where there is no file", () => {
    const { entityTypes, edgeTypes } = load({}).content.ontology;
    expect([...entityTypes.keys()]).toEqual([
      "person",
      "organisation",
      "state",
      "office",
      "place",
      "event",
      "thing",
      "topic",
    ]);
    expect(edgeTypes.get("sanction")).toEqual({
      id: "sanction",
      label: "Sanction",
      verb: "sanctions",
      inverse: "is sanctioned by",
      directed: true,
      from: ["state", "organisation"],
      to: ["person", "organisation", "state"],
      cameo: "163",
      quad: "material-conflict",
      color: "#cd2a1a",
    });
  });

  test("takes new types, behind the built-in ones, and fills in what they leave out", () => {
    const { entityTypes, edgeTypes } = ontologyOf(
      "entityTypes:\n  island: {}\n  ship:\n    label: Ship\n    plural: Ships\n    color: '#4a7bd0'\n    icon: ship\n    schemaOrg: Vehicle\n    ftm: Vessel\nedgeTypes:\n  raid: { label: Raid, from: [ship], to: [island, place], directed: false }\n  oath: {}\n",
    );
    expect([...entityTypes.keys()].slice(-2)).toEqual(["island", "ship"]);
    expect(entityTypes.get("island")).toEqual({
      id: "island",
      label: "island",
      plural: "island",
      color: "#91868c",
    });
    expect(entityTypes.get("ship")).toEqual({
      id: "ship",
      label: "Ship",
      plural: "Ships",
      color: "#4a7bd0",
      icon: "ship",
      schemaOrg: "Vehicle",
      ftm: "Vessel",
    });
    expect(edgeTypes.get("raid")).toEqual({
      id: "raid",
      label: "Raid",
      verb: "raid",
      from: ["ship"],
      to: ["island", "place"],
      directed: false,
      quad: "relation",
      color: "#91868c",
    });
    expect(edgeTypes.get("oath")).toMatchObject({ label: "oath", verb: "oath", directed: true });
  });

  test("overrides a built-in type key by key, and leaves it in its place", () => {
    const { entityTypes, edgeTypes } = ontologyOf(
      "entityTypes:\n  person: { label: Human }\nedgeTypes:\n  sanction: { to: [person] }\n",
    );
    expect([...entityTypes.keys()][0]).toBe("person");
    expect(entityTypes.get("person")).toMatchObject({ label: "Human", plural: "People", color: "#c73846" });
    expect(edgeTypes.get("sanction")).toMatchObject({
      verb: "sanctions",
      from: ["state", "organisation"],
      to: ["person"],
    });
  });

  test.each([
    ["010", "verbal-cooperation"],
    ["057", "verbal-cooperation"],
    ["06", "material-cooperation"],
    ["080", "material-cooperation"],
    ["090", "verbal-conflict"],
    ["138", "verbal-conflict"],
    ["14", "material-conflict"],
    ["204", "material-conflict"],
    ["21", "relation"],
    ["00", "relation"],
    ["x", "relation"],
  ])("puts an event of the code %s into the class %s", (cameo, quad) => {
    expect(ontologyOf(`edgeTypes:\n  raid: { cameo: ${cameo} }\n`).edgeTypes.get("raid")).toMatchObject({
      cameo,
      quad,
    });
  });

  test("allows any entity at an end for which a type says nothing", () => {
    const loaded = load({
      "ontology.yml": "edgeTypes:\n  raid: { to: [state] }\n",
      "entities/beach.md":
        "---\ntype: place\nname: The beach\nedges:\n  - { type: raid, to: bermuda, sources: [log] }\n---\n",
    });
    expect(problemsIn(loaded)).toEqual([]);
  });

  test("says nothing of the ends of a type where an entity is of a type that there is not", () => {
    const loaded = load({
      "entities/beach.md": "---\ntype: plaec\nname: The beach\n---\n",
      "edges/sanction.md": "---\ntype: sanction\nfrom: beach\nto: bermuda\nsources: [log]\n---\n",
    });
    expect(problemsIn(loaded)).toEqual(["entities/beach.md:2:7 unknown-type"]);
  });

  test("may widen the ends of a built-in type", () => {
    const edge = "---\ntype: holds-office\nfrom: atlantis\nto: bermuda\nsources: [log]\n---\n";
    expect(problemsIn(load({ "edges/visit.md": edge }))).toEqual([
      "edges/visit.md:3:7 edge-ends",
      "edges/visit.md:4:5 edge-ends",
    ]);
    const wider = "edgeTypes:\n  holds-office: { from: [person, state], to: [office, state] }\n";
    expect(problemsIn(load({ "edges/visit.md": edge, "ontology.yml": wider }))).toEqual([]);
  });
});

describe("the settings", () => {
  test("have a default each", () => {
    expect(load({}).content.settings).toEqual({
      title: "A graph without a title",
      language: "en",
      menus: [],
      requireSources: true,
    });
  });

  test("are those of site.yml", () => {
    const loaded = load({
      "site.yml": `title: "Calls: a graph"
description: Who called whom
baseUrl: https://example.org/graph/
language: zh-Hans
repository: https://example.org/repository
license: CC BY 4.0
menus:
  - { label: About, url: entities/atlantis/ }
  - { label: Elsewhere, url: "https://example.org/" }
requireSources: false
x-own: anything
`,
    });
    expect(problemsIn(loaded)).toEqual([]);
    expect(loaded.content.settings).toEqual({
      title: "Calls: a graph",
      description: "Who called whom",
      baseUrl: "https://example.org/graph/",
      language: "zh-Hans",
      repository: "https://example.org/repository",
      license: "CC BY 4.0",
      menus: [
        { label: "About", url: "entities/atlantis/" },
        { label: "Elsewhere", url: "https://example.org/" },
      ],
      requireSources: false,
    });
  });

  test("may be a file without keys", () => {
    for (const text of ["", "# nothing yet\n", "---\n"])
      expect(problemsIn(load({ "site.yml": text, "ontology.yml": text }))).toEqual([]);
  });
});
