/** Long lists in parts: the first at the list’s own address, the others below it under `page/2/`, `page/3/` … */
import { type Html, html } from "../../shared/html.ts";
import { compose } from "../compose.ts";
import type { Site } from "../site.ts";

export const PART_SIZE = 500;

export interface Part<T> {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly items: readonly T[];
  /** The address of this part, relative to the site’s root. */
  readonly address: string;
  /** The address of the list. */
  readonly base: string;
}

/** Cuts a list into parts; an empty list is one empty part. */
export function partsOf<T>(items: readonly T[], base: string, size = PART_SIZE): Part<T>[] {
  const of = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: of }, (_, i) => ({
    number: i + 1,
    of,
    items: items.slice(i * size, (i + 1) * size),
    address: partAt(base, i + 1),
    base,
  }));
}

/** The address of a part of a list. */
export const partAt = (base: string, number: number): string =>
  number === 1 ? base : `${base}page/${number}/`;

/** The title of a part’s page: the list’s own on the first. */
export function titleOfPart({ words: { messages, say } }: Site, title: string, number: number): string {
  return number === 1 ? title : say(messages.parts.partTitle, { title, number });
}

/** What is on the page, in whole sentences, and which part of the list it is where there are several. */
export function summaryOfPart(
  { words: { messages, say } }: Site,
  summary: string,
  { number, of }: Part<unknown>,
): string {
  return of === 1 ? summary : say(messages.parts.partSummary, { summary, number, of });
}

/** Links to the other parts; nothing where there is one part only. */
export function pager(site: Site, part: Part<unknown>, root: string): Html | false {
  if (part.of === 1) return false;
  const { words } = site;
  const link = (number: number) =>
    number === part.number
      ? html`<li><a href="${root}${part.address}" aria-current="page">${words.number(number)}</a></li>\n`
      : html`<li><a href="${root}${partAt(part.base, number)}">${words.number(number)}</a></li>\n`;
  const at = (number: number) =>
    number >= 1 && number <= part.of ? root + partAt(part.base, number) : undefined;
  const pieces = {
    root,
    number: words.number(part.number),
    of: words.number(part.of),
    previous: at(part.number - 1),
    next: at(part.number + 1),
    links: html`${numbersNear(part.number, part.of).map((number) => (number === undefined ? html`<li aria-hidden="true">…</li>\n` : link(number)))}`,
  };
  return compose(
    site,
    "pager",
    pieces,
    (p) => html`<nav class="pager" aria-label="${words.messages.parts.pager}">
<ol>
${p.links}</ol>
</nav>
`,
  );
}

/** The first, the last and those around the current one; undefined marks a gap. */
function numbersNear(current: number, last: number): (number | undefined)[] {
  const shown = Array.from({ length: last }, (_, i) => i + 1).filter(
    (number) => number === 1 || number === last || Math.abs(number - current) <= 2,
  );
  return shown.flatMap((number, i) => {
    const before = shown[i - 1];
    return before !== undefined && number - before > 1 ? [undefined, number] : [number];
  });
}
