/** What the signs of a claim and of a source mean, and how the map draws them. */
import { lineThickness } from "../../shared/curves.ts";
import { type Html, html } from "../../shared/html.ts";
import type { Status } from "../../shared/records.ts";
import { STATUSES } from "../../shared/schema.ts";
import { capitalised } from "../../shared/sentence.ts";
import { type Dashes, dashesOf } from "../../shared/signs.ts";
import type { Site } from "../site.ts";
import { lineSign } from "./line-sign.ts";
import { CREDIBILITY, RELIABILITY, STATUS_NOTES } from "./sureness.ts";

const WORDS = {
  status: "How sure a claim is, and how its line is drawn",
  sign: "Sign",
  lines: { solid: "solid", dashed: "dashed", dotted: "dotted" },
  widths: ["thin", "thicker", "thick"],
  arrowSign: "arrow",
  colourSign: "colour",
  sizeSign: "size",
  thinSign: "faint",
  meaning: "Meaning",
  other: "The other signs of the map",
  oneSource: "Rests on one source",
  sources: (n: number) => `Rests on ${n} independent sources`,
  arrow: "From who acts to who is acted on; a line without one has no direction",
  colour: "The type of the claim, or of the entity: each has its colour in the legend beside the map",
  size: "A larger node takes part in more claims",
  thin: "One thin line on a crowded map stands for all claims between two",
  grade: "Grade",
  credibility: "Credibility of a claim (Admiralty code)",
  reliability: "Reliability of a source (Admiralty code)",
};

export function signTables({ content }: Site): Html {
  return html`${table(
    WORDS.status,
    WORDS.sign,
    STATUSES.map((status) => [
      html`${lineSign(2, status)}${WORDS.lines[lookOf(content.theme.dashes, status)]}`,
      html`${capitalised(STATUS_NOTES[status])}`,
    ]),
  )}${table(WORDS.other, WORDS.sign, [
    ...[1, 2, 4].map((n, i): [Html, Html] => [
      html`${lineSign(lineThickness(n))}${WORDS.widths[i]}`,
      html`${n === 1 ? WORDS.oneSource : WORDS.sources(n)}`,
    ]),
    [html`<span class="arrow-sign" aria-hidden="true">→</span>${WORDS.arrowSign}`, html`${WORDS.arrow}`],
    [html`${WORDS.colourSign}`, html`${WORDS.colour}`],
    [html`${WORDS.sizeSign}`, html`${WORDS.size}`],
    [html`${lineSign(1)}${WORDS.thinSign}`, html`${WORDS.thin}`],
  ])}${table(
    WORDS.credibility,
    WORDS.grade,
    CREDIBILITY.map((meaning, i) => [html`${i + 1}`, html`${meaning}`]),
  )}${table(
    WORDS.reliability,
    WORDS.grade,
    RELIABILITY.map((meaning, i) => [html`${"ABCDEF"[i]}`, html`${meaning}`]),
  )}`;
}

/** A theme may have other dashes: what is no longer than a line is wide is a dot. */
function lookOf(dashes: Dashes, status: Status): "solid" | "dashed" | "dotted" {
  const [length] = dashesOf(dashes, status);
  if (length === undefined) return "solid";
  return length <= 2 ? "dotted" : "dashed";
}

function table(caption: string, of: string, rows: readonly (readonly [Html, Html])[]): Html {
  return html`<table class="signs">
<caption>${caption}</caption>
<thead><tr><th scope="col">${of}</th><th scope="col">${WORDS.meaning}</th></tr></thead>
<tbody>
${rows.map(([sign, meaning]) => html`<tr><td>${sign}</td><td>${meaning}</td></tr>\n`)}</tbody>
</table>
`;
}
