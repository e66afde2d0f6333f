/**
 * The map as a drawing: SVG with a link on every node and line, for readers without JavaScript or WebGL, and for the
 * moment before the canvas is there. Same positions, colours and signs as the canvas.
 */
import {
  bendOf,
  curveBetween,
  lineThickness,
  loopOver,
  svgHead,
  svgPath,
  tenth,
} from "../../shared/curves.ts";
import { type Html, html } from "../../shared/html.ts";
import { LABEL_GAP, LABEL_LINE, LABEL_SIZE, labelLines, nodeRadius } from "../../shared/label.ts";
import { mapExtent } from "../../shared/map.ts";
import type { Network, NetworkEntity } from "../../shared/network.ts";
import { type Line, type Pair, pairsOf } from "../../shared/pairs.ts";
import { pagePath, pairPath } from "../../shared/paths.ts";
import { sentenceOfClaim } from "../../shared/sentence.ts";
import { originsOf } from "../../shared/support.ts";
import { compareText, count } from "../../shared/text.ts";

/** Above this many entities, the drawing shows those with the highest PageRank, and says so. */
export const PICTURE_LIMIT = 400;
/** Above this many lines, there is one a pair. */
const OPEN_LIMIT = 1_500;

export interface Picture {
  readonly svg: Html;
  readonly shown: number;
}

/** An entity where it is drawn. */
export interface Drawn extends NetworkEntity {
  readonly radius: number;
}

/** Draws the network for a page whose site root is `root`. */
export function networkPicture(network: Network, root: string): Picture {
  const pairs = pairsOf(network.claims);
  const degrees = degreesOf(pairs);
  const nodes = new Map(
    chooseEntities(network.entities).map((entity) => [
      entity.id,
      { ...entity, radius: nodeRadius(degrees.get(entity.id) ?? 0) },
    ]),
  );
  const drawn = pairs.filter(({ a, b }) => nodes.has(a.id) && nodes.has(b.id));
  const isOpen = drawn.reduce((sum, { lines }) => sum + lines.length, 0) <= OPEN_LIMIT;
  const { left, top, right, bottom } = mapExtent(network.entities);
  const box = [left, top, right - left, bottom - top].map((value) => Math.round(value)).join(" ");
  const svg = html`<svg class="picture" viewBox="${box}" role="group" aria-label="Map of the network: every entity is a link to its page">
<g class="lines">
${drawn.map((pair) => (isOpen ? openPair(pair, nodes, root) : bundle(pair)))}</g>
<g class="nodes">
${[...nodes.values()].map((node) => nodeMark(node, root))}</g>
</svg>
`;
  return { svg, shown: nodes.size };
}

function chooseEntities(entities: readonly NetworkEntity[]): NetworkEntity[] {
  if (entities.length <= PICTURE_LIMIT) return [...entities];
  const ranked = [...entities].sort((a, b) => b.pagerank - a.pagerank || compareText(a.id, b.id));
  return ranked.slice(0, PICTURE_LIMIT).sort((a, b) => compareText(a.id, b.id));
}

/** How many lines touch each entity. */
function degreesOf(pairs: readonly Pair[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { a, b, lines } of pairs)
    for (const { id } of [a, b]) degrees.set(id, (degrees.get(id) ?? 0) + lines.length);
  return degrees;
}

export function nodeMark(node: Drawn, root: string): Html {
  const lines = labelLines(node.name);
  const top = node.y + node.radius + LABEL_GAP + LABEL_SIZE - 2;
  return html`<a href="${root}${pagePath("entity", node.id)}" data-id="${node.id}" data-entity-type="${node.type.id}"><title>${node.name} (${node.type.label})</title><circle cx="${tenth(node.x)}" cy="${tenth(node.y)}" r="${tenth(node.radius)}"/><text text-anchor="middle">${lines.map((line, i) => html`<tspan x="${tenth(node.x)}" y="${tenth(top + i * LABEL_LINE)}">${line}</tspan>`)}</text></a>
`;
}

/** All lines of a pair, each a link to its claim. */
export function openPair(pair: Pair, nodes: ReadonlyMap<string, Drawn>, root: string): Html {
  return html`${pair.lines.map((line) => lineMark(line, pair, nodes, root))}`;
}

function lineMark(line: Line, pair: Pair, nodes: ReadonlyMap<string, Drawn>, root: string): Html | false {
  const { claim, index } = line;
  const [from, to] = [nodes.get(line.from.id), nodes.get(line.to.id)];
  if (from === undefined || to === undefined) return false;
  const bend = bendOf(index, pair.lines.length) * (line.from === pair.a ? 1 : -1);
  const { directed } = claim.type;
  const curve = from === to ? loopOver(from, index, directed) : curveBetween(from, to, bend, directed);
  const thickness = lineThickness(originsOf(claim.sources).size);
  return html`<a href="${root}${pagePath("edge", claim.id)}" tabindex="-1" data-id="${claim.id}" data-edge-type="${claim.type.id}" class="status-${claim.status}"><title>${sentenceOfClaim(claim)}${claim.date !== undefined && `, ${claim.date.words}`}</title><path d="${svgPath(curve)}" stroke-width="${tenth(thickness)}"/>${curve.head !== undefined && html`<path class="arrow" d="${svgHead(curve.head)}"/>`}</a>
`;
}

/** One line for all claims of a pair, and a link to where they are listed. */
export function bundleLink(
  { a, b, lines }: Pair,
  nodes: ReadonlyMap<string, Drawn>,
  root: string,
): Html | false {
  const [from, to] = [nodes.get(a.id), nodes.get(b.id)];
  const [line] = lines;
  if (from === undefined || to === undefined || line === undefined) return false;
  const claims = new Set(lines.map(({ claim }) => claim)).size;
  const address = claims > 1 ? pairPath(a.id, b.id) : pagePath("edge", line.claim.id);
  return html`<a href="${root}${address}" tabindex="-1"><title>${count(claims, "claim")} between ${a.name} and ${b.name}</title><path class="bundle" d="M${tenth(from.x)} ${tenth(from.y)}L${tenth(to.x)} ${tenth(to.y)}" stroke-width="${tenth(lineThickness(claims))}"/></a>
`;
}

function bundle({ a, b }: Pair): Html | false {
  return (
    a !== b &&
    html`<path class="bundle" d="M${tenth(a.x)} ${tenth(a.y)}L${tenth(b.x)} ${tenth(b.y)}" stroke-width="1"/>\n`
  );
}
