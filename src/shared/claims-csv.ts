/** Claims as a file for spreadsheets: what the network page saves, and what the page of the table links to. */
import { csvText } from "./csv.ts";
import type { NetworkClaim, NetworkEntity } from "./network.ts";
import { claimSentence } from "./sentence.ts";
import { originsOf } from "./support.ts";
import { dayText } from "./viewpoint.ts";
import type { CommonWords } from "./words/words.ts";

const COLUMNS: Readonly<Record<string, (claim: NetworkClaim, words: CommonWords) => string | number>> = {
  id: ({ id }) => id,
  claim: claimSentence,
  type: ({ type }) => type.id,
  from: ({ from }) => idsOf(from),
  from_names: ({ from }) => namesOf(from),
  to: ({ to }) => idsOf(to),
  to_names: ({ to }) => namesOf(to),
  date: ({ date }) => date?.words ?? "",
  earliest: ({ date }) => dayOrNothing(date?.first),
  latest: ({ date }) => dayOrNothing(date?.last),
  status: ({ status }) => status,
  attributed_to: ({ attributedTo }) => idsOf(attributedTo),
  responds_to: ({ respondsTo }) => idsOf(respondsTo),
  independent_sources: ({ sources }) => originsOf(sources).size,
  sources: ({ sources }) => idsOf(sources),
  source_urls: ({ sources }) => sources.flatMap(({ url }) => url ?? []).join(" "),
};

/** The claims as CSV (RFC 4180): a row a claim; cells that a spreadsheet would run as a formula begin with `'`. */
export function csvOf(claims: Iterable<NetworkClaim>, words: CommonWords): string {
  const rows = [...claims].map((claim) => Object.values(COLUMNS).map((cell) => cell(claim, words)));
  return csvText([Object.keys(COLUMNS), ...rows]);
}

/** The ids of records, with spaces between them. */
export const idsOf = (records: readonly { readonly id: string }[]): string =>
  records.map(({ id }) => id).join(" ");

const namesOf = (entities: readonly NetworkEntity[]): string => entities.map(({ name }) => name).join("; ");

const dayOrNothing = (day: number | undefined): string =>
  day === undefined || !Number.isFinite(day) ? "" : dayText(day);
