/** What the signs of a claim and of a source mean, and how the map draws them. */
import { lineThickness } from "../../shared/curves.ts";
import { type Html, html } from "../../shared/html.ts";
import type { Status } from "../../shared/records.ts";
import { STATUSES } from "../../shared/schema.ts";
import { capitalised } from "../../shared/sentence.ts";
import { type Dashes, dashesOf } from "../../shared/signs.ts";
import type { Site } from "../site.ts";
import { lineSign } from "./line-sign.ts";

export function signTables({ content, words: { messages, say } }: Site): Html {
  const { about, parts } = messages;
  const { signs: said } = about;
  const signs = (caption: string, rows: Rows) => table(caption, [said.sign, said.meaning], rows);
  const grades = (caption: string, grades: string, meanings: readonly string[]) =>
    table(
      caption,
      [said.grade, said.meaning],
      meanings.map((meaning, i) => [html`${grades[i]}`, html`${meaning}`]),
    );
  return html`${signs(
    said.status,
    STATUSES.map((status) => [
      html`${lineSign(2, status)}${said.lines[lookOf(content.theme.dashes, status)]}`,
      html`${capitalised(parts.statusNotes[status])}`,
    ]),
  )}${signs(said.others, [
    ...[1, 2, 4].map((n, i): [Html, Html] => [
      html`${lineSign(lineThickness(n))}${said.widths[i]}`,
      html`${say(said.sources, { n })}`,
    ]),
    [html`<span class="arrow-sign" aria-hidden="true">→</span>${said.arrowSign}`, html`${said.arrow}`],
    [html`${said.colorSign}`, html`${said.color}`],
    [html`${said.sizeSign}`, html`${said.size}`],
    [html`${lineSign(1)}${said.thinSign}`, html`${said.thin}`],
  ])}${grades(said.credibility, "123456", parts.credibility)}${grades(said.reliability, "ABCDEF", parts.reliability)}`;
}

/** A theme may have other dashes: what is no longer than a line is wide is a dot. */
function lookOf(dashes: Dashes, status: Status): "solid" | "dashed" | "dotted" {
  const [length] = dashesOf(dashes, status);
  if (length === undefined) return "solid";
  return length <= 2 ? "dotted" : "dashed";
}

type Rows = readonly (readonly [sign: Html, meaning: Html])[];

function table(caption: string, columns: readonly string[], rows: Rows): Html {
  return html`<table class="signs">
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([sign, meaning]) => html`<tr><td>${sign}</td><td>${meaning}</td></tr>
`,
)}</tbody>
</table>
`;
}
