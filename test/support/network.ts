/**
 * Networks in a few lines, as the browser holds them. A line is a claim: `id: a,b > c`, and what else is said of it as
 * `key=value`: `date=2018-09`, `status=alleged`, `type=tie`, `from=log,copy` for its sources, `against=log`, `tags=arms`,
 * `answers=id`, `about=id`. Entities and sources are whoever is named.
 */
import { createModel, type Model, type PageModel } from "../../src/app/model.ts";
import type { Shown } from "../../src/app/shown.ts";
import { dateInWords, parseDate } from "../../src/shared/dates.ts";
import type {
  Network,
  NetworkClaim,
  NetworkDate,
  NetworkEdgeType,
  NetworkEntity,
  NetworkEntityType,
  NetworkSource,
} from "../../src/shared/network.ts";
import type { Status } from "../../src/shared/records.ts";
import { ENGLISH } from "../../src/shared/words/languages.ts";

/** What the notation has no place for, by id. */
export interface Details {
  /** `type` is an id; whoever has none is a person. Entities that no claim names are added. */
  readonly entities?: Readonly<
    Record<string, Partial<Omit<NetworkEntity, "id" | "type">> & { readonly type?: string }>
  >;
  /** `derivedFrom` are ids. */
  readonly sources?: Readonly<
    Record<
      string,
      Partial<Omit<NetworkSource, "id" | "derivedFrom">> & { readonly derivedFrom?: readonly string[] }
    >
  >;
}

const TYPES: Readonly<Record<string, NetworkEntityType>> = {
  person: { id: "person", label: "Person", plural: "People", color: "#d1495b" },
  state: { id: "state", label: "State", plural: "States", color: "#7a5cc0" },
};

const CLAIM_TYPES: Readonly<Record<string, NetworkEdgeType>> = {
  visit: {
    id: "visit",
    label: "Visit",
    verb: "visits",
    directed: true,
    quad: "verbal-cooperation",
    color: "#3b82c4",
  },
  demand: {
    id: "demand",
    label: "Demand",
    verb: "demands of",
    directed: true,
    quad: "verbal-conflict",
    color: "#c8553d",
  },
  tie: {
    id: "tie",
    label: "Tie",
    verb: "is tied to",
    directed: false,
    quad: "relation",
    color: "#8a8f98",
  },
};

const DAY = 86_400_000;

/** A date as the build hands it to the browser. */
export function dateOf(text: string): NetworkDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return {
    words: dateInWords(date, ENGLISH),
    first: Math.floor(date.min / DAY),
    last: Math.floor(date.max / DAY),
  };
}

export function networkOf(notation: string, details: Details = {}): Network {
  const lines = notation
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(readLine);
  const entities = entitiesOf(lines, details);
  const sources = sourcesOf(lines, details);
  const claims = new Map<string, NetworkClaim>();
  const answers = new Map(lines.map(({ id }): [string, NetworkClaim[]] => [id, []]));
  const matters = new Map(lines.map(({ id }): [string, NetworkClaim[]] => [id, []]));
  for (const { id, from, to, more } of lines) {
    claims.set(id, {
      id,
      type: named(CLAIM_TYPES, more.type ?? "visit"),
      from: from.map((each) => known(entities, each)),
      to: to.map((each) => known(entities, each)),
      title: more.title,
      date: more.date === undefined ? undefined : dateOf(more.date),
      status: (more.status ?? "reported") as Status,
      tags: listIn(more.tags),
      attributedTo: [],
      aboutEntities: listIn(more.about).flatMap((each) => entities.get(each) ?? []),
      aboutClaims: known(matters, id),
      respondsTo: known(answers, id),
      sources: listIn(more.from).map((each) => known(sources, each)),
      otherSources: listIn(more.against).map((each) => known(sources, each)),
    });
  }
  for (const { id, more } of lines) {
    known(answers, id).push(...listIn(more.answers).map((each) => known(claims, each)));
    known(matters, id).push(...listIn(more.about).flatMap((each) => claims.get(each) ?? []));
  }
  return {
    entityTypes: Object.values(TYPES),
    edgeTypes: Object.values(CLAIM_TYPES),
    entities: [...entities.values()],
    claims: [...claims.values()],
    sources: [...sources.values()],
  };
}

export const modelOf = (notation: string, details?: Details): PageModel =>
  createModel(networkOf(notation, details), "./", ENGLISH);

/** What files for other programs stumble over: joint acts, loops, names with quotes, signs, formulas and marks. */
export const awkwardModel = (): Model =>
  modelOf(
    `
  joint: ada,bo > cy date=2018-09 status=alleged from=log,copy
  answer: cy > ada date=2019/.. answers=joint,first from=paper
  first: bo > bo
  `,
    {
      entities: {
        ada: { name: 'Ada "the first", Countess', x: 10, y: 20, community: 1, pagerank: 0.25 },
        bo: { name: "=HYPERLINK(1)", type: "state" },
        cy: { name: "尚福 <&> Müller" },
        hermit: {},
      },
      sources: {
        log: { url: "https://log.example/a?b=1&c=2" },
        copy: { derivedFrom: ["log"], url: "https://copy.example/" },
      },
    },
  );

/** Everything of a model, as where no filter is on. */
export const allOf = ({ network }: Model): Shown => ({
  entities: new Set(network.entities),
  claims: new Set(network.claims),
});

/** The ids of records, in their own order. */
export const idsOf = (records: Iterable<{ readonly id: string }>): string[] =>
  [...records].map(({ id }) => id);

/** An entity or claim that must be there. */
export function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error("there is no such thing in the network");
  return thing;
}

interface ClaimLine {
  readonly id: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly more: Readonly<Record<string, string>>;
}

function readLine(line: string): ClaimLine {
  const [, id = "", from, to, rest = ""] = /^([\w-]+): ([\w,-]+) > ([\w,-]+)(.*)$/.exec(line) ?? [];
  if (id === "") throw new Error(`${line} is no claim`);
  const more = Object.fromEntries(
    rest
      .trim()
      .split(/\s+/)
      .map((word) => word.split("=", 2)),
  );
  return { id, from: listIn(from), to: listIn(to), more };
}

function entitiesOf(lines: readonly ClaimLine[], { entities = {} }: Details): Map<string, NetworkEntity> {
  const ids = new Set([...Object.keys(entities), ...lines.flatMap(({ from, to }) => [...from, ...to])]);
  return new Map(
    [...ids].map((id) => {
      const { type = "person", ...more } = entities[id] ?? {};
      const plain = { name: id.toUpperCase(), aliases: [], tags: [], x: 0, y: 0, community: 0, pagerank: 0 };
      return [id, { id, ...plain, ...more, type: named(TYPES, type) }];
    }),
  );
}

function sourcesOf(lines: readonly ClaimLine[], { sources = {} }: Details): Map<string, NetworkSource> {
  const cited = lines.flatMap(({ more }) => [...listIn(more.from), ...listIn(more.against)]);
  const origins = Object.values(sources).flatMap(({ derivedFrom = [] }) => derivedFrom);
  const made = new Map<string, NetworkSource & { readonly derivedFrom: NetworkSource[] }>();
  for (const id of new Set([...Object.keys(sources), ...cited, ...origins]))
    made.set(id, { title: id, publisher: undefined, url: undefined, ...sources[id], id, derivedFrom: [] });
  for (const [id, { derivedFrom = [] }] of Object.entries(sources))
    known(made, id).derivedFrom.push(...derivedFrom.map((each) => known(made, each)));
  return made;
}

const listIn = (text: string | undefined): string[] => (text === undefined ? [] : text.split(","));

function named<T>(records: Readonly<Record<string, T>>, name: string): T {
  const found = records[name];
  if (found === undefined) throw new Error(`${name} is not known here`);
  return found;
}

function known<T>(records: ReadonlyMap<string, T>, id: string): T {
  const found = records.get(id);
  if (found === undefined) throw new Error(`${id} is not in the network`);
  return found;
}
