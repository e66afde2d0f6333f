/**
 * The text that a new file begins with in the web editor: valid as it is, so that nobody starts from an error, with
 * explanations for those who have never seen one, and a draft, so that none of it is published before they say so.
 */
import { fileText } from "../shared/file-text.ts";
import type { RecordKind } from "../shared/paths.ts";
import type { Edge, Entity, EntityType } from "../shared/records.ts";
import { isId } from "../shared/text.ts";
import { oncePerSite } from "./once.ts";
import type { Site } from "./site.ts";

export interface NewFile {
  /** An id that no record has. */
  readonly id: string;
  /** From the one that explains most to the plainest, for addresses that have no room. */
  readonly texts: readonly string[];
}

/** What a new claim is to be about: an entity, two of them, a claim or a source. */
export type ClaimStart =
  | { readonly entity: Entity; readonly other?: string }
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
  const ends = endsFor(site, start);
  const fit = ends.find(({ type }) => type !== undefined);
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
    texts: [
      explained(text, { intro, ...hints }, examples),
      explained(text, { draft: hints.draft ?? "" }, examples),
    ],
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
  const claims =
    start === undefined
      ? []
      : "edge" in start
        ? [start.edge]
        : (site.relations.claims.get(start.entity.id) ?? []);
  const near = claims.find(({ sources }) => sources.length > 0)?.sources[0]?.source;
  return near ?? mostCited(site).source;
}

const mostCited = oncePerSite(({ content, relations }): { readonly source?: string } => {
  const claims = (id: string) => relations.citingClaims.get(id)?.length ?? 0;
  const [source] = [...content.sources].sort((a, b) => claims(b.id) - claims(a.id));
  return source === undefined ? {} : { source: source.id };
});

interface Ends {
  readonly from: Entity;
  readonly to: Entity;
  /** The first type of the ontology that may join the two. */
  readonly type: string | undefined;
}

/** Pairs that are likely meant, the likeliest first. */
function endsFor(site: Site, start?: ClaimStart): Ends[] {
  const top = foremost(site);
  const pair = (from: Entity | undefined, to: Entity | undefined): Ends[] =>
    from === undefined || to === undefined || from === to
      ? []
      : [{ from, to, type: typeFor(site, from, to) }];
  const [first] = top;
  if (start === undefined || "source" in start) return top.flatMap((other) => pair(first, other));
  if ("edge" in start) {
    const [from] = start.edge.from.map((id) => entityAt(site, id));
    const [to] = start.edge.to.map((id) => entityAt(site, id));
    return [...pair(to, from), ...pair(from, to), ...top.flatMap((other) => pair(from, other))];
  }
  const { entity, other } = start;
  const known = (site.relations.claims.get(entity.id) ?? []).slice(0, CLAIMS_ASKED);
  const neighbours = known.flatMap(({ from, to }) => [...from, ...to]);
  const wanted = [...(other === undefined ? neighbours : [other])].map((id) => entityAt(site, id));
  return [...wanted, ...top].flatMap((each) => pair(entity, each));
}

/** A hub has tens of thousands. */
const CLAIMS_ASKED = 10;

function entityAt({ content }: Site, id: string): Entity | undefined {
  const record = content.byId.get(id);
  return record?.kind === "entity" ? record : undefined;
}

const FOREMOST = 10;

/** Those with the highest PageRank. */
const foremost = oncePerSite(({ content, analysis }): readonly Entity[] => {
  const rank = ({ id }: Entity) => analysis.pagerank.get(id) ?? 0;
  return [...content.entities].sort((a, b) => rank(b) - rank(a)).slice(0, FOREMOST);
});

const mayBe = (allowed: readonly string[] | undefined, type: EntityType["id"]): boolean =>
  allowed === undefined || allowed.includes(type);

function typeFor({ content }: Site, from: Entity, to: Entity): string | undefined {
  const types = [...content.ontology.edgeTypes.values()];
  return types.find((type) => mayBe(type.from, from.type) && mayBe(type.to, to.type))?.id;
}
