/** The JSON Schemas of the content’s files, with the types of this graph, and the page that lists them. */
import { type Html, html, join } from "../../shared/html.ts";
import { schemaFile } from "../../shared/json-schema.ts";
import { FOLDERS, SCHEMA, STORIES } from "../../shared/paths.ts";
import { type FileKind, SCHEMAS } from "../../shared/schema.ts";
import { absolute } from "../machines/addresses.ts";
import type { Page } from "../page.ts";
import { overviewPage } from "../parts/overview.ts";
import type { Site } from "../site.ts";

const KINDS = Object.keys(SCHEMAS) as FileKind[];

const addressOf = (kind: FileKind): string => `${SCHEMA}${kind}.json`;

/** Where files of each kind are. */
const PLACES: Record<FileKind, string> = {
  entity: `${FOLDERS.entity}/`,
  edge: `${FOLDERS.edge}/`,
  source: `${FOLDERS.source}/`,
  story: `${STORIES}/`,
  step: "map",
  site: "site.yml",
  ontology: "ontology.yml",
};

export function schemaFiles(site: Site): Page[] {
  return KINDS.map((kind) => ({
    path: addressOf(kind),
    render: () => `${JSON.stringify(schemaOf(site, kind), null, 2)}\n`,
  }));
}

function schemaOf({ content: { ontology, settings } }: Site, kind: FileKind) {
  return schemaFile(kind, {
    id: absolute(settings.baseUrl, addressOf(kind)),
    entityTypes: [...ontology.entityTypes.keys()],
    edgeTypes: [...ontology.edgeTypes.keys()],
  });
}

export function schemaPage(site: Site): string {
  const { schema: said } = site.words.messages;
  return overviewPage(site, {
    name: "schema",
    address: SCHEMA,
    title: said.title,
    summary: said.summary,
    body: html`<div class="prose">
<p>${said.note}</p>
<p>${said.types}</p>
<table>
<thead><tr><th scope="col">${said.file}</th><th scope="col">${said.keys}</th></tr></thead>
<tbody>
${KINDS.map((kind) => row(site, kind))}</tbody>
</table>
</div>
`,
  });
}

function row(site: Site, kind: FileKind): Html {
  const { messages, mark } = site.words;
  const { schema: said, parts } = messages;
  const { properties = {}, required } = schemaOf(site, kind);
  const isRequired = (key: string) => Array.isArray(required) && required.includes(key);
  const keys = Object.keys(properties as object).map((key) => {
    const name = html`<code>${key}</code>`;
    return isRequired(key) ? mark(said.required, { key: name }) : name;
  });
  const place = mark(said.kinds[kind], { folder: html`<code>${PLACES[kind]}</code>` });
  return html`<tr><th scope="row"><a href="${kind}.json">${kind}.json</a><br>${place}</th><td>${join(keys, parts.comma)}</td></tr>
`;
}
