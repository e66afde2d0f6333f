/** Positions out of a file that somebody has: `.positions`, the data of a published site, a GEXF of Skein’s or Gephi’s. */
import { z } from "zod";
import { hasColumns } from "../shared/network-columns.ts";
import { decodeNetwork } from "../shared/network-data.ts";
import type { Place } from "../shared/place.ts";
import { isId } from "../shared/text.ts";
import { parsePositions } from "./positions.ts";

/** Never throws: what cannot be read as a position is none. */
export function placesInFile(file: Uint8Array): Map<string, Place> {
  return hasColumns(file) ? placesInNetwork(file) : placesInText(new TextDecoder().decode(file));
}

function placesInNetwork(file: Uint8Array): Map<string, Place> {
  try {
    const { entities, claims } = decodeNetwork(file).network;
    const tied = new Set(claims.flatMap(({ from, to }) => [...from, ...to]));
    return new Map(
      entities
        .filter(({ id }) => isId(id))
        .map((entity) => {
          const { id, x, y } = entity;
          return [id, tied.has(entity) ? { x, y } : { x, y, isAlone: true }];
        }),
    );
  } catch {
    return new Map();
  }
}

/** The same of a file of text. */
export function placesInText(text: string): Map<string, Place> {
  const start = text.trimStart();
  if (start.startsWith("{")) return placesInJson(text);
  if (start.startsWith("<")) return placesInGexf(text);
  return parsePositions(text);
}

const indexes = z.union([z.number(), z.array(z.number())]);

/** `skein/network.json` of a site of before, of whatever version: its columns. */
const columns = z.object({
  entities: z.object({ id: z.array(z.string()), x: z.array(z.number()), y: z.array(z.number()) }),
  claims: z.object({ from: z.array(indexes), to: z.array(indexes) }),
});

/** Lists of records: `graph.json` of Skein’s, and what most programs write. */
const node = z.object({ id: z.string(), x: z.number(), y: z.number() });
const claim = z.object({ from: z.array(z.string()), to: z.array(z.string()) });
const records = z.object({
  entities: z.array(z.unknown()).optional(),
  nodes: z.array(z.unknown()).optional(),
  claims: z.array(claim).optional(),
});

function placesInJson(text: string): Map<string, Place> {
  const data = parsedJson(text);
  const network = columns.safeParse(data).data;
  if (network !== undefined) return placesInColumns(network);
  const { entities, nodes, claims } = records.safeParse(data).data ?? {};
  const found = (entities ?? nodes ?? []).flatMap((item) => node.safeParse(item).data ?? []);
  const tied = claims && new Set(claims.flatMap(({ from, to }) => [...from, ...to]));
  return new Map(
    found
      .filter(({ id }) => isId(id))
      .map(({ id, x, y }) => [id, tied?.has(id) === false ? { x, y, isAlone: true } : { x, y }]),
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function placesInColumns({ entities, claims }: z.infer<typeof columns>): Map<string, Place> {
  const tied = new Set([...claims.from, ...claims.to].flat());
  const places = new Map<string, Place>();
  for (const [i, id] of entities.id.entries()) {
    const [x, y] = [entities.x[i], entities.y[i]];
    if (x === undefined || y === undefined || !isId(id)) continue;
    places.set(id, tied.has(i) ? { x, y } : { x, y, isAlone: true });
  }
  return places;
}

/** In GEXF y grows upward. */
function placesInGexf(text: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const element of text.split(/<node\b/).slice(1)) {
    const id = attributeIn(element.split("<", 1)[0] ?? "", "id");
    const position = /<(?:\w+:)?position\b([^<>]*)>/.exec(element)?.[1];
    if (id === undefined || position === undefined || !isId(id)) continue;
    const [x, y] = [Number(attributeIn(position, "x")), Number(attributeIn(position, "y"))];
    if (Number.isFinite(x) && Number.isFinite(y)) places.set(id, { x, y: -y });
  }
  return places;
}

const attributeIn = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
