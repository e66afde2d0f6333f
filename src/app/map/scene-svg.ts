/** What is on the screen as an SVG file that stands alone: the lines, nodes and names of a scene, and where it is from. */
import { lineThickness, svgHead, svgPath, tenth } from "../../shared/curves.ts";
import { html } from "../../shared/html.ts";
import { LABEL_LINE, LABEL_SIZE, lineWidth } from "../../shared/label.ts";
import type { NetworkClaim, NetworkEntity } from "../../shared/network.ts";
import { type Dashes, dashesOf } from "../../shared/signs.ts";
import type { Model } from "../model.ts";
import { communityColor } from "./communities.ts";
import { labelLimit, placeLabels } from "./labels.ts";
import { curveOf, LIT_LIMIT, linesInView, OPEN_LIMIT } from "./lines.ts";
import { type Projection, project } from "./projection.ts";
import { radiiOf } from "./sizes.ts";
import type { Scene } from "./view.ts";

export interface SvgOptions {
  readonly projection: Projection;
  readonly ink: string;
  readonly paper: string;
  readonly muted: string;
  readonly font: string;
  readonly dashes: Dashes;
  /** A line below the picture; left out, there is none. */
  readonly caption?: string;
  /** Whether nodes and lines bear `data-id`, for a page that listens. */
  readonly isLive?: boolean;
}

const CAPTION = 28;

/** The markup of an `svg` element; sizes are pixels. */
export function sceneSvg(
  model: Model,
  { shown, lit, color }: Pick<Scene, "shown" | "lit" | "color">,
  options: SvgOptions,
): string {
  const { projection: at, ink, paper, muted, font, dashes, caption, isLive = false } = options;
  const { say, messages } = model.words;
  const { common } = messages;
  const radii = radiiOf(model);
  const radiusOf = (entity: NetworkEntity) => Math.max(1.5, (radii.get(entity) ?? 1) * at.scale);
  const geometry = { projection: at, radiusOf };
  const { seen, count } = linesInView(model.pairs, shown.claims, geometry);
  const isOpen = count <= OPEN_LIMIT;
  const litLines = seen.flatMap((each) => each.lines.filter(({ claim }) => lit?.claims.has(claim)));
  const areLitOpen = litLines.length <= LIT_LIMIT;
  const colorOf = (entity: NetworkEntity) =>
    color === "community" ? communityColor(entity.community) : entity.type.color;
  const id = (value: string) => isLive && html` data-id="${value}"`;
  const fade = (isLit: boolean) => (lit === undefined || isLit ? 0.85 : 0.12);

  const lines = seen.flatMap(({ pair, lines: all }) => {
    const isLit = all.some(({ claim }) => lit?.claims.has(claim));
    if (!isOpen && !(isLit && areLitOpen)) {
      const [a, b] = [project(at, pair.a), project(at, pair.b)];
      const path = `M${tenth(a.x)} ${tenth(a.y)}L${tenth(b.x)} ${tenth(b.y)}`;
      return [
        html`<path${id(pair.key)} d="${path}" stroke="${muted}" stroke-width="1" opacity="${isLit ? 0.6 : lit === undefined ? 0.35 : 0.1}"/>`,
      ];
    }
    return all.map((line) => {
      const { claim } = line;
      const curve = curveOf(line, pair, geometry);
      const dash = dashesOf(dashes, claim.status).join(" ");
      return html`<g${id(claim.id)} stroke="${claim.type.color}" fill="${claim.type.color}" opacity="${fade(lit?.claims.has(claim) ?? false)}"><title>${claimTitle(claim, model)}</title><path d="${svgPath(curve)}" fill="none" stroke-width="${tenth(lineThickness(model.witnesses(claim)) * (lit?.strong.has(claim) ? 1.7 : 1))}"${dash !== "" && html` stroke-dasharray="${dash}"`}/>${curve.head !== undefined && html`<path stroke="none" d="${svgHead(curve.head)}"/>`}</g>`;
    });
  });

  const inView = [...shown.entities].filter((entity) => {
    const { x, y } = project(at, entity);
    return x > -60 && y > -40 && x < at.width + 60 && y < at.height + 40;
  });
  const nodes = inView.map((entity) => {
    const { x, y } = project(at, entity);
    const opacity = lit === undefined || lit.entities.has(entity) ? 1 : 0.15;
    return html`<circle${id(entity.id)} cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(radiusOf(entity))}" fill="${colorOf(entity)}" opacity="${opacity}"><title>${say(common.node, { name: entity.name, type: entity.type.label })}</title></circle>`;
  });

  const requests = inView
    .filter((entity) => lit === undefined || lit.entities.has(entity))
    .map((entity) => {
      const isStrong = lit?.strong.has(entity) ?? false;
      return {
        id: entity.id,
        name: entity.name,
        ...project(at, entity),
        radius: radiusOf(entity),
        priority: radiusOf(entity) + entity.pagerank,
        isStrong,
      };
    });
  const labels = placeLabels(requests, lineWidth, at.width, labelLimit(at.width, at.height)).map(
    ({ id: of, lines: text, left, right, top, isStrong }) =>
      html`<text${id(of)} text-anchor="middle"${isStrong && html` font-weight="600"`}>${text.map((line, i) => html`<tspan x="${tenth((left + right) / 2)}" y="${tenth(top + LABEL_SIZE - 2 + i * LABEL_LINE)}">${line}</tspan>`)}</text>`,
  );

  const height = Math.round(at.height + (caption === undefined ? 0 : CAPTION));
  const width = Math.round(at.width);
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" font-size="${LABEL_SIZE}"><rect width="100%" height="100%" fill="${paper}"/>
<g fill="none">${lines}</g>
<g stroke="${paper}">${nodes}</g>
<g fill="${ink}" stroke="${paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${labels}</g>
${caption !== undefined && html`<text x="10" y="${height - 10}" fill="${muted}" font-size="11">${caption}</text>`}
</svg>
`.markup;
}

function claimTitle(claim: NetworkClaim, { sentence, words: { say, messages } }: Model): string {
  const what = sentence(claim);
  return claim.date === undefined ? what : say(messages.common.dated, { what, date: claim.date.words });
}
