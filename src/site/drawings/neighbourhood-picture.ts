/** An entity among those that it has most to do with: SVG with a link on every node and line, signed as on the map. */
import type { Box } from "../../graph/box.ts";
import { removeOverlaps } from "../../graph/overlap.ts";
import { type Html, html } from "../../shared/html.ts";
import { LABEL_GAP, LABEL_LINE, labelLines, lineWidth, nodeRadius } from "../../shared/label.ts";
import type { NetworkEntity } from "../../shared/network.ts";
import { type Pair, pairsOf } from "../../shared/pairs.ts";
import { compareText } from "../../shared/text.ts";
import { linesOf, type Surroundings } from "../network.ts";
import type { Site } from "../site.ts";
import { bundleLink, type Drawn, nodeMark, openPair } from "./network-picture.ts";

export const NEIGHBOURS_LIMIT = 40;
/** Above this many lines, there is one a pair. */
const OPEN_LIMIT = 90;
const LOOPS_LIMIT = 5;
/** Around what is drawn, in pixels. */
const MARGIN = 6;
/** Between two names. */
const GAP = 5;

export interface NeighbourhoodPicture {
  readonly svg: Html;
  readonly shown: number;
  readonly of: number;
  /** Whether two that have several claims between them have one line for all. */
  readonly isBundled: boolean;
}

/** Draws an entity and its neighbours for a page whose site root is `root`; undefined where it has none. */
export function neighbourhoodPicture(
  site: Site,
  { claims }: Surroundings,
  id: string,
  root: string,
): NeighbourhoodPicture | undefined {
  const frame = { root, words: site.words };
  const all = pairsOf(claims).filter(({ a, b }) => a.id === id || b.id === id);
  const [loops, pairs] = [all.filter(({ a, b }) => a === b), all.filter(({ a, b }) => a !== b)];
  const otherOf = ({ a, b }: Pair): NetworkEntity => (a.id === id ? b : a);
  const chosen = [...pairs]
    .sort((x, y) => y.lines.length - x.lines.length || compareText(otherOf(x).id, otherOf(y).id))
    .slice(0, NEIGHBOURS_LIMIT);
  const [first] = chosen;
  const middle = first === undefined ? loops[0]?.a : first.a.id === id ? first.a : first.b;
  if (middle === undefined) return undefined;
  const radiusOf = (entity: NetworkEntity) => nodeRadius(linesOf(site, entity.id).lines);
  const placed = place(middle, chosen.map(otherOf), radiusOf);
  const nodes = new Map(placed.map(({ node }) => [node.id, node]));
  const isBundled = chosen.reduce((sum, { lines }) => sum + lines.length, 0) > OPEN_LIMIT;
  const drawn = [...loops.map((pair) => ({ ...pair, lines: pair.lines.slice(0, LOOPS_LIMIT) })), ...chosen];
  const left = Math.floor(Math.min(...placed.map(({ box }) => box.x - box.halfWidth)) - MARGIN);
  const right = Math.ceil(Math.max(...placed.map(({ box }) => box.x + box.halfWidth)) + MARGIN);
  // Loops reach above their node.
  const reach = loops.length > 0 ? 70 : 0;
  const top = Math.floor(Math.min(-reach, ...placed.map(({ box }) => box.y - box.top)) - MARGIN);
  const bottom = Math.ceil(Math.max(...placed.map(({ box }) => box.y + box.bottom)) + MARGIN);
  const [width, height] = [right - left, bottom - top];
  const { messages, say } = site.words;
  const svg = html`<svg class="picture" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${say(messages.machines.neighbourhood, { name: middle.name })}">
<g class="lines">
${drawn.map((pair) => (isBundled && pair.a !== pair.b ? bundleLink(pair, nodes, frame) : openPair(pair, nodes, frame)))}</g>
<g class="nodes">
${[...nodes.values()].map((node) => (node.id === id ? html`<g class="is-strong">${nodeMark(node, frame)}</g>` : nodeMark(node, frame)))}</g>
</svg>
`;
  return { svg, shown: chosen.length, of: pairs.length, isBundled };
}

interface Placed {
  readonly node: Drawn;
  readonly box: Box;
}

/**
 * The entity at 0, 0 and its neighbours on ellipses around it, in the order in which they lie around it on the map, so
 * that north stays north; then apart until no name covers another.
 */
function place(
  middle: NetworkEntity,
  others: readonly NetworkEntity[],
  radiusOf: (entity: NetworkEntity) => number,
): Placed[] {
  const angleOf = ({ x, y }: NetworkEntity) => Math.atan2(y - middle.y, x - middle.x);
  const around = [...others].sort((a, b) => angleOf(a) - angleOf(b) || compareText(a.id, b.id));
  // Few stand on one ellipse; more take turns on two or three.
  const rings = Math.ceil(around.length / 12);
  const offset = around[0] === undefined ? 0 : angleOf(around[0]);
  const spots = around.map((entity, i) => {
    const angle = offset + (2 * Math.PI * i) / around.length;
    const ring = i % Math.max(1, rings);
    return {
      entity,
      x: Math.cos(angle) * (115 + 55 * ring),
      y: Math.sin(angle) * ((rings > 1 ? 125 : 100) + 85 * ring),
    };
  });
  const boxes = [{ entity: middle, x: 0, y: 0 }, ...spots].map(({ entity, x, y }) => {
    const radius = radiusOf(entity);
    const lines = labelLines(entity.name);
    return {
      entity,
      radius,
      box: {
        x,
        y,
        halfWidth: Math.max(radius, Math.max(...lines.map(lineWidth)) / 2) + GAP,
        top: radius + GAP,
        bottom: radius + LABEL_GAP + lines.length * LABEL_LINE + GAP,
      },
    };
  });
  removeOverlaps(boxes.map(({ box }) => box));
  const [origin] = boxes;
  const [shiftX, shiftY] = [origin?.box.x ?? 0, origin?.box.y ?? 0];
  return boxes.map(({ entity, radius, box }) => {
    const [x, y] = [box.x - shiftX, box.y - shiftY];
    return { node: { ...entity, x, y, radius }, box: { ...box, x, y } };
  });
}
