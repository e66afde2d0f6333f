/** Where bodies name an entity: each wikilink with the paragraph around it. */
import { gather } from "../shared/gather.ts";
import { parseBody, wikilinksIn } from "../shared/markdown.ts";
import { oncePer } from "../shared/once.ts";
import type { AnyRecord } from "../shared/records.ts";
import { findPerSite, mapPerSite, oncePerSite } from "./once.ts";
import { type Passage, plainText } from "./plain-text.ts";
import type { Site } from "./site.ts";

export interface Mention {
  /** The paragraph as plain text, and where in it the words of the link are. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the links of a body name, which is known without the other records, and therefore kept as long as this one. */
const targetsIn = oncePer(({ body }: AnyRecord): readonly string[] =>
  body.includes("[[") ? [...new Set(wikilinksIn(body).map(({ target }) => target))] : NOBODY,
);

const NOBODY: readonly string[] = [];

const allMentioning = mapPerSite("mentioning", (site): ReadonlyMap<string, readonly AnyRecord[]> => {
  const { entities, edges, sources, links } = site.content;
  return gather([...entities, ...edges, ...sources], (record) =>
    targetsIn(record).flatMap((target) => {
      const [found] = links.find(target);
      return found?.kind === "entity" && found.id !== record.id ? [found.id] : [];
    }),
  );
});

/** The records in whose bodies an entity is mentioned, by kind and id. */
export function recordsMentioning(site: Site, id: string): readonly AnyRecord[] {
  return allMentioning(site).get(id) ?? [];
}

/** Where a body names an entity. */
export function mentionsIn(site: Site, record: AnyRecord, id: string): Mention[] {
  return passagesOf(site, record.id).flatMap(({ text, links }) =>
    links.filter((link) => link.id === id).map(({ start, end }) => ({ text, start, end })),
  );
}

/** The passages of a record’s body that link to entities: a body that names ten is quoted on the pages of all ten. */
const passagesOf = findPerSite("passages", (site, id): readonly Passage[] => {
  const known = passages(site).get(id) ?? passagesIn(site, site.whole.byId.get(id));
  passages(site).set(id, known);
  return known;
});

const passages = oncePerSite((_) => new Map<string, readonly Passage[]>());

function passagesIn(site: Site, record: AnyRecord | undefined): Passage[] {
  if (record === undefined) return [];
  return parseBody(record.body)
    .filter(({ type }) => type === "inline")
    .map((token) => plainText(site, token))
    .filter(({ links }) => links.length > 0);
}

/** The sentence around a mention, in three parts: before the link, its words, and after it. */
export function sentenceAround({ text, start, end }: Mention, language: string): [string, string, string] {
  const sentences = segmenter(language).segment(text);
  const from = sentences.containing(start)?.index ?? 0;
  // A name may hold what looks like the end of a sentence.
  const last = sentences.containing(Math.max(start, end - 1));
  const to = last === undefined ? text.length : last.index + last.segment.length;
  return [
    shortenedStart(text.slice(from, start)).trimStart(),
    text.slice(start, end),
    shortenedEnd(text.slice(end, to)).trimEnd(),
  ];
}

/** At most so much of a sentence is kept on each side of the link. */
const SIDE = 200;

const shortenedStart = (text: string): string =>
  text.length <= SIDE ? text : `…${text.slice(-SIDE).replace(/^\S*/, "")}`;
const shortenedEnd = (text: string): string =>
  text.length <= SIDE ? text : `${text.slice(0, SIDE).replace(/\S*$/, "").trimEnd()} …`;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const found = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "sentence" });
  segmenters.set(language, found);
  return found;
}
