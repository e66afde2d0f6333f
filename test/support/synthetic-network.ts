/** A made-up network of any size, without content or layout: hubs, small fry, dates over a year. The same sizes, the same network. */
import { seededRandom } from "../../src/graph/random.ts";
import type { Network, NetworkClaim, NetworkEntity, NetworkSource } from "../../src/shared/network.ts";

const PERSON = { id: "person", label: "Person", plural: "People", color: "#d1495b" };
const VISIT = {
  id: "visit",
  label: "Visit",
  verb: "visits",
  directed: true,
  quad: "verbal-cooperation" as const,
  color: "#3b82c4",
};
/** The first day of 2014, counted from 1970. */
const FIRST_DAY = 16_071;
/** So much of the map a node has, on each side, in its units. */
const ROOM = 24;

export function syntheticNetwork(entities: number, edges: number): Network {
  const random = seededRandom(entities * 31 + edges);
  const reach = (ROOM * Math.sqrt(entities)) / 2;
  // Squaring the draw makes the first entities the hubs.
  const anyone = () => Math.floor(random() * random() * entities);
  const people = Array.from({ length: entities }, (_, i): NetworkEntity => {
    const [angle, distance] = [random() * 2 * Math.PI, reach * Math.sqrt(random())];
    return {
      id: `e${i}`,
      name: `Entity ${i}`,
      aliases: [],
      type: PERSON,
      tags: [],
      x: Math.round(distance * Math.cos(angle) * 100) / 100,
      y: Math.round(distance * Math.sin(angle) * 100) / 100,
      community: Math.floor(angle),
      pagerank: 1 / entities,
    };
  });
  const ledger: NetworkSource = { id: "ledger", title: "The ledger", derivedFrom: [] };
  const none: readonly never[] = [];
  const claims = Array.from({ length: edges }, (_, i): NetworkClaim => {
    const from = i < entities ? i : anyone();
    const to = (from + 1 + Math.floor(random() * random() * (entities - 1))) % entities;
    const day = FIRST_DAY + 364 - Math.floor((i * 365) / edges);
    return {
      id: `c${i}`,
      type: VISIT,
      from: people.slice(from, from + 1),
      to: people.slice(to, to + 1),
      date: { words: new Date(day * 86_400_000).toISOString().slice(0, 10), first: day, last: day },
      status: "reported",
      tags: none,
      attributedTo: none,
      aboutEntities: none,
      aboutClaims: none,
      respondsTo: none,
      sources: [ledger],
      otherSources: none,
    };
  });
  return { entityTypes: [PERSON], edgeTypes: [VISIT], entities: people, claims, sources: [ledger] };
}
