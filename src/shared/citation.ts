/** A claim as others cite it: in words, as BibTeX, and as CSL-JSON (the Citation Style Language’s data format, 1.0). */
import { pagePath } from "./paths.ts";

export interface CitedClaim {
  readonly id: string;
  readonly sentence: string;
  /** In words; undefined for an undated claim. */
  readonly date?: string;
  readonly status: string;
  readonly sources: readonly { readonly title: string; readonly publisher?: string; readonly url?: string }[];
  /** The site’s title. */
  readonly site: string;
  /** The absolute address of the claim’s page; where it is not known, its place in the site is said in words. */
  readonly url?: string;
  /** The day on which it was looked at, `2026-11-25`; left out by the build, which is the same on every day. */
  readonly accessed?: string;
}

/** Where the claim is in its site, for want of an address. */
const placeOf = ({ id }: CitedClaim): string => `page ${decodeURIComponent(pagePath("edge", id))}`;

/** “United States sanctions Li Shangfu” (20 September 2018, reported). Source: … In: Site, https://…, accessed … */
export function plainCitation(claim: CitedClaim): string {
  const sources = claim.sources.map(({ title, publisher }) =>
    publisher === undefined ? `“${title}”` : `${publisher}, “${title}”`,
  );
  const resting = sources.length === 0 ? "" : ` Source: ${sources.join("; ")}.`;
  const accessed = claim.accessed === undefined ? "" : ` (accessed ${claim.accessed})`;
  return `“${claim.sentence}” (${claim.date ?? "undated"}, ${claim.status}).${resting} In: ${claim.site}, ${claim.url ?? placeOf(claim)}${accessed}.`;
}

export function bibtexCitation(claim: CitedClaim): string {
  const note = claim.sources
    .map(({ title, publisher }) => [publisher, title].filter(Boolean).join(": "))
    .join("; ");
  const place =
    claim.url === undefined
      ? forBibtex(placeOf(claim))
      : `\\url{${claim.url.replace(/[{}\\]/g, encodeURIComponent)}}`;
  const fields = [
    ["title", claim.sentence],
    ["howpublished", place],
    ["organization", claim.site],
    ["note", [`Claim, ${claim.date ?? "undated"}, ${claim.status}`, note].filter(Boolean).join(". Source: ")],
    ...(claim.accessed === undefined ? [] : [["urldate", claim.accessed] as const]),
  ] as const;
  const lines = fields.map(
    ([key, value]) => `  ${key} = {${key === "howpublished" ? value : forBibtex(value)}}`,
  );
  // A key of letters that every BibTeX knows.
  const key = claim.id.replace(/[^a-z0-9-]/g, "") || "claim";
  return `@misc{${key},\n${lines.join(",\n")}\n}\n`;
}

const forBibtex = (text: string): string =>
  text.replace(/[\\{}$&#^_~%]/g, (character) => BIBTEX[character] ?? `\\${character}`);

const BIBTEX: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};

export function cslCitation(claim: CitedClaim): string {
  const accessed = claim.accessed?.split("-").map(Number);
  const item = {
    id: claim.id,
    type: "webpage",
    title: claim.sentence,
    "container-title": claim.site,
    // What is undefined is not written.
    URL: claim.url,
    accessed: accessed && { "date-parts": [accessed] },
    note: plainCitation(claim),
  };
  return `${JSON.stringify([item], undefined, 2)}\n`;
}
