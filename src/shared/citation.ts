/** A claim as others cite it: in words, as BibTeX, and as CSL-JSON (the Citation Style Language’s data format, 1.0). */
import { pagePath } from "./paths.ts";
import type { Status } from "./records.ts";
import type { CommonWords } from "./words/words.ts";

export interface CitedClaim {
  readonly id: string;
  readonly sentence: string;
  /** In words; undefined for an undated claim. */
  readonly date?: string;
  readonly status: Status;
  readonly sources: readonly { readonly title: string; readonly publisher?: string; readonly url?: string }[];
  /** The site’s title. */
  readonly site: string;
  /** The absolute address of the claim’s page; where it is not known, its place in the site is said in words. */
  readonly url?: string;
  /** The day on which it was looked at, `2026-11-25`; left out by the build, which is the same on every day. */
  readonly accessed?: string;
}

/** The forms of a citation, each by its name. */
export function citationForms(claim: CitedClaim, words: CommonWords) {
  const plain = plainCitation(claim, words);
  return [
    [words.messages.common.citation.inWords, plain],
    ["BibTeX", bibtexCitation(claim, words)],
    ["CSL-JSON", cslCitation(claim, words, plain)],
  ] as const;
}

/** Where the claim is in its site, for want of an address. */
const placeOf = ({ id }: CitedClaim, { say, messages }: CommonWords): string =>
  say(messages.common.citation.page, { path: decodeURIComponent(pagePath("edge", id)) });

/** “United States sanctions Li Shangfu” (20 September 2018, reported). Source: … In: Site, https://…, accessed … */
export function plainCitation(claim: CitedClaim, words: CommonWords): string {
  const { say, messages } = words;
  const { citation } = messages.common;
  const { sentence, site, accessed } = claim;
  const address = claim.url ?? placeOf(claim, words);
  const place =
    accessed === undefined
      ? say(citation.place, { site, address })
      : say(citation.placeRead, { site, address, day: accessed });
  const sources = claim.sources
    .map(({ title, publisher }) =>
      publisher === undefined
        ? say(citation.source, { title })
        : say(citation.sourceBy, { publisher, title }),
    )
    .join(citation.between);
  const said = { sentence, ...dateAndStatus(claim, words), place };
  return sources === "" ? say(citation.plain, said) : say(citation.plainFrom, { ...said, sources });
}

function dateAndStatus({ date, status }: CitedClaim, { messages: { common } }: CommonWords) {
  return { date: date ?? common.undated, status: common.status[status] };
}

export function bibtexCitation(claim: CitedClaim, words: CommonWords): string {
  const place =
    claim.url === undefined
      ? forBibtex(placeOf(claim, words))
      : `\\url{${claim.url.replace(/[{}\\]/g, encodeURIComponent)}}`;
  const fields = [
    ["title", claim.sentence],
    ["howpublished", place],
    ["organization", claim.site],
    ["note", bibtexNote(claim, words)],
    ...(claim.accessed === undefined ? [] : [["urldate", claim.accessed] as const]),
  ] as const;
  const lines = fields.map(
    ([key, value]) => `  ${key} = {${key === "howpublished" ? value : forBibtex(value)}}`,
  );
  // A key of letters that every BibTeX knows.
  const key = claim.id.replace(/[^a-z0-9-]/g, "") || "claim";
  return `@misc{${key},\n${lines.join(",\n")}\n}\n`;
}

function bibtexNote(claim: CitedClaim, words: CommonWords): string {
  const { say, messages } = words;
  const { citation } = messages.common;
  const sources = claim.sources
    .map(({ title, publisher }) =>
      publisher === undefined ? title : say(citation.noteSource, { publisher, title }),
    )
    .join(citation.between);
  const said = dateAndStatus(claim, words);
  return sources === "" ? say(citation.note, said) : say(citation.noteFrom, { ...said, sources });
}

/** A text as it stands in a field of BibTeX. */
export const forBibtex = (text: string): string =>
  text.replace(/[\\{}$&#^_~%]/g, (character) => BIBTEX[character] ?? `\\${character}`);

const BIBTEX: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};

export function cslCitation(
  claim: CitedClaim,
  words: CommonWords,
  note = plainCitation(claim, words),
): string {
  const accessed = claim.accessed?.split("-").map(Number);
  const item = {
    id: claim.id,
    type: "webpage",
    title: claim.sentence,
    "container-title": claim.site,
    // What is undefined is not written.
    URL: claim.url,
    accessed: accessed && { "date-parts": [accessed] },
    note,
  };
  return `${JSON.stringify([item], undefined, 2)}\n`;
}
