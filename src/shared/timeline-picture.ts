/**
 * Claims in time as a drawing: how many at a time, and below it a row for each type. Where there are few, a claim is a
 * mark: a disc for a day, a line from the first to the last day that its date can mean, fading out where it is open.
 * Where there are many, the row counts them as the whole does. Places are shares of the width, so that the drawing is
 * as wide as the page has room for, with text of one size; the build and the script draw alike.
 */
import { emptyBins, histogramOf, type Parts, partsBetween, type Unit } from "./bins.ts";
import { ticksBetween } from "./calendar.ts";
import { tenth } from "./curves.ts";
import { gather } from "./gather.ts";
import { type Html, html } from "./html.ts";
import type { NetworkClaim, NetworkEdgeType } from "./network.ts";
import { pagePath } from "./paths.ts";
import { claimSentence } from "./sentence.ts";
import type { CommonWords } from "./words/words.ts";

/** Above this many claims, rows count them. */
export const MARKS_LIMIT = 150;

const ROWS_LIMIT = 14;

const WORDS = {
  label: "Claims in time; the list below has all of them",
  others: (types: number) => `${types} other types`,
};

/** Where the drawing stands: the way to the site’s root, and the language. */
export interface TimeFrame {
  readonly root: string;
  readonly words: CommonWords;
}

export interface TimeWindow {
  readonly first: number;
  readonly last: number;
}

export interface TimelinePicture {
  readonly svg: Html;
  /** Whether each claim has its mark. */
  readonly hasMarks: boolean;
  /** The part of time that a bar stands for. */
  readonly unit: Unit;
  /** How many claims fall, or may fall, into the span. */
  readonly size: number;
}

/** The whole of time that claims name, cut to whole parts of the calendar; undefined where no claim names any. */
export function wholeWindow(claims: readonly NetworkClaim[]): TimeWindow | undefined {
  const edges = emptyBins(claims)?.edges ?? [];
  const [first, end] = [edges[0], edges.at(-1)];
  return first === undefined || end === undefined ? undefined : { first, last: end - 1 };
}

/** Whether a claim’s date may be in the span. */
export const isWithin = ({ date }: NetworkClaim, { first, last }: TimeWindow): boolean =>
  date !== undefined && date.first <= last && date.last >= first;

/** On either side, in percent of the width: where lines that go on beyond the span fade out. */
const MARGIN = 4;
const ALL_HEIGHT = 72;
const ROW_LABEL = 20;
const ROW_BARS = 24;
const LANE = 11;
const AXIS = 22;

/** Draws the claims that are in the span. `types` gives the order of the rows. */
export function timelinePicture(
  claims: readonly NetworkClaim[],
  span: TimeWindow,
  { types, frame }: { readonly types: readonly NetworkEdgeType[]; readonly frame: TimeFrame },
): TimelinePicture {
  const inside = claims.filter((claim) => isWithin(claim, span));
  const hasMarks = inside.length <= MARKS_LIMIT;
  const parts = partsBetween(span.first, span.last);
  let top = ALL_HEIGHT;
  const rows = rowsOf(inside, types).map(({ id, label, claims: own }) => {
    const at = top + ROW_LABEL;
    const row = hasMarks
      ? markRow(own, span, at, frame)
      : { html: bars(own, parts, span, at, ROW_BARS), height: ROW_BARS };
    top = at + row.height;
    return {
      // Above what fades the lines out.
      label: html`<text class="time-label" x="0" y="${at - 5}">${label} <tspan class="time-number">${own.length.toLocaleString("en-GB")}</tspan></text>
`,
      signs: html`<g${id !== undefined && html` data-edge-type="${id}"`}>${row.html}</g>
`,
    };
  });
  const bottom = top + 6;
  const svg = html`<svg class="time-picture" width="100%" height="${bottom + AXIS}" role="group" aria-label="${WORDS.label}">
<defs>
<linearGradient id="time-fade-start"><stop offset="0"/><stop offset="1" stop-opacity="0"/></linearGradient>
<linearGradient id="time-fade-end"><stop offset="0" stop-opacity="0"/><stop offset="1"/></linearGradient>
</defs>
${axis(span, bottom, frame.words.locale)}<g class="time-all">${bars(inside, parts, span, 4, ALL_HEIGHT - 10)}</g>
${rows.map(({ signs }) => signs)}<rect class="time-fade" width="${MARGIN}%" y="${ALL_HEIGHT}" height="${bottom - ALL_HEIGHT}" fill="url(#time-fade-start)"/>
<rect class="time-fade" x="${100 - MARGIN}%" width="${MARGIN}%" y="${ALL_HEIGHT}" height="${bottom - ALL_HEIGHT}" fill="url(#time-fade-end)"/>
${rows.map(({ label }) => label)}</svg>
`;
  return { svg, hasMarks, unit: parts.unit, size: inside.length };
}

interface Row {
  /** The id of its type; undefined for the types that have no row of their own. */
  readonly id?: string;
  readonly label: string;
  readonly claims: readonly NetworkClaim[];
}

/** A row a type, in the order of the types; where they are many, those with most claims, and one for all others. */
function rowsOf(claims: readonly NetworkClaim[], types: readonly NetworkEdgeType[]): Row[] {
  const byType = gather(claims, ({ type }) => [type.id]);
  const rows = types.flatMap(({ id, label }): Row[] => {
    const own = byType.get(id);
    return own === undefined ? [] : [{ id, label, claims: own }];
  });
  if (rows.length <= ROWS_LIMIT) return rows;
  const largest = new Set(
    [...rows].sort((a, b) => b.claims.length - a.claims.length).slice(0, ROWS_LIMIT - 1),
  );
  const others = rows.filter((row) => !largest.has(row));
  const rest = { label: WORDS.others(others.length), claims: others.flatMap((row) => row.claims) };
  return [...rows.filter((row) => largest.has(row)), rest];
}

/** Where the beginning of a day is, in percent of the width; 0 and 100 for what is beyond the span. */
function placeOf(day: number, { first, last }: TimeWindow): number {
  if (day < first) return 0;
  if (day > last + 1) return 100;
  return MARGIN + ((day - first) / (last + 1 - first)) * (100 - 2 * MARGIN);
}

const percent = (place: number): string => `${Math.round(place * 100) / 100}%`;

function axis(span: TimeWindow, bottom: number, language: string): Html {
  const ticks = ticksBetween(span.first, span.last, language);
  return html`<g class="time-axis" aria-hidden="true">
<line x1="${MARGIN}%" x2="${100 - MARGIN}%" y1="${bottom}" y2="${bottom}"/>
${ticks.map(({ day, words }) => {
  const x = percent(placeOf(day, span));
  // The words of the last would leave the drawing.
  const hasRoom = placeOf(day, span) < 88;
  return html`<line class="time-grid" x1="${x}" x2="${x}" y1="0" y2="${bottom + 5}"/>${hasRoom && html`<text x="${x}" dx="4" y="${bottom + 16}">${words}</text>`}\n`;
})}</g>
`;
}

/** Two paths: where some may fall into a part of time, all that may; before it all that do. Heights by the square root. */
function bars(
  claims: readonly NetworkClaim[],
  parts: Parts,
  span: TimeWindow,
  top: number,
  height: number,
): Html {
  const { bins } = histogramOf(claims, parts);
  const most = Math.max(1, ...bins.map(({ sure, possible }) => sure + possible));
  const length = span.last + 1 - span.first;
  const path = (measure: (bin: (typeof bins)[number]) => number) =>
    bins
      .map((bin) => {
        const value = measure(bin);
        if (value === 0) return "";
        const [from, to] = [Math.max(bin.first, span.first), Math.min(bin.last, span.last) + 1];
        const [x, width] = [((from - span.first) / length) * 1000, ((to - from) / length) * 1000];
        return `M${tenth(x)} 100v-${tenth(100 * Math.sqrt(value / most))}h${tenth(width * 0.86)}V100`;
      })
      .join("");
  return html`<svg x="${MARGIN}%" y="${top}" width="${100 - 2 * MARGIN}%" height="${height}" viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true"><path class="possible" d="${path(({ sure, possible }) => (possible === 0 ? 0 : sure + possible))}"/><path class="sure" d="${path(({ sure }) => sure)}"/></svg>`;
}

/** Between two marks of one lane, in percent of the width: what a disc takes on a phone. */
const GAP = 2.6;

function markRow(
  claims: readonly NetworkClaim[],
  span: TimeWindow,
  top: number,
  frame: TimeFrame,
): { html: Html; height: number } {
  const placed = claims
    .flatMap((claim) => (claim.date === undefined ? [] : [{ claim, ...extentOf(claim.date, span) }]))
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.claim.id < b.claim.id ? -1 : 1));
  const ends: number[] = [];
  const marks = placed.map((mark) => {
    const free = ends.findIndex((end) => end + GAP <= mark.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = mark.to;
    return markOf(mark, top + (lane + 0.5) * LANE, frame);
  });
  return { html: html`${marks}`, height: ends.length * LANE };
}

interface Extent {
  readonly from: number;
  readonly to: number;
  readonly isDay: boolean;
}

function extentOf({ first, last }: TimeWindow, span: TimeWindow): Extent {
  if (first === last) {
    const middle = (placeOf(first, span) + placeOf(first + 1, span)) / 2;
    return { from: middle, to: middle, isDay: true };
  }
  return { from: placeOf(first, span), to: placeOf(last + 1, span), isDay: false };
}

function markOf(
  { claim, from, to, isDay }: Extent & { readonly claim: NetworkClaim },
  y: number,
  { root, words }: TimeFrame,
): Html {
  const sign = isDay
    ? html`<svg x="${percent(from)}" y="${y}" overflow="visible">${daySign(claim.status)}</svg>`
    : html`<line x1="${percent(from)}" x2="${percent(to)}" y1="${y}" y2="${y}"/>`;
  return html`<a href="${root}${pagePath("edge", claim.id)}" tabindex="-1" class="status-${claim.status}"><title>${claimSentence(claim, words)}, ${claim.date?.words ?? ""}</title>${sign}</a>
`;
}

/** The sign of a claim that has a day, around 0 0: a disc; a ring where it is alleged, a cross where it is contested. */
export function daySign(status: NetworkClaim["status"]): Html {
  switch (status) {
    case "reported":
    case "confirmed":
      return html`<circle r="4"/>`;
    case "alleged":
      return html`<circle class="ring" r="3.4"/>`;
    default:
      return html`<path class="cross" d="M-3.4 -3.4L3.4 3.4M-3.4 3.4L3.4 -3.4"/>`;
  }
}
