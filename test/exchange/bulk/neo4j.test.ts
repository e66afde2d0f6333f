/** Neo4j itself is not here: a strict reader of its CSV checks what its import would refuse. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { buildGraph } from "../../../src/graph/build.ts";
import { writeBulk } from "../../support/bulk.ts";
import { load } from "../../support/content.ts";
import { awkwardData, shippedData } from "../../support/exchange.ts";
import { temporaryFolder } from "../../support/skein.ts";

type Cell = string | number | boolean | string[];
type Row = Readonly<Record<string, Cell | undefined>>;

/** What `neo4j-admin` makes of a cell of a type; throws for what it would refuse, or store as something else. */
function typed(cell: string, type: string): Cell | undefined {
  if (cell === "") return undefined;
  switch (type) {
    case "string[]":
    case "LABEL":
      return cell.split("\u001f");
    case "long":
      if (!/^-?\d+$/.test(cell)) throw new Error(`“${cell}” is no long`);
      return Number(cell);
    case "boolean":
      if (cell !== "true" && cell !== "false") throw new Error(`“${cell}” is no boolean`);
      return cell === "true";
    case "date":
      if (!/^(?:\d{4}|[+-]\d{4,9})-[01]\d-[0-3]\d$/.test(cell)) throw new Error(`“${cell}” is no date`);
      return cell;
    case "string":
    case "ID":
    case "START_ID":
    case "END_ID":
    case "TYPE":
      return cell;
    default:
      throw new Error(`there is no type “${type}”`);
  }
}

/** The rows of a file; throws for a quote out of place, a row of another length, and a cell on two lines. */
function rowsIn(text: string): Row[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/\n$/, ""), { delimiter: ",", newline: "\n" });
  if (errors[0] !== undefined) throw new Error(errors[0].message);
  const [header = [], ...rows] = data;
  const columns = header.map((heading) => {
    const [, name = "", type = "string"] = /^([^:]*)(?::(.*))?$/.exec(heading) ?? [];
    return { key: ["LABEL", "START_ID", "END_ID", "TYPE"].includes(type) ? type : name, type };
  });
  if (new Set(columns.map(({ key }) => key)).size < columns.length)
    throw new Error("a column is there twice");
  return rows.map((cells) => {
    if (cells.length !== columns.length) throw new Error(`there are ${cells.length} cells: ${cells}`);
    if (cells.some((cell) => /[\r\n]/.test(cell))) throw new Error("a cell is on two lines");
    return Object.fromEntries(columns.map(({ key, type }, i) => [key, typed(cells[i] ?? "", type)]));
  });
}

/** What an import of a folder makes, as its file of arguments says; throws for what it would refuse. */
function imported(folder: string): { nodes: Row[]; relationships: Row[] } {
  const args = readFileSync(join(folder, "import.args"), "utf8").trimEnd().split("\n");
  expect(args.shift()).toBe("--array-delimiter=U+001F");
  const filesOf = (option: string) =>
    args.flatMap((arg) => (arg.startsWith(`${option}=`) ? [arg.slice(option.length + 1)] : []));
  const read = (option: string) =>
    filesOf(option).flatMap((file) => rowsIn(readFileSync(join(folder, file), "utf8")));
  const named = [...filesOf("--nodes"), ...filesOf("--relationships"), "import.args"];
  expect(named.sort()).toEqual(readdirSync(folder).sort());
  const [nodes, relationships] = [read("--nodes"), read("--relationships")];
  const ids = new Set(nodes.map(({ id }) => id));
  if (ids.size < nodes.length || ids.has(undefined))
    throw new Error("two nodes have one id, or one has none");
  for (const { START_ID, END_ID, TYPE } of relationships)
    if (!ids.has(START_ID) || !ids.has(END_ID) || TYPE === undefined)
      throw new Error(`nothing is at an end of ${START_ID} ${TYPE} ${END_ID}`);
  return { nodes, relationships };
}

const folder = temporaryFolder();
const CONTENTS = [
  ["awkward", awkwardData],
  ["shipped", shippedData],
] as const;
beforeAll(() => {
  for (const [name, data] of CONTENTS) writeBulk("neo4j", data().content, join(folder, name));
});

const arrows = (rows: readonly Row[]): string[] =>
  rows.map(({ START_ID, TYPE, END_ID }) => `${START_ID} ${TYPE} ${END_ID}`).sort();

describe.each(CONTENTS)("the %s content for Neo4j", (name, data) => {
  test("has a node a record, each id once, and no relationship without its ends", () => {
    const { nodes } = imported(join(folder, name));
    const { entities, edges, sources } = data().content;
    expect(nodes.map(({ id }) => id)).toEqual([...entities, ...edges, ...sources].map(({ id }) => id));
  });

  test("has between entities the lines that the site draws", () => {
    const { relationships } = imported(join(folder, name));
    const lines = relationships.filter(({ claim }) => claim !== undefined);
    const drawn = buildGraph(data().content).mapEdges(
      (_, { type }, from, to) => `${from} ${type.replaceAll("-", "_").toUpperCase()} ${to}`,
    );
    expect(arrows(lines)).toEqual(drawn.sort());
  });
});

test("who sanctions whom is a relationship between two", () => {
  const { relationships } = imported(join(folder, "shipped"));
  const sanctions = relationships.filter(({ TYPE }) => TYPE === "SANCTION");
  expect(arrows(sanctions)).toEqual(["united-states SANCTION china", "united-states SANCTION li-shangfu"]);
});

test("a claim is a node, so that others can answer it, correct it and be about it", () => {
  const { relationships } = imported(join(folder, "awkward"));
  const around = relationships.filter(
    ({ START_ID, claim, TYPE }) => START_ID === "answer" && claim === undefined && TYPE !== "CITES",
  );
  expect(arrows(around)).toEqual([
    "answer ABOUT guild",
    "answer ABOUT joint",
    "answer FROM ada",
    "answer RESPONDS_TO joint",
    "answer SUPERSEDES rumour",
    "answer TO atlantis",
  ]);
});

test("a claim that was corrected keeps its node, marked, and has no line", () => {
  const { nodes, relationships } = imported(join(folder, "awkward"));
  expect(nodes.find(({ id }) => id === "rumour")).toMatchObject({ LABEL: ["Claim"], superseded: true });
  expect(relationships.filter(({ claim }) => claim === "rumour")).toEqual([]);
});

test("a citation says what its author says of it; a wire copy leads to what it was made from", () => {
  const { relationships } = imported(join(folder, "awkward"));
  expect(relationships.find(({ START_ID, END_ID }) => START_ID === "ada" && END_ID === "copy")).toEqual({
    START_ID: "ada",
    END_ID: "copy",
    TYPE: "CITES",
    stance: "disputes",
    locator: "p. 2",
    quote: 'No "captain" at all',
    note: undefined,
  });
  expect(arrows(relationships)).toContain("copy DERIVED_FROM log");
});

test("values keep their types, and texts their signs", () => {
  const { nodes } = imported(join(folder, "awkward"));
  expect(nodes.find(({ id }) => id === "ada")).toMatchObject({
    LABEL: ["Entity", "Person"],
    name: '=Ada “the first” "Countess" <&>',
    aliases: ["艾达", "a; b", "c\\d"],
    earliest: "1815-12-10",
    draft: false,
    extra: '{"x-depth":"=1+1","x-seen":{"by":["ada","bo"]}}',
  });
  expect(nodes.find(({ id }) => id === "joint")).toMatchObject({ credibility: 2, independentSources: 1 });
});

test("a type that is called as a kind of node is, has a label of its own", () => {
  const { content } = load({
    "ontology.yml": "entityTypes:\n  source: { label: Source, plural: Sources }\n",
    "entities/atlantis.md": "---\ntype: source\nname: Atlantis\n---\n",
    "edges/visit.md": "---\ntype: concerns\nfrom: atlantis\nto: bermuda\nsources: [log]\n---\n",
  });
  writeBulk("neo4j", content, join(folder, "kinds"));
  const { nodes } = imported(join(folder, "kinds"));
  expect(nodes.map(({ LABEL }) => LABEL)).toEqual([
    ["Entity", "Source_"],
    ["Entity", "State"],
    ["Claim"],
    ["Source"],
  ]);
});

test("any text comes through, but for its line breaks", () => {
  const { content } = load({});
  const [entity] = content.entities;
  if (entity === undefined) throw new Error("there is no entity");
  const word = fc.stringMatching(/^[\p{L}\p{P}\p{S} "',;\\]*\S[\p{L}\p{P}\p{S} "',;\\]*$/u, {
    maxLength: 12,
  });
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 1, maxLength: 3 }), (name, aliases) => {
      const entities = [{ ...entity, name: `${name}\r\n${name}`, aliases }];
      writeBulk("neo4j", { ...content, entities, edges: [] }, join(folder, "any"));
      const [node] = imported(join(folder, "any")).nodes;
      expect(node).toMatchObject({ name: `${name} ${name}`, aliases });
    }),
    { numRuns: 60 },
  );
});
