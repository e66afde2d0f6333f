/**
 * The map as a drawing: SVG with a link on every node and line, for readers without JavaScript or WebGL, and for the
 * moment before the canvas is there. Same positions, colours and signs as the canvas.
 */
import { bendOf } from "../../shared/curves.ts";
import { type Html, html, raw } from "../../shared/html.ts";
import { LABEL_GAP, LABEL_LINE, LABEL_SIZE, labelLines, nodeRadius } from "../../shared/label.ts";
import { mapExtent } from "../../shared/map.ts";
import type { Network, NetworkClaim, NetworkEntity } from "../../shared/network.ts";
import { pagePath } from "../../shared/paths.ts";
import { sentenceOf } from "../../shared/sentence.ts";
import { compareText } from "../../shared/text.ts";

/** Above this many entities, the drawing shows those with the highest PageRank, and says so. */
export const PICTURE_LIMIT = 400;

export interface Picture {
  readonly svg: Html;
  readonly shown: number;
}

interface Drawn extends NetworkEntity {
  readonly radius: number;
}

/** Draws the network for a page whose site root is `root`. */
export function networkPicture(network: Network, root: string): Picture {
  const degrees = degreesOf(network.claims);
  const chosen = chooseEntities(network.entities);
  const nodes = new Map(
    chosen.map((entity) => [entity.id, { ...entity, radius: nodeRadius(degrees.get(entity.id) ?? 0) }]),
  );
  const box = viewBox([...nodes.values()]);
  const svg = html`<svg class="picture" viewBox="${box}" role="img" aria-label="Map of the network: every entity is a link to its page">
<g class="lines">
${linesOf(network.claims, nodes, root)}</g>
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
export function degreesOf(claims: readonly NetworkClaim[]): Map<string, number> {
  const degrees = new Map<string, number>();
  const add = (id: string) => degrees.set(id, (degrees.get(id) ?? 0) + 1);
  for (const claim of claims) {
    for (const from of claim.from) {
      for (const to of claim.to) {
        add(from.id);
        add(to.id);
      }
    }
  }
  return degrees;
}

function viewBox(nodes: readonly Drawn[]): string {
  const { left, top, right, bottom } = mapExtent(nodes);
  return [left, top, right - left, bottom - top].map((value) => Math.round(value)).join(" ");
}

function nodeMark(node: Drawn, root: string): Html {
  const lines = labelLines(node.name);
  const top = node.y + node.radius + LABEL_GAP + LABEL_SIZE - 2;
  return html`<a href="${root}${pagePath("entity", node.id)}" data-entity-type="${node.type.id}"><title>${node.name} (${node.type.label})</title><circle cx="${at(node.x)}" cy="${at(node.y)}" r="${at(node.radius)}"/><text text-anchor="middle">${lines.map((line, i) => html`<tspan x="${at(node.x)}" y="${at(top + i * LABEL_LINE)}">${line}</tspan>`)}</text></a>
`;
}

const at = (value: number): string => String(Math.round(value * 10) / 10);

function linesOf(claims: readonly NetworkClaim[], nodes: ReadonlyMap<string, Drawn>, root: string): Html {
  const pairs = new Map<string, { claim: NetworkClaim; from: Drawn; to: Drawn }[]>();
  for (const claim of claims) {
    for (const { id: fromId } of claim.from) {
      for (const { id: toId } of claim.to) {
        const [from, to] = [nodes.get(fromId), nodes.get(toId)];
        if (from === undefined || to === undefined) continue;
        const key = fromId < toId ? `${fromId} ${toId}` : `${toId} ${fromId}`;
        const lines = pairs.get(key);
        if (lines === undefined) pairs.set(key, [{ claim, from, to }]);
        else lines.push({ claim, from, to });
      }
    }
  }
  const marks = [...pairs.values()].flatMap((lines) =>
    lines.map(({ claim, from, to }, i) => {
      const bend = bendOf(i, lines.length) * (from.id <= to.id ? 1 : -1);
      return lineMark(claim, from === to ? loopPath(from, i) : curvePath(claim, from, to, bend), root);
    }),
  );
  return html`${marks}`;
}

interface LinePath {
  readonly line: string;
  readonly arrow?: string;
}

function lineMark(claim: NetworkClaim, path: LinePath, root: string): Html {
  const sentence = sentenceOf(
    { title: claim.title, from: claim.from.map(({ name }) => name), to: claim.to.map(({ name }) => name) },
    claim.type.verb,
    (name) => name,
  );
  return html`<a href="${root}${pagePath("edge", claim.id)}" tabindex="-1" data-edge-type="${claim.type.id}" class="${claim.type.quad} status-${claim.status}"><title>${sentence}${claim.date !== undefined && `, ${claim.date}`}</title><path d="${path.line}"/>${path.arrow !== undefined && html`<path class="arrow" d="${raw(path.arrow)}"/>`}</a>
`;
}

const ARROW = { length: 8, halfWidth: 3.2 };

/** A quadratic curve from rim to rim, with an arrowhead where the claim has a direction. */
function curvePath(claim: NetworkClaim, from: Drawn, to: Drawn, bend: number): LinePath {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const control = { x: (from.x + to.x) / 2 + dy * bend, y: (from.y + to.y) / 2 - dx * bend };
  const start = towards(from, control, from.radius);
  const tip = towards(to, control, to.radius + 1);
  if (!claim.type.directed) {
    return {
      line: `M${at(start.x)} ${at(start.y)}Q${at(control.x)} ${at(control.y)} ${at(tip.x)} ${at(tip.y)}`,
    };
  }
  const neck = towards(to, control, to.radius + 1 + ARROW.length);
  const line = `M${at(start.x)} ${at(start.y)}Q${at(control.x)} ${at(control.y)} ${at(neck.x)} ${at(neck.y)}`;
  const [ux, uy] = [(tip.x - neck.x) / ARROW.length, (tip.y - neck.y) / ARROW.length];
  const side = { x: -uy * ARROW.halfWidth, y: ux * ARROW.halfWidth };
  const arrow = `M${at(tip.x)} ${at(tip.y)}L${at(neck.x + side.x)} ${at(neck.y + side.y)}L${at(neck.x - side.x)} ${at(neck.y - side.y)}Z`;
  return { line, arrow };
}

function towards(from: { x: number; y: number }, to: { x: number; y: number }, distance: number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  };
}

/** A loop over the top of a node, each further one a little larger. */
function loopPath(node: Drawn, index: number): LinePath {
  const reach = node.radius + 14 + index * 8;
  const half = node.radius * 0.7;
  return {
    line: `M${at(node.x - half)} ${at(node.y - half)}C${at(node.x - reach)} ${at(node.y - reach * 2)} ${at(node.x + reach)} ${at(node.y - reach * 2)} ${at(node.x + half)} ${at(node.y - half)}`,
  };
}
