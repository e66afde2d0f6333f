import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Network, NetworkClaim, NetworkEntity } from "../../src/shared/network.ts";
import { decodeNetwork, type EncodedNetwork, encodeNetwork } from "../../src/shared/network-data.ts";

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

const claimOf = (id: string): NetworkClaim => ({
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
});

function networkOf(): Network {
  const claim = (id: string, more: Partial<NetworkClaim>) => ({ ...claimOf(id), ...more });
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

/** The network with all that is told of its claims, over JSON as a browser has it. */
function readAll({ file, details }: EncodedNetwork): Network {
  const { network, tell } = decodeNetwork(file);
  for (const [chunk, each] of details) tell(chunk, JSON.parse(JSON.stringify(each)));
  return network;
}

test("what is written is read again, answers to later claims among it", () => {
  expect(readAll(encodeNetwork(networkOf()))).toEqual(networkOf());
});

test("the same network gives the same bytes", () => {
  expect(encodeNetwork(networkOf()).file).toEqual(encodeNetwork(networkOf()).file);
});

test("records are shared, not copied", () => {
  const { network } = decodeNetwork(encodeNetwork(networkOf()).file);
  expect(network.claims[0]?.from[0]).toBe(network.entities[0]);
  expect(network.claims[0]?.respondsTo[0]).toBe(network.claims[1]);
});

test("positions are kept to hundredths, and a rank to four digits", () => {
  const odd = { ...a, x: -0.126, y: 1234.5678, pagerank: 0.123456 };
  const [read] = decodeNetwork(encodeNetwork({ ...networkOf(), entities: [odd], claims: [] }).file).network
    .entities;
  expect([read?.x, read?.y, read?.pagerank]).toEqual([-0.13, 1234.57, 0.1235]);
});

test("a claim of somebody who is not in the graph cannot be written", () => {
  expect(() => encodeNetwork({ ...networkOf(), entities: [a] })).toThrow("not in it");
});

test("an empty graph is a graph", () => {
  const empty: Network = { entityTypes: [], edgeTypes: [], entities: [], claims: [], sources: [] };
  expect(readAll(encodeNetwork(empty))).toEqual(empty);
});

test("where records are written is part of it", () => {
  const paths = new Map([
    ["a", "entities/a.md"],
    ["b", "entities/far/other.md"],
    ["copy", "sources/copy.md"],
    ["log", "sources/log.md"],
    ["first", "entities/a.md"],
    ["later", "edges/later.md"],
  ]);
  const network = { ...networkOf(), files: { editor: "https://example.org/edit/", paths } };
  expect(readAll(encodeNetwork(network)).files).toEqual(network.files);
});

describe("a file that is not what was written", () => {
  const { file, details } = encodeNetwork(networkOf());

  test("is refused, be it of another version, cut off or changed", () => {
    expect(() => decodeNetwork(new TextEncoder().encode('{"version":2}'))).toThrow("can read");
    expect(() => decodeNetwork(file.slice(0, -3))).toThrow("damaged");
    const changed = file.with(40, ((file[40] ?? 0) + 1) % 256);
    expect(() => decodeNetwork(changed)).toThrow("damaged");
  });

  test("tells no details of another", () => {
    const other = decodeNetwork(encodeNetwork({ ...networkOf(), entities: [a, b, entity("c")] }).file);
    const [first] = details.values();
    expect(() => first && other.tell(0, first)).toThrow("has changed");
  });
});

describe("what is told of claims", () => {
  const plain = (i: number): NetworkClaim => ({ ...claimOf(`plain-${i}`), type: VISIT });
  const [, titled] = networkOf().claims;
  const claims = [...Array.from({ length: 1500 }, (_, i) => plain(i)), ...(titled ? [titled] : [])];
  const { file, details } = encodeNetwork({ ...networkOf(), claims });

  test("comes in chunks, and chunks in which there is nothing to tell are none", () => {
    expect([...details.keys()]).toEqual([1]);
    const open = decodeNetwork(file);
    expect(open.untold(open.network.claims.slice(0, 1024))).toEqual([]);
    expect(open.untold(open.network.claims.slice(1000))).toEqual([1]);
    const last = open.network.claims.at(-1);
    expect([last?.id, last?.title]).toEqual(["later", undefined]);
    for (const [chunk, each] of details) open.tell(chunk, each);
    expect(last?.title).toBe("A sees B");
    expect(last?.attributedTo).toEqual([open.network.entities[1]]);
    expect(open.untold(open.network.claims)).toEqual([]);
  });
});

test("any network is read as it was written", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 12 });
  const among = <T>(list: readonly T[]) => (list.length === 0 ? fc.constant([]) : fc.subarray([...list]));
  const networks = fc.uniqueArray(text, { minLength: 1, maxLength: 12 }).chain((ids) => {
    const entities = ids.map((id): NetworkEntity => entity(id) as NetworkEntity);
    const one = fc.record({
      id: text,
      from: among(entities),
      to: among(entities),
      title: fc.option(
        text.filter((each) => each !== ""),
        { nil: undefined },
      ),
      date: fc.option(
        fc.record({
          words: text,
          first: fc.oneof(fc.integer({ min: -4e6, max: 4e6 }), fc.constant(Number.NEGATIVE_INFINITY)),
          last: fc.oneof(fc.integer({ min: -4e6, max: 4e6 }), fc.constant(Number.POSITIVE_INFINITY)),
        }),
        { nil: undefined },
      ),
      status: fc.constantFrom("reported" as const, "denied" as const, "confirmed" as const),
      tags: among(["arms", "trade", "talks"]),
      attributedTo: among(entities),
      aboutEntities: among(entities),
      sources: among([copy, source]),
      otherSources: among([copy, source]),
    });
    return fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 30 }).map((some) => {
      const claims = some.map((each): NetworkClaim => ({ ...claimOf(each.id), ...each }));
      return { ...networkOf(), entities, claims };
    });
  });
  fc.assert(
    fc.property(networks, (network) => {
      expect(readAll(encodeNetwork(network))).toEqual(network);
    }),
  );
});
