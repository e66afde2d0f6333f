/**
 * The picture that other sites show beside a link to a page: its name, what it is, and its place on the map. Drawn with
 * plain attributes, for a rasteriser that knows no stylesheet.
 */
import { type Html, html } from "../../shared/html.ts";
import { LABEL_SIZE, lineWidth, nodeRadius } from "../../shared/label.ts";
import type { Network, NetworkEntity } from "../../shared/network.ts";
import { pairsOf } from "../../shared/pairs.ts";
import { compareText } from "../../shared/text.ts";
import type { Palette } from "../../shared/theme.ts";

export const CARD = { width: 1200, height: 630 };

/** How many entities it draws: those with the highest PageRank. */
const DRAWN_LIMIT = 300;
const TEXT = { left: 72, width: 500 };
const MAP = { left: 632, top: 60, width: 508, height: 510 };
const FONTS = "Noto Sans, DejaVu Sans, Liberation Sans, Helvetica Neue, Arial, sans-serif";
export interface CardText {
  /** The small line above: what kind of thing it is. */
  readonly kicker: string;
  readonly title: string;
  readonly description?: string;
  /** The small line at the foot. */
  readonly foot: string;
}

/** Draws the whole network; where an id is given, that entity with its neighbours before the rest. */
export function cardPicture(network: Network, text: CardText, colors: Palette, id?: string): string {
  const { width, height } = CARD;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${colors.paper}"/>
${map(network, colors, id)}<rect width="${MAP.left - 24}" height="${height}" fill="${colors.paper}"/>
<g font-family="${FONTS}">
${words(text, colors)}</g>
</svg>
`.markup;
}

function words({ kicker, title, description, foot }: CardText, colors: Palette): Html {
  const size = lineWidth(title) > 260 ? 44 : 60;
  const titleLines = wrap(title, size, 4);
  const titleTop = 104 + size * 1.2;
  const titleEnd = titleTop + titleLines.length * size * 1.15;
  const room = Math.max(0, Math.floor((500 - titleEnd) / 38));
  return html`${line(kicker, 100, 26, colors.muted)}${titleLines.map((each, i) => line(each, titleTop + i * size * 1.15, size, colors.ink, "bold"))}${wrap(description ?? "", 28, room).map((each, i) => line(each, titleEnd + i * 38, 28, colors.muted))}${wrap(foot, 26, 1).map((each) => line(each, 560, 26, colors.ink))}`;
}

function line(text: string, y: number, size: number, color: string, weight = "normal"): Html {
  return html`<text x="${TEXT.left}" y="${Math.round(y)}" font-size="${size}" font-weight="${weight}" fill="${color}">${text}</text>\n`;
}

/** Text in lines that are about as wide as the card’s column; what is too much ends in an ellipsis. */
export function wrap(text: string, size: number, limit: number): string[] {
  const lines: string[] = [];
  let current = "";
  const fits = (candidate: string) => (lineWidth(candidate) * size) / LABEL_SIZE <= TEXT.width;
  // Between the signs of scripts without spaces a line may break anywhere.
  for (const piece of text.match(/\s+|[\u2e80-\u9fff\uf900-\uffef]|[^\s\u2e80-\u9fff\uf900-\uffef]+/gu) ??
    []) {
    if (fits(current + piece)) current += piece;
    else {
      if (current.trim() !== "") lines.push(current.trim());
      current = cut(piece.trim(), fits);
    }
  }
  if (current.trim() !== "") lines.push(current.trim());
  if (lines.length <= limit) return lines;
  const last = lines[limit - 1];
  return last === undefined ? [] : [...lines.slice(0, limit - 1), cut(`${last}…`, fits)];
}

/** A word without a place to break it, as far as it fits. */
function cut(word: string, fits: (text: string) => boolean): string {
  if (fits(word)) return word;
  let kept = "";
  for (const character of word) {
    if (!fits(`${kept}${character}…`)) break;
    kept += character;
  }
  return `${kept}…`;
}

/** An entity as the card draws it. */
interface Mark extends NetworkEntity {
  readonly radius: number;
}

function map(network: Network, colors: Palette, id: string | undefined): Html {
  const pairs = pairsOf(network.claims).filter(({ a, b }) => a !== b);
  const near = new Set(pairs.flatMap(({ a, b }) => (a.id === id || b.id === id ? [a.id, b.id] : [])));
  if (id !== undefined) near.add(id);
  const isNear = (entity: NetworkEntity) => id === undefined || near.has(entity.id);
  const degrees = new Map<string, number>();
  for (const { a, b, lines } of pairs)
    for (const end of [a, b]) degrees.set(end.id, (degrees.get(end.id) ?? 0) + lines.length);
  const shown = [...network.entities]
    .sort(
      (a, b) => Number(isNear(b)) - Number(isNear(a)) || b.pagerank - a.pagerank || compareText(a.id, b.id),
    )
    .slice(0, DRAWN_LIMIT);
  const place = fitting(shown.filter(isNear));
  const marks = new Map(
    shown.map((entity): [string, Mark] => [
      entity.id,
      { ...entity, ...place(entity), radius: nodeRadius(degrees.get(entity.id) ?? 0) * 1.3 },
    ]),
  );
  const lines = pairs.map(({ a, b }) => {
    const [from, to] = [marks.get(a.id), marks.get(b.id)];
    if (from === undefined || to === undefined) return false;
    const isOwn = id === undefined || a.id === id || b.id === id;
    return html`<path d="M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}" stroke="${isOwn ? colors.muted : colors.rule}" stroke-width="${isOwn ? 2 : 1}"/>\n`;
  });
  const nodes = [...marks.values()]
    .reverse()
    .map(
      (mark) =>
        html`<circle cx="${round(mark.x)}" cy="${round(mark.y)}" r="${round(mark.radius)}" fill="${isNear(mark) ? mark.type.color : colors.rule}"${mark.id === id && html` stroke="${colors.ink}" stroke-width="4"`}/>\n`,
    );
  return html`<g>\n${lines}${nodes}</g>\n`;
}

/** Moves and scales what these entities span into the card’s place for the map. */
function fitting(entities: readonly NetworkEntity[]): (entity: NetworkEntity) => { x: number; y: number } {
  const [xs, ys] = [entities.map(({ x }) => x), entities.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = Math.min(MAP.width / (width || 1), MAP.height / (height || 1), 2.5);
  return ({ x, y }) => ({
    x: MAP.left + MAP.width / 2 + (x - left - width / 2) * scale,
    y: MAP.top + MAP.height / 2 + (y - top - height / 2) * scale,
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;
