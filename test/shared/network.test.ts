import { expect, test } from "vitest";
import { decodeNetwork, encodeNetwork, type Network, type NetworkClaim } from "../../src/shared/network.ts";

const PERSON = { id: "person", label: "Person", plural: "People", color: "#d1495b" };
const VISIT = {
  id: "visit",
  label: "Visit",
  verb: "visits",
  inverse: "is visited by",
  directed: true,
  quad: "verbal-cooperation" as const,
  color: "#3b82c4",
};
const entity = (id: string, more = {}) => ({
  id,
  name: id.toUpperCase(),
  aliases: [],
  description: undefined,
  type: PERSON,
  tags: [],
  x: 1.5,
  y: -2,
  community: 0,
  pagerank: 0.25,
  ...more,
});
const [a, b] = [entity("a", { aliases: ["甲"], description: "First" }), entity("b")];
const source = {
  id: "log",
  title: "The log",
  publisher: undefined,
  url: "https://log.example/",
  derivedFrom: [],
};
const copy = { id: "copy", title: "The copy", publisher: "Wire", url: undefined, derivedFrom: [source] };

function networkOf(): Network {
  const claim = (id: string, more: Partial<NetworkClaim>): NetworkClaim => ({
    id,
    type: VISIT,
    from: [a],
    to: [b],
    title: undefined,
    date: undefined,
    status: "reported",
    tags: [],
    attributedTo: [],
    aboutEntities: [],
    aboutClaims: [],
    respondsTo: [],
    sources: [source],
    otherSources: [],
    ...more,
  });
  const later = claim("later", {
    date: { words: "June 2023", first: 19509, last: Number.POSITIVE_INFINITY },
    tags: ["arms"],
    status: "alleged",
    title: "A sees B",
    attributedTo: [b],
  });
  // The first in the list answers one that comes after it.
  const first = claim("first", {
    from: [a, b],
    to: [a, b],
    respondsTo: [later],
    aboutClaims: [later],
    aboutEntities: [b],
    sources: [],
    otherSources: [copy, source],
  });
  return {
    entityTypes: [PERSON],
    edgeTypes: [VISIT],
    entities: [a, b],
    claims: [first, later],
    sources: [copy, source],
  };
}

test("what is written is read again, over JSON, answers to later claims among it", () => {
  const network = networkOf();
  expect(decodeNetwork(JSON.parse(JSON.stringify(encodeNetwork(network))))).toEqual(network);
});

test("records are shared, not copied", () => {
  const network = decodeNetwork(encodeNetwork(networkOf()));
  expect(network.claims[0]?.from[0]).toBe(network.entities[0]);
  expect(network.claims[0]?.respondsTo[0]).toBe(network.claims[1]);
});

test("another version, and columns that do not fit together, are refused", () => {
  const file = encodeNetwork(networkOf());
  expect(() => decodeNetwork({ ...file, version: 1 as 2 })).toThrow();
  expect(() => decodeNetwork({ ...file, entities: { ...file.entities, x: [] } })).toThrow();
});

test("a rank is written with four digits", () => {
  const { entities } = encodeNetwork({
    ...networkOf(),
    entities: [{ ...a, pagerank: 0.123456 }, b],
    claims: [],
  });
  expect(entities.pagerank).toEqual([0.1235, 0.25]);
});

test("the columns are short: a number for one, a list for several, 0 for nothing", () => {
  const { claims, entities, dates } = encodeNetwork(networkOf());
  expect(claims.from).toEqual([[0, 1], 0]);
  expect(claims.respondsTo).toEqual([1, -1]);
  expect([claims.title, claims.date]).toEqual([
    [0, "A sees B"],
    [0, 1],
  ]);
  expect(dates).toEqual({ words: ["June 2023"], first: [19509], last: [null] });
  expect(entities.aliases).toEqual([["甲"], 0]);
});

test("a claim of somebody who is not in the graph cannot be written", () => {
  expect(() => encodeNetwork({ ...networkOf(), entities: [a] })).toThrow("not in it");
});

test("a position out of range is refused", () => {
  const file = encodeNetwork(networkOf());
  expect(() => decodeNetwork({ ...file, claims: { ...file.claims, to: [[0, 1], 7] } })).toThrow("damaged");
  expect(() => decodeNetwork({ ...file, dates: { words: [], first: [], last: [] } })).toThrow("damaged");
});

test("an empty graph is a graph", () => {
  const empty: Network = { entityTypes: [], edgeTypes: [], entities: [], claims: [], sources: [] };
  expect(decodeNetwork(encodeNetwork(empty))).toEqual(empty);
});
