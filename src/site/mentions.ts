/** Where bodies name an entity: each wikilink with the paragraph around it. */
import { parseBody } from "../shared/markdown.ts";
import type { AnyRecord } from "../shared/records.ts";
import { oncePerSite } from "./once.ts";
import { plainText } from "./plain-text.ts";
import type { Site } from "./site.ts";

export interface Mention {
  /** The record whose body holds the link. */
  readonly record: AnyRecord;
  /** The paragraph as plain text, and where in it the words of the link are. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const allMentions = oncePerSite((site): ReadonlyMap<string, readonly Mention[]> => {
  const mentions = new Map<string, Mention[]>();
  const { entities, edges, sources } = site.content;
  for (const record of [...entities, ...edges, ...sources]) {
    if (!record.body.includes("[[")) continue;
    for (const token of parseBody(record.body)) {
      if (token.type !== "inline") continue;
      const { text, links } = plainText(site, token);
      for (const { id, start, end } of links) {
        if (id === record.id) continue;
        const list = mentions.get(id);
        const mention = { record, text, start, end };
        if (list === undefined) mentions.set(id, [mention]);
        else list.push(mention);
      }
    }
  }
  return mentions;
});

/** The mentions of an entity in other records, by kind and id of these. */
export function mentionsOf(site: Site, id: string): readonly Mention[] {
  return allMentions(site).get(id) ?? [];
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
