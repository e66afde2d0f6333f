/** What would make the graph better: what is missing or weak, each with a link to the record that lacks it. */
import type { FuzzyDate } from "../../shared/dates.ts";
import { type Html, html } from "../../shared/html.ts";
import type { Network } from "../../shared/network.ts";
import type { AnyRecord, Entity } from "../../shared/records.ts";
import { SCRIPTS } from "../../shared/script.ts";
import type { Messages } from "../../shared/words/words.ts";
import { editorOf } from "../editor.ts";
import { rootFrom } from "../page.ts";
import { linkTo } from "../parts/claim.ts";
import { editorLink } from "../parts/contribute.ts";
import { cappedList, overviewPage } from "../parts/overview.ts";
import { dateWords, newestFirst, type Site, titleOf } from "../site.ts";
import { restingOnOne } from "../witnesses.ts";

const ADDRESS = "help/";
const ROOT = rootFrom(ADDRESS);
const LIMIT = 100;

interface Want {
  readonly id: keyof Messages["help"]["wants"];
  /** The key of a record that would mend it. */
  readonly key?: string;
  readonly records: readonly AnyRecord[];
}

export function helpPage(site: Site, network: Network): string {
  const wants = wantsOf(site, network);
  const { messages, number } = site.words;
  const { shell, help: said } = messages;
  return overviewPage(site, {
    name: "help",
    address: ADDRESS,
    title: shell.help,
    summary: said.summary,
    body: html`<ul class="wants">
${wants.map(({ id, records }) => html`<li><a href="#${id}">${said.wants[id].heading}</a> <span class="tally">${number(records.length)}</span></li>\n`)}</ul>
${wants.map((want) => section(site, want))}`,
  });
}

function wantsOf(site: Site, network: Network): Want[] {
  const { content, relations } = site;
  const standing = content.edges.filter(({ id }) => !relations.superseded.has(id)).sort(newestFirst);
  return [
    {
      id: "one-source",
      key: "sources",
      records: restingOnOne(network)
        .map(({ id }) => content.byId.get(id))
        .filter((record) => record?.kind === "edge"),
    },
    {
      id: "no-archive",
      key: "archiveUrl",
      records: content.sources.filter(({ archiveUrl }) => archiveUrl === undefined),
    },
    {
      id: "no-date",
      key: "date",
      records: standing.filter(({ date }) => date === undefined),
    },
    {
      id: "imprecise-date",
      records: standing.filter(({ date }) => date !== undefined && !isPrecise(date)),
    },
    {
      id: "no-description",
      key: "description",
      records: content.entities.filter(({ description }) => description === undefined),
    },
    {
      id: "one-script",
      key: "aliases",
      records: content.entities.filter((entity) => !hasNameInOtherScript(entity)),
    },
  ];
}

function section(site: Site, { id, key, records }: Want): Html {
  const { messages, mark } = site.words;
  const { help: said } = messages;
  const { heading, remedy: how } = said.wants[id];
  const remedy = mark(how, { key: key !== undefined && html`<code>${key}</code>` });
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<p class="measure">${records.length === 0 ? said.none : mark(said.remedy, { n: records.length, remedy })}</p>
${records.length > 0 && cappedList(site, records, LIMIT, (record) => html`${linkTo(site, record, ROOT)}${note(site, record, id)}${mend(site, record)}`)}</section>
`;
}

/** The editor of its file. */
function mend(site: Site, record: AnyRecord): Html | false {
  const address = editorOf(site)?.correct(record);
  const { messages, mark } = site.words;
  const { common, contribute: said } = messages;
  const name = titleOf(site, record);
  return (
    address !== undefined &&
    html` <span class="index-note mend">${editorLink(address, html`${common.correct}<span class="visually-hidden">${mark(said.of, { name })}</span>`)}</span>`
  );
}

/** The date that is to be made better. */
function note(site: Site, record: AnyRecord, want: Want["id"]): Html | false {
  if (want !== "imprecise-date" || record.kind !== "edge" || record.date === undefined) return false;
  return html` <span class="index-note">${dateWords(site, record.date)}</span>`;
}

/** Whether every end that the date has is a day, without doubt. */
function isPrecise({ edtf }: FuzzyDate): boolean {
  const ends = edtf.split("/").filter((end) => end !== ".." && end !== "");
  return ends.length > 0 && ends.every((end) => /^-?\d{4}-\d\d-\d\d(T[^?~%X]*)?$/.test(end));
}

function hasNameInOtherScript({ name, aliases }: Entity): boolean {
  return SCRIPTS.some(([letters]) => !letters.test(name) && aliases.some((alias) => letters.test(alias)));
}
