/** What there is for other programs: the files, what each is for, how large it is, and under which licence. */
import { type DataFile, filesFor, WHOLE_LIMIT } from "../../exchange/files.ts";
import { type Html, html, join } from "../../shared/html.ts";
import { DATA, NETWORK_DATA, TABLE, TABLE_CSV } from "../../shared/paths.ts";
import { rootFrom } from "../page.ts";
import { licenceNote } from "../parts/licence-note.ts";
import { overviewPage } from "../parts/overview.ts";
import type { Site } from "../site.ts";

const ROOT = rootFrom(DATA);

/** The files by what they are for, in the order of the page. */
const GROUPS = {
  whole: ["json", "json-schema"],
  networks: ["gexf", "graphml"],
  tables: ["entities-csv", "claims-csv", "citations-csv", "sources-csv"],
  linked: ["jsonld", "nquads"],
  investigations: ["ftm"],
  references: ["csl-json", "bibtex"],
} as const satisfies Readonly<Record<string, readonly DataFile["name"][]>>;

export function dataPage(site: Site, sizeOf: (file: DataFile) => number): string {
  const { messages, mark } = site.words;
  const { shell, data: said } = messages;
  const link = (address: string, words: string) => html`<a href="${ROOT}${address}">${words}</a>`;
  return overviewPage(site, {
    name: "data",
    address: DATA,
    title: shell.data,
    summary: said.summary,
    body: html`<section class="about" aria-labelledby="files">
<h2 id="files">${said.files}</h2>
<div class="prose">
<table class="files">
<thead><tr><th scope="col">${said.file}</th><th scope="col">${said.what}</th><th scope="col">${said.size}</th></tr></thead>
${Object.entries(GROUPS).map(([group, names]) => groupRows(site, group as keyof typeof GROUPS, names, sizeOf))}</table>
${
  site.content.edges.length > WHOLE_LIMIT &&
  html`<p>${mark(said.leftOut, { n: WHOLE_LIMIT, command: html`<code>skein export --format parquet</code>` })}</p>
`
}</div>
</section>
<section class="about" aria-labelledby="reading">
<h2 id="reading">${said.reading}</h2>
<div class="prose">
<ul>
<li>${said.claims}</li>
<li>${mark(said.corrected, { key: html`<code>superseded</code>` })}</li>
<li>${said.measures}</li>
<li>${mark(said.also, { table: link(TABLE, shell.table), csv: link(TABLE_CSV, TABLE_CSV), network: link(NETWORK_DATA, NETWORK_DATA) })}</li>
</ul>
${licenceNote(site)}</div>
</section>
`,
  });
}

function groupRows(
  site: Site,
  group: keyof typeof GROUPS,
  names: readonly DataFile["name"][],
  sizeOf: (file: DataFile) => number,
): Html {
  const { data: said } = site.words.messages;
  const files = filesFor(site.content.edges.length).filter(({ name }) => names.includes(name));
  if (files.length === 0) return html``;
  return html`<tbody>
<tr><th scope="rowgroup" colspan="3">${said.groups[group]}</th></tr>
${files.map((file) => html`<tr><td><a href="${file.file}" type="${file.mediaType}">${breakable(file.file)}</a></td><td>${said.formats[file.name]}</td><td class="size">${sizeText(site, sizeOf(file))}</td></tr>\n`)}</tbody>
`;
}

/** A narrow screen has no room for a whole name: it is broken before its ends. */
const breakable = (name: string): Html => join(name.split("."), html`<wbr>.`);

/** “12 kB”, as the language of the site writes it. */
function sizeText({ words: { locale } }: Site, bytes: number): string {
  const [unit, value] = bytes < 1_000_000 ? ["kilobyte", bytes / 1000] : ["megabyte", bytes / 1_000_000];
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumSignificantDigits: 2 }).format(value);
}
