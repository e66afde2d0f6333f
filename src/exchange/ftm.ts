/**
 * The graph in the model of FollowTheMoney (https://followthemoney.tech), as Aleph and OpenSanctions read it: a line of JSON
 * an entity. What a claim becomes depends on its type and on what stands at its ends; one that has no schema of its own
 * there is an `UnknownLink`.
 */
import { absolute, pagePath } from "../shared/paths.ts";
import { plainDate, plainEnds } from "../shared/plain-dates.ts";
import type { Edge, Entity, Source } from "../shared/records.ts";
import { edgeTypeOf, entityName, entityTypeOf, titleOf } from "../shared/titles.ts";
import type { GraphData } from "./graph-data.ts";
import { LongText } from "./long-text.ts";

/** Properties by name, each a list; those without a value are left out. Names are of letters, as those of schemata. */
type Properties = Readonly<Record<string, readonly (string | undefined)[]>>;

/** The schemata that are things with a name, and what else they are. */
const THINGS: Readonly<Record<string, readonly string[]>> = {
  Address: [],
  Airplane: ["Asset"],
  Asset: [],
  BankAccount: ["Asset"],
  Company: ["Organization", "LegalEntity", "Asset"],
  Contract: ["Asset"],
  CourtCase: [],
  CryptoWallet: ["Asset"],
  Event: [],
  LegalEntity: [],
  License: ["Asset"],
  Note: [],
  Organization: ["LegalEntity"],
  Person: ["LegalEntity"],
  Position: [],
  Project: [],
  PublicBody: ["Organization", "LegalEntity"],
  RealEstate: ["Asset"],
  Security: ["Asset"],
  Vehicle: ["Asset"],
  Vessel: ["Asset"],
};

/** What an entity is whose type names no schema, or one that is no thing: whatever else it may be, it can be owned. */
const FALLBACK = "Asset";

/** The schemata of claims, with the properties of their ends and what may stand there. */
interface Link {
  readonly schema: string;
  readonly from: readonly [property: string, range: string];
  readonly to: readonly [property: string, range: string];
}

const LINKS: Readonly<Record<string, Link>> = {
  "holds-office": { schema: "Occupancy", from: ["holder", "Person"], to: ["post", "Position"] },
  "member-of": {
    schema: "Membership",
    from: ["member", "LegalEntity"],
    to: ["organization", "Organization"],
  },
  ownership: { schema: "Ownership", from: ["owner", "LegalEntity"], to: ["asset", "Asset"] },
  "spokesperson-of": {
    schema: "Representation",
    from: ["agent", "LegalEntity"],
    to: ["client", "LegalEntity"],
  },
};

const ANYTHING = "Thing";
const UNKNOWN_LINK: Link = { schema: "UnknownLink", from: ["subject", ANYTHING], to: ["object", ANYTHING] };

/**
 * Entities, claims that stand, sources. Dates that FollowTheMoney cannot say, because they are vague or in doubt, are left
 * out.
 */
export function ftmOf(data: GraphData): Buffer {
  const { entities, edges, sources } = data.content;
  const text = new LongText();
  for (const entity of entities) text.add(entityLine(data, entity));
  for (const edge of edges) if (!data.superseded.has(edge.id)) text.add(claimLine(data, edge));
  for (const source of sources) text.add(sourceLine(data, source));
  return text.bytes;
}

function line(id: string, schema: string, properties: Properties): string {
  let said = "";
  for (const key in properties) {
    const present = presentIn(properties[key] ?? []);
    if (present.length > 0) said += `${said === "" ? "" : ","}"${key}":${JSON.stringify(present)}`;
  }
  return `{"id":${JSON.stringify(id)},"schema":"${schema}","properties":{${said}}}\n`;
}

/** The values that say something, each once. */
function presentIn(values: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const [first] = values;
  if (values.length === 1 && first !== undefined && first !== "") return values;
  const present = values.filter((value) => value !== undefined && value !== "");
  return present.length < 2 ? present : [...new Set(present)];
}

function entityLine(data: GraphData, entity: Entity): string {
  const schema = schemaOf(data, entity);
  return line(entity.id, schema, {
    name: [entity.name],
    alias: entity.aliases,
    summary: [entity.description],
    keywords: entity.tags,
    ...datesOf(schema, entity),
    ...addressesOf(entity.sameAs),
    sourceUrl: [absolute(data.content.settings.baseUrl, pagePath("entity", entity.id))],
    proof: supporting(entity),
  });
}

function schemaOf(data: GraphData, entity: Entity): string {
  const named = entityTypeOf(data, entity).ftm ?? FALLBACK;
  return Object.hasOwn(THINGS, named) ? named : FALLBACK;
}

/** The property that says the beginning, and the one that says the end, by the schema. */
const DATES: Readonly<Record<string, readonly [string, string]>> = {
  Organization: ["incorporationDate", "dissolutionDate"],
  PublicBody: ["incorporationDate", "dissolutionDate"],
  Company: ["incorporationDate", "dissolutionDate"],
  LegalEntity: ["incorporationDate", "dissolutionDate"],
  Position: ["inceptionDate", "dissolutionDate"],
};

function datesOf(schema: string, { date }: Entity): Properties {
  if (date === undefined) return {};
  const { from, to } = plainEnds(date);
  const isSpan = date.edtf.includes("/");
  if (schema === "Event") return isSpan ? { startDate: [from], endDate: [to] } : { date: [from] };
  // One date of a person may be of any day in a life.
  if (schema === "Person") return isSpan ? { birthDate: [from], deathDate: [to] } : {};
  const [begins, ends] = DATES[schema] ?? [];
  return begins === undefined || ends === undefined
    ? {}
    : { [begins]: [from], [ends]: [isSpan ? to : undefined] };
}

const WIKIDATA = /^https?:\/\/www\.wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/;

function addressesOf(sameAs: readonly string[]): Properties {
  return {
    wikidataId: sameAs.map((address) => WIKIDATA.exec(address)?.[1]),
    wikipediaUrl: sameAs.filter((address) => /^https?:\/\/[a-z-]+\.wikipedia\.org\//.test(address)),
  };
}

function claimLine(data: GraphData, edge: Edge): string {
  const { from, to } = plainEnds(edge.date);
  const isSpan = edge.date?.edtf.includes("/") === true;
  const common = {
    ...(isSpan ? { startDate: [from], endDate: [to] } : { date: [from] }),
    summary: [titleOf(data, edge)],
    sourceUrl: [absolute(data.content.settings.baseUrl, pagePath("edge", edge.id))],
    proof: supporting(edge),
  };
  if (edge.type === "sanction") {
    const authority = edge.from.map((id) => entityName(data, id));
    return line(edge.id, "Sanction", { entity: edge.to, authority, status: [edge.status], ...common });
  }
  const link = linkFor(data, edge);
  return line(edge.id, link.schema, {
    [link.from[0]]: edge.from,
    [link.to[0]]: edge.to,
    // The post is the role.
    ...(link.schema !== "Occupancy" && { role: [edgeTypeOf(data, edge).label] }),
    status: [edge.status],
    ...common,
  });
}

/** The schema of the claim’s type, where those at its ends may stand there. */
function linkFor(data: GraphData, edge: Edge): Link {
  const link = LINKS[edge.type];
  const fits = (ids: readonly string[], [, range]: readonly [string, string]) =>
    ids.every((id) => {
      const entity = data.content.byId.get(id);
      if (entity?.kind !== "entity") return false;
      const schema = schemaOf(data, entity);
      return schema === range || THINGS[schema]?.includes(range) === true;
    });
  return link !== undefined && fits(edge.from, link.from) && fits(edge.to, link.to) ? link : UNKNOWN_LINK;
}

const supporting = ({ sources }: Entity | Edge): string[] =>
  sources.filter(({ stance }) => stance === "supports").map(({ source }) => source);

function sourceLine(data: GraphData, source: Source): string {
  return line(source.id, source.type === "article" ? "Article" : "Document", {
    title: [source.title],
    // Documents must have one.
    fileName: [source.id],
    author: source.authors,
    publisher: [source.publisher],
    publishedAt: [plainDate(source.published)],
    retrievedAt: [plainDate(source.accessed)],
    keywords: source.tags,
    sourceUrl: [source.url ?? absolute(data.content.settings.baseUrl, pagePath("source", source.id))],
  });
}
