/** What both formats of a feed are made from: the entries, their words and their moments. */
import type { SourceInBrief } from "../../shared/brief.ts";
import type { Edge } from "../../shared/records.ts";
import { dateWords, entityName, type Site } from "../site.ts";

export interface Feed {
  /** Of its files relative to the site’s root, percent-encoded and without their ending. */
  readonly address: string;
  /** Of the page that it belongs to. */
  readonly home: string;
  readonly title: string;
  /** Newest first. */
  readonly claims: readonly Edge[];
}

export const FEED_FORMATS = {
  atom: { ending: ".atom", type: "application/atom+xml" },
  json: { ending: ".json", type: "application/feed+json" },
};

/** What is said of a claim: “15 June 2023 · alleged · says Atlantis · Source: The press, The copy”. */
export function summaryOf(site: Site, edge: Edge): string {
  const { messages, say, list } = site.words;
  const { common, machines } = messages;
  const { feed: said } = machines;
  const sources = sourcesOf(site, edge).map(({ publisher, title }) =>
    publisher === undefined ? title : say(said.source, { publisher, title }),
  );
  const parts = [
    edge.date === undefined ? common.undated : dateWords(site, edge.date),
    common.status[edge.status],
    edge.attributedTo.length > 0 && say(said.says, { authors: list(authorsOf(site, edge)) }),
    sources.length > 0 &&
      say(said.sources, {
        sources: sources.reduce((all, source) => say(said.nextSource, { sources: all, source })),
      }),
  ];
  return parts.filter((part) => part !== false).join(" · ");
}

export const authorsOf = (site: Site, edge: Edge): string[] =>
  edge.attributedTo.map((id) => entityName(site, id));

export function sourcesOf(site: Site, edge: Edge): SourceInBrief[] {
  return [...new Set(edge.sources.map(({ source }) => source))]
    .map((id) => site.content.byId.get(id))
    .filter((record) => record?.kind === "source");
}

/**
 * The moment that a feed gives a claim, from the content alone so that equal content gives equal feeds: the first that
 * the claim’s date can mean; where that is open, the last; for the undated, the first on which its newest source can
 * have been published. Undefined where none is known, or outside of the years that RFC 3339 can write.
 */
export function momentOf(site: Site, edge: Edge): string | undefined {
  const published = sourcesOf(site, edge).flatMap((source) => source.published?.min ?? []);
  const moment = [edge.date?.min, edge.date?.max, Math.max(...published)].find(
    (time) => time !== undefined && Number.isFinite(time),
  );
  if (moment === undefined || moment < FIRST || moment > LAST) return undefined;
  return new Date(moment).toISOString().replace(/\.\d+Z$/, "Z");
}

const FIRST = Date.parse("0001-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T23:59:59Z");
