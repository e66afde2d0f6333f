/**
 * The text that a new file begins with in the web editor: valid as it is, so that nobody starts from an error, with
 * explanations for those who have never seen one, and a draft, so that none of it is published before they say so.
 */

import type { EntityInBrief } from "../shared/brief.ts";
import { fileText } from "../shared/file-text.ts";
import type { RecordKind } from "../shared/paths.ts";
import type { Edge, Entity, EntityType } from "../shared/records.ts";
import { isId } from "../shared/text.ts";
import { findPerSite, valuePerSite } from "./once.ts";
import type { Site } from "./site.ts";

export interface NewFile {
  /** An id that no record has. */
  readonly id: string;
  readonly text: string;
  /** The same with fewer explanations, for an address that has no room. */
  readonly shorter: () => string;
}

/** What a new claim is to be about: an entity, two of them, a claim or a source. */
export type ClaimStart =
  | { readonly entity: EntityInBrief; readonly other?: string }
  | { readonly edge: Edge }
  | { readonly source: string };

/** Keys of a front matter whose values are examples: they are written behind a #. */
type Examples = readonly string[];

type Hints = Readonly<Record<string, string>>;

export function newEntity(site: Site): NewFile {
  const { newFile: said } = site.words.messages;
  const type = firstOf(site.content.ontology.entityTypes);
  const keys = { type, name: said.name, description: said.description, date: "1949-10-01", draft: true };
  const hints = { ...said.entity, type: oneOf(site, said.entity.type, site.content.ontology.entityTypes) };
  return fileOf(site, "entity", "new-entity", keys, hints, ["description", "date"]);
}

export function newSource(site: Site): NewFile {
  const { newFile: said } = site.words.messages;
  const keys = {
    title: said.title,
    type: "article",
    publisher: said.publisher,
    url: "https://example.org/",
    published: "2023-06-15",
    draft: true,
  };
  return fileOf(site, "source", "new-source", keys, said.source, ["publisher", "url", "published"]);
}

/** Undefined where there is nobody whom it could join, no type that may, or no source although one is required. */
export function newClaim(site: Site, start?: ClaimStart): NewFile | undefined {
  const source = sourceFor(site, start);
  const fit = endsFor(site, start);
  if (fit === undefined || (source === undefined && site.content.settings.requireSources)) return undefined;
  const { newFile: said } = site.words.messages;
  const about = start !== undefined && "edge" in start ? start.edge.id : undefined;
  const keys = {
    type: fit.type,
    from: fit.from.id,
    to: fit.to.id,
    date: "2023-06-15",
    about: about === undefined ? [] : [about],
    sources: source === undefined ? [] : [source],
    draft: true,
  };
  const hints = {
    ...said.claim,
    type: oneOf(site, said.claim.type, site.content.ontology.edgeTypes),
    from: site.words.say(said.claim.from, { id: fit.from.id }),
    sources: site.words.say(said.claim.sources, { id: source ?? "…" }),
  };
  const subject =
    start === undefined
      ? ""
      : "edge" in start
        ? start.edge.id
        : "entity" in start
          ? start.entity.id
          : start.source;
  return fileOf(site, "edge", subject === "" ? "new-claim" : `${subject}-new-claim`, keys, hints, ["date"]);
}

const firstOf = (types: ReadonlyMap<string, unknown>): string | undefined => [...types.keys()][0];

/** As many as a newcomer reads. */
const TYPES_NAMED = 40;

function oneOf(site: Site, hint: string, types: ReadonlyMap<string, unknown>): string {
  const ids = [...types.keys()];
  const named = ids.slice(0, TYPES_NAMED).join(", ");
  return site.words.say(hint, { types: ids.length > TYPES_NAMED ? `${named}, …` : named });
}

function fileOf(
  site: Site,
  kind: RecordKind,
  wish: string,
  keys: Readonly<Record<string, unknown>>,
  hints: Hints,
  examples: Examples,
): NewFile {
  const text = fileText(kind, keys);
  const { intro } = site.words.messages.newFile;
  return {
    id: freeId(site, wish),
    text: explained(text, { intro, ...hints }, examples),
    shorter: () => explained(text, { draft: hints.draft ?? "" }, examples),
  };
}

/** An explanation above each key that has one; examples are comments themselves. */
function explained(text: string, hints: Hints, examples: Examples): string {
  const lines = text.split("\n").flatMap((line, i) => {
    const key = /^\w+(?=:)/.exec(line)?.[0];
    const hint = i === 0 ? undefined : key && hints[key];
    const said = [
      ...(hint === undefined ? [] : [`# ${hint}`]),
      examples.includes(key ?? "") ? `# ${line}` : line,
    ];
    return i === 0 && hints.intro !== undefined ? [...said, `# ${hints.intro}`] : said;
  });
  return lines.join("\n");
}

function freeId({ content }: Site, wish: string): string {
  const base = isId(`${wish}-99`) ? wish : "new-claim";
  let id = base;
  for (let n = 2; content.byId.has(id); n++) id = `${base}-${n}`;
  return id;
}

/** The source that is likeliest meant: the one asked about, else one that the same matter rests on, else the most cited. */
function sourceFor(site: Site, start?: ClaimStart): string | undefined {
  if (start !== undefined && "source" in start) return start.source;
  const near =
    start === undefined
      ? undefined
      : "edge" in start
        ? start.edge.sources[0]?.source
        : aroundEntity(site, start.entity.id).source;
  return near ?? mostCited(site);
}

interface Around {
  /** The first source that a claim of the entity has. */
  readonly source?: string;
  /** The ends of its first claims, targets before actors. */
  readonly ends: readonly string[];
}

/** A hub has tens of thousands of claims. */
const CLAIMS_ASKED = 10;

const aroundEntity = findPerSite("around", ({ relations }, id): Around => {
  const claims = relations.claims.get(id) ?? [];
  return {
    source: claims.find(({ sources }) => sources.length > 0)?.sources[0]?.source,
    ends: claims.slice(0, CLAIMS_ASKED).flatMap(({ from, to }) => [...to, ...from]),
  };
});

/** The id of the source that most claims cite; undefined where there is none. */
const mostCited = valuePerSite("mostcited", ({ content, relations }) => {
  const claims = (id: string) => relations.citingClaims.get(id)?.length ?? 0;
  const [source] = [...content.sources].sort((a, b) => claims(b.id) - claims(a.id));
  return source?.id;
});

interface Ends {
  readonly from: EntityInBrief;
  readonly to: EntityInBrief;
  /** The first type of the ontology that may join the two. */
  readonly type: string;
}

/** The first two of those that are likely meant whom a type of claim may join. */
function endsFor(site: Site, start?: ClaimStart): Ends | undefined {
  for (const [from, to] of pairsFor(site, start)) {
    const type = from === undefined || to === undefined || from === to ? undefined : typeFor(site, from, to);
    if (from !== undefined && to !== undefined && type !== undefined) return { from, to, type };
  }
  return undefined;
}

type LikelyPair = readonly [from: EntityInBrief | undefined, to: EntityInBrief | undefined];

/** The likeliest first. */
function* pairsFor(site: Site, start?: ClaimStart): Generator<LikelyPair> {
  const top = foremost(site);
  let actor = entityAt(site, top[0] ?? "");
  if (start !== undefined && "edge" in start) {
    const [from] = start.edge.from.map((id) => entityAt(site, id));
    const [to] = start.edge.to.map((id) => entityAt(site, id));
    yield* [
      [to, from],
      [from, to],
    ] satisfies LikelyPair[];
    actor = from;
  }
  if (start !== undefined && "entity" in start) {
    actor = start.entity;
    if (start.other !== undefined) yield [actor, entityAt(site, start.other)];
    for (const id of aroundEntity(site, actor.id).ends) yield [actor, entityAt(site, id)];
  }
  for (const id of top) yield [actor, entityAt(site, id)];
}

function entityAt({ content }: Site, id: string): EntityInBrief | undefined {
  const record = content.byId.get(id);
  return record?.kind === "entity" ? record : undefined;
}

const FOREMOST = 10;

/** The ids of those with the highest PageRank. */
const foremost = valuePerSite("foremost", ({ content, analysis }): readonly string[] => {
  const rank = ({ id }: Entity) => analysis.pagerank.get(id) ?? 0;
  const ranked = [...content.entities].sort((a, b) => rank(b) - rank(a));
  return ranked.slice(0, FOREMOST).map(({ id }) => id);
});

const mayBe = (allowed: readonly string[] | undefined, type: EntityType["id"]): boolean =>
  allowed === undefined || allowed.includes(type);

function typeFor({ content }: Site, from: EntityInBrief, to: EntityInBrief): string | undefined {
  for (const type of content.ontology.edgeTypes.values())
    if (mayBe(type.from, from.type) && mayBe(type.to, to.type)) return type.id;
  return undefined;
}
