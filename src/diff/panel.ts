/** One side of the part that a change touches, drawn: lines, nodes, and beside each what happened to it. */
import { pairsOf } from "../graph/build.ts";
import {
  bendOf,
  type Curve,
  curveBetween,
  type Disc,
  lineThickness,
  loopOver,
  type Point,
  pointOn,
  svgHead,
  svgPath,
  tenth,
} from "../shared/curves.ts";
import { dateInWords } from "../shared/dates.ts";
import { type Html, html } from "../shared/html.ts";
import { LABEL_GAP, LABEL_LINE, LABEL_SIZE, labelLines, lineWidth } from "../shared/label.ts";
import type { Content, Edge, Entity } from "../shared/records.ts";
import { dashesOf } from "../shared/signs.ts";
import { wordsIn } from "../shared/words/languages.ts";
import { visible } from "./quoted.ts";
import { type Half, type Mark, RING, type Touched } from "./touched.ts";

export const SIGNS: Readonly<Record<Mark, string>> = {
  added: "+ added",
  removed: "− removed",
  changed: "~ changed",
  renamed: "~ renamed",
  superseded: "− superseded",
};
/** The size of the words beside a line, in pixels. */
const WORDS_SIZE = 11;
/** Where its words may stand: in shares of a line’s way, and so far below it in pixels. */
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
const ASIDE = [0, 13, -13];

/** The content is that of the side, for its colours and its language. */
export function panel({ entities, claims }: Half, content: Content, part: Touched): Html {
  const { paper, ink } = content.theme.light;
  const lines = curvesOf(claims, content, part);
  const taken = entities.map((entity) => frameOf(entity, part));
  return html`<g fill="none">
${lines.map((line) => lineMark(line, content, part))}</g>
<g stroke="${ink}">
${entities.map((entity) => nodeMark(entity, discOf(entity.id, part), content, part))}</g>
<g fill="${ink}" stroke="${paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke" text-anchor="middle">
${entities.map((entity) => nodeWords(entity, discOf(entity.id, part), part))}${lines.map((line) => line.isFirst && lineWords(line, taken, part))}</g>
`;
}

interface Drawn {
  readonly claim: Edge;
  readonly curve: Curve;
  /** Whether it is the first line of its claim. */
  readonly isFirst: boolean;
}

/** A line for each actor and target; those of one pair are fanned apart, alike on both sides. */
function curvesOf(claims: readonly Edge[], content: Content, part: Touched): Drawn[] {
  return claims.flatMap((claim) => {
    const directed = content.ontology.edgeTypes.get(claim.type)?.directed ?? true;
    const pairs = pairsOf(claim);
    return pairs.map(([from, to], i): Drawn => {
      const siblings = part.claimsBetween(from, to);
      const index = Math.max(0, siblings.indexOf(claim.id));
      const bend = bendOf(index, siblings.length) * (from <= to ? 1 : -1);
      const [start, end] = [discOf(from, part), discOf(to, part)];
      const curve = from === to ? loopOver(start, index, directed) : curveBetween(start, end, bend, directed);
      return { claim, curve, isFirst: i === 0 };
    });
  });
}

function discOf(id: string, { places, radiusOf }: Touched): Disc {
  return { ...(places.get(id) ?? { x: 0, y: 0 }), radius: radiusOf(id) };
}

function lineMark({ claim, curve }: Drawn, content: Content, { marks }: Touched): Html {
  const color = content.ontology.edgeTypes.get(claim.type)?.color ?? content.theme.light.muted;
  const mark = marks.get(claim.id);
  const dashes = dashesOf(content.theme.dashes, claim.status).join(" ");
  const width = lineThickness(1) * (mark === undefined ? 1 : 1.6);
  return html`<g stroke="${color}" opacity="${mark === undefined ? 0.5 : 1}"><title>${titleOf(claim, content)}${inBrackets(mark)}</title><path d="${svgPath(curve)}" stroke-width="${tenth(width)}"${dashes !== "" && html` stroke-dasharray="${dashes}"`}/>${curve.head !== undefined && html`<path d="${svgHead(curve.head)}" fill="${color}" stroke="none"/>`}</g>
`;
}

function titleOf({ title = "", date }: Edge, { settings }: Content): string {
  return visible(date === undefined ? title : `${title}, ${dateInWords(date, wordsIn(settings.language))}`);
}

const inBrackets = (mark: Mark | undefined): string => (mark === undefined ? "" : ` (${SIGNS[mark]})`);

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a node and its words cover. */
function frameOf({ id, name }: Entity, part: Touched): Frame {
  const { x, y, radius } = discOf(id, part);
  const lines = labelLines(visible(name));
  const half = Math.max(radius, ...lines.map((line) => lineWidth(line) / 2));
  const words = part.marks.has(id) ? RING + LABEL_LINE : 0;
  const bottom = y + radius + LABEL_GAP + lines.length * LABEL_LINE + words;
  return { left: x - half, right: x + half, top: y - radius, bottom };
}

/** Beside the line’s middle, or where nothing else stands; what is taken then is noted in `taken`. */
function lineWords({ claim, curve }: Drawn, taken: Frame[], { marks }: Touched): Html | false {
  const mark = marks.get(claim.id);
  if (mark === undefined) return false;
  const half = (lineWidth(SIGNS[mark]) * WORDS_SIZE) / LABEL_SIZE / 2;
  const around = ({ x, y }: Point): Frame => ({
    left: x - half,
    right: x + half,
    top: y - WORDS_SIZE / 2,
    bottom: y + WORDS_SIZE / 2,
  });
  const points = ASIDE.flatMap((down) =>
    SHARES.map((share) => pointOn(curve, share)).map((point) => ({ x: point.x, y: point.y + down })),
  );
  const { x, y } =
    points.find((point) => !taken.some((frame) => isOver(frame, around(point)))) ?? pointOn(curve, 0.5);
  taken.push(around({ x, y }));
  return html`<text x="${tenth(x)}" y="${tenth(y + 4)}" font-size="${WORDS_SIZE}" font-weight="bold">${SIGNS[mark]}</text>
`;
}

const isOver = (a: Frame, b: Frame): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Rings beside the words: whole for what was added, dotted for what is removed, dashed for what changed. */
function nodeMark(entity: Entity, { x, y, radius }: Disc, content: Content, { marks }: Touched): Html {
  const type = content.ontology.entityTypes.get(entity.type);
  const mark = marks.get(entity.id);
  const ring =
    mark !== undefined &&
    html`<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(radius + RING)}" fill="none" stroke-width="2"${mark !== "added" && html` stroke-dasharray="${mark === "removed" ? "2 3" : "6 2"}"`}/>`;
  return html`<g><title>${visible(entity.name)}, ${type?.label ?? entity.type}${inBrackets(mark)}</title><circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(radius)}" fill="${type?.color ?? content.theme.light.muted}" stroke="none" opacity="${mark === undefined ? 0.7 : 1}"/>${ring}</g>
`;
}

function nodeWords(entity: Entity, { x, y, radius }: Disc, { marks }: Touched): Html {
  const lines = labelLines(visible(entity.name));
  const mark = marks.get(entity.id);
  const top = y + radius + (mark === undefined ? 0 : RING) + LABEL_GAP + LABEL_SIZE - 2;
  const row = (text: string, i: number) =>
    html`<tspan x="${tenth(x)}" y="${tenth(top + i * LABEL_LINE)}">${text}</tspan>`;
  return html`<text>${lines.map(row)}${mark !== undefined && html`<tspan x="${tenth(x)}" y="${tenth(top + lines.length * LABEL_LINE)}" font-weight="bold">${SIGNS[mark]}</tspan>`}</text>
`;
}
