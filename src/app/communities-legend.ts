/** What the colours mean while they are those of communities: the largest of each, and how many it holds. */
import { html } from "../shared/html.ts";
import type { NetworkEntity } from "../shared/network.ts";
import type { Viewpoint } from "../shared/viewpoint.ts";
import { COMMUNITY_COLORS, communityColor } from "./map/communities.ts";
import type { PageModel } from "./model.ts";

export interface CommunitiesLegend {
  update(viewpoint: Viewpoint): void;
}

/** Adds a section to the legend, which is there only in that colour mode. */
export function mountCommunitiesLegend(
  legend: HTMLElement,
  { network, words }: PageModel,
): CommunitiesLegend {
  const { say, number, messages } = words;
  const { communities } = messages.app;
  const members = new Map<number, NetworkEntity[]>();
  for (const entity of network.entities) {
    const list = members.get(entity.community);
    if (list === undefined) members.set(entity.community, [entity]);
    else list.push(entity);
  }
  const section = document.createElement("section");
  section.setAttribute("aria-labelledby", "legend-communities");
  section.innerHTML = html`<h2 id="legend-communities">${communities.heading}</h2>
<ul>${COMMUNITY_COLORS.map((color, i) => {
    const list = members.get(i);
    return (
      list &&
      html`<li><span class="legend-name">${dot(color)}${say(communities.around, { name: central(list).name })}</span> <span class="legend-count">${number(list.length)}</span></li>`
    );
  })}${members.size > COMMUNITY_COLORS.length && html`<li><span class="legend-name">${dot(communityColor(COMMUNITY_COLORS.length))}${communities.smaller}</span></li>`}</ul>
<p class="legend-note">${communities.note}</p>`.markup;
  legend.querySelector("summary")?.after(section);
  return {
    update({ color }) {
      section.hidden = color !== "community";
      legend.classList.toggle("is-by-community", color === "community");
    },
  };
}

const dot = (color: string) =>
  html`<svg class="community-sign" viewBox="0 0 10 10" width="12" height="12" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="${color}"/></svg>`;

/** The one with the highest PageRank. */
function central(entities: readonly NetworkEntity[]): NetworkEntity {
  return entities.reduce((best, entity) => (entity.pagerank > best.pagerank ? entity : best));
}
