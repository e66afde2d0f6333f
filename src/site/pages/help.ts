/** What would make the graph better: what is missing or weak, each with a link to the record that lacks it. */
import type { FuzzyDate } from "../../shared/dates.ts";
import { type Html, html } from "../../shared/html.ts";
import type { Network } from "../../shared/network.ts";
import type { AnyRecord, Entity } from "../../shared/records.ts";
import { rootFrom } from "../page.ts";
import { linkTo } from "../parts/claim.ts";
import { cappedList, overviewPage } from "../parts/overview.ts";
import { dateWords, newestFirst, type Site } from "../site.ts";
import { restingOnOne } from "../witnesses.ts";

const ADDRESS = "help/";
const ROOT = rootFrom(ADDRESS);
const LIMIT = 100;

interface Want {
  readonly id: string;
  readonly heading: string;
  /** What would mend it. */
  readonly remedy: Html;
  readonly records: readonly AnyRecord[];
}

export function helpPage(site: Site, network: Network): string {
  const wants = wantsOf(site, network);
  return overviewPage(site, {
    address: ADDRESS,
    title: "Help wanted",
    summary:
      "What is missing here, and what would mend it. Each record says at its foot which file it is made from.",
    body: html`<ul class="wants">
${wants.map(({ id, heading, records }) => html`<li><a href="#${id}">${heading}</a> <span class="tally">${records.length.toLocaleString("en-GB")}</span></li>\n`)}</ul>
${wants.map((want) => section(site, want))}`,
  });
}

function wantsOf(site: Site, network: Network): Want[] {
  const { content, relations } = site;
  const standing = content.edges.filter(({ id }) => !relations.superseded.has(id)).sort(newestFirst);
  return [
    {
      id: "one-source",
      heading: "Claims that rest on one source",
      remedy: html`a second source that does not copy the first, in the claim’s <code>sources</code>.`,
      records: restingOnOne(network).flatMap(({ id }) => content.byId.get(id) ?? []),
    },
    {
      id: "no-archive",
      heading: "Sources without an archived copy",
      remedy: html`the address of a copy in a web archive, as <code>archiveUrl</code>: pages change and vanish.`,
      records: content.sources.filter(({ archiveUrl }) => archiveUrl === undefined),
    },
    {
      id: "no-date",
      heading: "Claims without a date",
      remedy: html`when it happened, as <code>date</code>; a year alone is better than nothing.`,
      records: standing.filter(({ date }) => date === undefined),
    },
    {
      id: "imprecise-date",
      heading: "Claims whose date is imprecise",
      remedy: html`the day, where a source gives it.`,
      records: standing.filter(({ date }) => date !== undefined && !isPrecise(date)),
    },
    {
      id: "no-description",
      heading: "Entities without a description",
      remedy: html`one line that says who or what it is, as <code>description</code>.`,
      records: content.entities.filter(({ description }) => description === undefined),
    },
    {
      id: "one-script",
      heading: "Entities without a name in another language",
      remedy: html`its name in another script, in <code>aliases</code>, so that it is found by those who write it so.`,
      records: content.entities.filter((entity) => !hasNameInOtherScript(entity)),
    },
  ];
}

function section(site: Site, { id, heading, remedy, records }: Want): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<p class="measure">${records.length === 0 ? "None: nothing to do here." : html`${records.length.toLocaleString("en-GB")}. What would help: ${remedy}`}</p>
${records.length > 0 && cappedList(records, LIMIT, (record) => html`${linkTo(site, record, ROOT)}${note(site, record, id)}`)}</section>
`;
}

/** The date that is to be made better. */
function note(site: Site, record: AnyRecord, want: string): Html | false {
  if (want !== "imprecise-date" || record.kind !== "edge" || record.date === undefined) return false;
  return html` <span class="index-note">${dateWords(site, record.date)}</span>`;
}

/** Whether every end that the date has is a day, without doubt. */
function isPrecise({ edtf }: FuzzyDate): boolean {
  const ends = edtf.split("/").filter((end) => end !== ".." && end !== "");
  return ends.length > 0 && ends.every((end) => /^-?\d{4}-\d\d-\d\d(T[^?~%X]*)?$/.test(end));
}

/** Scripts that names are written in. Which language a name is in is not known. */
const SCRIPTS = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Arabic",
  "Hebrew",
  "Han",
  "Hiragana",
  "Katakana",
  "Hangul",
  "Devanagari",
  "Thai",
].map((name) => new RegExp(`\\p{Script=${name}}`, "u"));

function hasNameInOtherScript({ name, aliases }: Entity): boolean {
  return SCRIPTS.some((script) => !script.test(name) && aliases.some((alias) => script.test(alias)));
}
