/** What the page about the site says. */
import { type Html, html } from "../../shared/html.ts";
import { FOLDERS, NETWORK_DATA } from "../../shared/paths.ts";

export const WORDS = {
  title: "About",
  summary: "How to read what is here, how it is made, and how to correct it.",
  contents: "On this page",
  headings: {
    reading: "How to read this",
    signs: "Signs",
    methods: "Methods",
    correct: "How to correct something",
    cite: "Citing and licence",
    keys: "Keys",
    feeds: "Feeds",
    data: "For programs",
    privacy: "Privacy",
  },
  reading: (root: string): Html => html`<ul>
<li>An <a href="${root}${FOLDERS.entity}/">entity</a> is a person, a body, a state, a place, an event or a thing.</li>
<li>A <a href="${root}${FOLDERS.edge}/">claim</a> says that one of them did something to another, or stands in a relation with it. It has a date, a status, and those who make it where that is not the source itself.</li>
<li>A <a href="${root}${FOLDERS.source}/">source</a> is what a claim rests on: an article, a report, a document, an interview.</li>
</ul>
<p>Every line of the network is a claim that somebody makes, with the source it rests on. It is not a verdict: that a claim is here says that it was made, not that it is true. Its status, its sources, and what others answer to it are on its page.</p>
<p>Where a claim answers another or is about it, as a refusal is of a demand, both belong to a <a href="${root}threads/">thread</a>. A claim that a later one corrects keeps its page, marked, and leaves the map. What is contested is listed with <a href="${root}disputes/">each side</a>.</p>
<p>A date is as precise as its source. “About June 2023” and “June 2023, uncertain” are kept as they are and never rounded to a day; the page of a claim gives the first and the last day that its date can mean, and in EDTF how exactly it was written. On the timeline such a claim counts over all of the time that its date can mean.</p>
`,
  methods: (isExact: boolean, root: string): Html => html`<ul>
<li><strong>The map</strong> is laid out with ForceAtlas2 (Jacomy and others, 2014) when the site is made, and is the same for everybody. What is near on it has much to do with each other; where on the map something stands has no meaning.</li>
<li><strong>Communities</strong> are found by the Louvain method (Blondel and others, 2008): groups with more claims among themselves than with others.</li>
<li><strong>PageRank</strong> (Page and others, 1999; damping 0.85) is high for those whom many claims point to, above all claims of those who are themselves pointed to.</li>
<li><strong>Betweenness</strong> (Brandes, 2001) is high for those who lie on the shortest ways between others. ${isExact ? "Here it is worked out exactly." : "Here it is estimated from 256 starting points, because the graph is large."}</li>
<li><strong>Independent sources</strong>: one that was made from another, such as a wire copy or a reprint, goes back to that and is no second witness. Two sources are independent when they go back to different ones, as far as is written down here.</li>
</ul>
<p>The measures describe this graph, and so what its sources write about: not who has power in the world. The figures are under <a href="${root}statistics/">Statistics</a>.</p>
`,
  correct: (
    root: string,
  ): Html => html`<p>Each page is made from a text file, whose name stands at its foot. A correction changes that file, and names the source it rests on; what was wrong stays readable where a claim says that it corrects another. <a href="${root}help/">Help wanted</a> lists what is missing, <a href="${root}changes/">Changes</a> what was done.</p>
`,
  repository: (link: Html): Html =>
    html`The files are in the repository ${link}: change one there and propose it, or say in an issue what is wrong.`,
  noRepository:
    "Where the files are kept is not said here: turn to whoever sent you to this site, with the name of the file and the source.",
  cite: html`<p>To cite a claim, unfold “Cite this claim” on its page: it is there in words, as BibTeX and as CSL-JSON. To cite the whole, add the day on which you read it, because the site changes:</p>
`,
  licence: (name: Html): Html => html`Licence: ${name}. What sources say and show belongs to their authors.`,
  noLicence: "No licence is named: ask before you use more than a quotation.",
  keys: "On the network page. “Keys” above the map turns single keys off, for whoever speaks to the machine or hits keys by chance.",
  key: "Key",
  does: "Does",
  feeds: html`<p>Each holds the latest 50 claims. The page of every entity with claims has a feed of its own, at <code>feed.atom</code> and <code>feed.json</code> below its address.</p>
`,
  noFeeds: "There are none here: feeds need the address of the site, which its settings do not name.",
  feed: "Claims",
  formats: "Formats",
  everything: "Everything",
  moreTags: (n: number): string =>
    `And as many for ${n} more tags: every page of a claim names those of its tags.`,
  data: (root: string, hasAddress: boolean): Html => html`<ul>
<li>The whole graph: <a href="${root}${NETWORK_DATA}">${NETWORK_DATA}</a> (JSON, by columns).</li>
<li>On every page: what it is about, as JSON-LD with the terms of schema.org and PROV.</li>
<li>For language models: <a href="${root}llms.txt">llms.txt</a>.</li>
${hasAddress && html`<li>All addresses: <a href="${root}sitemap.xml">sitemap.xml</a>.</li>\n`}</ul>
`,
  privacy: html`<p>Nothing here follows you: there are no cookies, no statistics of visits and no scripts of others, and nothing is loaded from anywhere but this site; its pages forbid it to the browser. Whether you chose light or dark and turned keys off stays in your browser. Who keeps the server may see that a page was asked for, as with every website.</p>
`,
};
