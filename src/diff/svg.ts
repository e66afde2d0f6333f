/**
 * The part of the graph that a change touches, before and after, side by side in one SVG that stands alone: each thing at
 * the same place in both, and what happened to it as a sign and a word beside it.
 */
import { html } from "../shared/html.ts";
import { LABEL_SIZE } from "../shared/label.ts";
import { type MapExtent, mapExtent } from "../shared/map.ts";
import { count } from "../shared/text.ts";
import type { Difference, Side } from "./difference.ts";
import { panel, SIGNS } from "./panel.ts";
import { cut, visible } from "./quoted.ts";
import { summaryOf } from "./summary.ts";
import { type Touched, touchedPart } from "./touched.ts";

const FONT = "system-ui, Noto Sans, Segoe UI, Helvetica Neue, Arial, sans-serif";
/** For the name of each side above, and for what is said below. */
const HEAD = 40;
const FOOT = 56;
const GAP = 32;
/** Narrower than this there is no room for the words. */
const WIDTH = 360;

export function svgOf(base: Side, head: Side, difference: Difference): string {
  const part = touchedPart(base.content, head.content, difference);
  const { paper, ink, muted } = head.content.theme.light;
  const extent = atLeast(mapExtent([...part.places.values()]), WIDTH);
  const [width, height] = [extent.right - extent.left, extent.bottom - extent.top].map(Math.ceil) as [
    number,
    number,
  ];
  const total = { width: 2 * width + GAP, height: HEAD + height + FOOT };
  const summary = `${summaryOf(difference)}.`;
  const panels = (
    [
      ["Before", base, part.before],
      ["After", head, part.after],
    ] as const
  ).map(
    (
      [when, side, half],
      i,
    ) => html`<svg x="${i * (width + GAP)}" y="${HEAD}" width="${width}" height="${height}" viewBox="${Math.floor(extent.left)} ${Math.floor(extent.top)} ${width} ${height}" role="group" aria-label="${when}">
${panel(half, side.content, part)}</svg>
<text x="${i * (width + GAP) + 12}" y="26" font-size="15" font-weight="bold">${when}: ${visible(cut(side.label, 40))}</text>
`,
  );
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${total.width}" height="${total.height}" viewBox="0 0 ${total.width} ${total.height}" font-family="${FONT}" font-size="${LABEL_SIZE}" fill="${ink}" role="group">
<title>${summary}</title>
<rect width="100%" height="100%" fill="${paper}"/>
<path d="M${width + GAP / 2} 8V${HEAD + height}" stroke="${muted}"/>
${panels}<text x="12" y="${HEAD + height + 20}">${lineOf(summary, total.width)}</text>
<text x="12" y="${HEAD + height + 42}" fill="${muted}">${footOf(part)}</text>
</svg>
`.markup;
}

/** As much of a text as fits into a line of that width, about. */
const lineOf = (text: string, width: number): string => cut(text, Math.floor((width - 24) / 6.5));

function footOf({ left, places }: Touched): string {
  if (places.size === 0) return "Nothing of the graph is touched.";
  const missing = [
    left.entities > 0 && count(left.entities, "entity", "entities"),
    left.claims > 0 && count(left.claims, "claim"),
  ].filter(Boolean);
  const rest = missing.length > 0 ? ` Without ${missing.join(" and ")}, for which there is no room.` : "";
  return `What is touched, and its neighbours: ${Object.values(SIGNS).slice(0, 3).join(", ")}. Of claims that are not touched, one line a pair.${rest}`;
}

function atLeast(extent: MapExtent, width: number): MapExtent {
  const more = Math.max(0, width - (extent.right - extent.left)) / 2;
  return { ...extent, left: extent.left - more, right: extent.right + more };
}
