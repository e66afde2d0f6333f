/** The filters that have no row in the legend: tag, source or publisher, number of independent sources. */
import { html } from "../shared/html.ts";
import { LENSES, type Lens, type Viewpoint } from "../shared/viewpoint.ts";
import type { PageModel } from "./model.ts";
import { change, type Store } from "./state.ts";

export interface Filters {
  update(viewpoint: Viewpoint): void;
}

/** Adds a section to the legend, with a field for each filter that the network gives a choice in. */
export function mountFilters(legend: HTMLElement, model: PageModel, store: Store): Filters {
  const { network } = model;
  const { number, messages } = model.words;
  const { filters, lens: lensWords } = messages.app;
  const tags = [...new Set([...network.entities, ...network.claims].flatMap((record) => record.tags))].sort();
  const publishers = [...new Set(network.sources.flatMap(({ publisher }) => publisher ?? []))].sort();
  const most = network.claims.reduce((least, claim) => Math.max(least, model.witnesses(claim)), 0);
  const section = document.createElement("section");
  section.className = "filters";
  section.setAttribute("aria-labelledby", "filters-heading");
  section.innerHTML = html`<h2 id="filters-heading">${filters.heading}</h2>
${
  tags.length > 0 &&
  html`<p class="field"><label for="filter-tag">${filters.tag}</label><select id="filter-tag"><option value="">${filters.anyTag}</option>${tags.map((tag) => html`<option>${tag}</option>`)}</select></p>`
}
${
  network.sources.length > 0 &&
  html`<p class="field"><label for="filter-source">${filters.source}</label><select id="filter-source"><option value="">${filters.allSources}</option>${
    publishers.length > 0 &&
    html`<optgroup label="${filters.publishers}">${publishers.map((name) => html`<option value="publisher:${name}">${name}</option>`)}</optgroup>`
  }<optgroup label="${filters.sources}">${network.sources.map(({ id, title }) => html`<option value="source:${id}">${title}</option>`)}</optgroup></select></p>
<p class="field" hidden><label for="filter-lens">${filters.lens}</label><select id="filter-lens">${LENSES.map((each) => html`<option value="${each}">${lensWords[each]}</option>`)}</select></p>`
}
${
  most > 1 &&
  html`<p class="field"><label for="filter-witnesses">${filters.witnesses}</label><select id="filter-witnesses">${[0, 1, 2, 3, 4, 5].filter((least) => least <= most).map((least) => html`<option value="${least}">${least === 0 ? filters.anyNumber : number(least)}</option>`)}</select></p>`
}`.markup;
  const signs = legend.querySelector(".legend-signs");
  if (section.querySelector("select") !== null) {
    if (signs === null) legend.append(section);
    else signs.before(section);
  }
  const field = (id: string) => section.querySelector<HTMLSelectElement>(`#${id}`);
  const [tag, source, lens, witnesses] = [
    field("filter-tag"),
    field("filter-source"),
    field("filter-lens"),
    field("filter-witnesses"),
  ];
  tag?.addEventListener("change", () =>
    store.update((state) => change(state, { tag: tag.value || undefined })),
  );
  source?.addEventListener("change", () => {
    const [kind, ...rest] = source.value.split(":");
    const name = rest.join(":");
    store.update((state) =>
      change(state, {
        source: kind === "source" ? name : undefined,
        publisher: kind === "publisher" ? name : undefined,
        lens: kind === "" ? "supports" : state.viewpoint.lens,
      }),
    );
  });
  lens?.addEventListener("change", () =>
    store.update((state) => change(state, { lens: lens.value as Lens })),
  );
  witnesses?.addEventListener("change", () =>
    store.update((state) => change(state, { minSources: Number(witnesses.value) })),
  );

  return {
    update(viewpoint) {
      if (tag !== null) tag.value = viewpoint.tag ?? "";
      if (source !== null)
        source.value =
          viewpoint.source !== undefined
            ? `source:${viewpoint.source}`
            : viewpoint.publisher !== undefined
              ? `publisher:${viewpoint.publisher}`
              : "";
      if (lens !== null) {
        lens.value = viewpoint.lens;
        const row = lens.closest("p");
        if (row !== null) row.hidden = viewpoint.source === undefined && viewpoint.publisher === undefined;
      }
      if (witnesses !== null) witnesses.value = String(viewpoint.minSources);
    },
  };
}
