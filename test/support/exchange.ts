/** Content with everything that a format may lose, and the data that formats are made from. */
import { expect } from "vitest";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { type GraphData, graphDataOf } from "../../src/exchange/graph-data.ts";
import { type Row, recordOf } from "../../src/exchange/rows.ts";
import { type WrittenRecord, writtenOf } from "../../src/exchange/written.ts";
import { analyse } from "../../src/graph/analyse.ts";
import type { Content } from "../../src/shared/records.ts";
import { load } from "./content.ts";
import { PROJECT } from "./skein.ts";

export const dataOf = (content: Content): GraphData => graphDataOf(content, analyse(content));

/** The graph that the repository ships. */
export const shippedData = (): GraphData =>
  dataOf(loadContent(readFolder(`${PROJECT}/content`), { drafts: false }).content);

/** Joint acts, claims about claims, corrections, wire copies, own keys, every script, line breaks, markup, formulas. */
export const AWKWARD: Readonly<Record<string, string>> = {
  "site.yml":
    "title: Two <islands>\ndescription: Who & why\nbaseUrl: https://example.org/graph\nlicense: CC0\n",
  "entities/ada.md": `---
type: person
name: "=Ada “the first” \\"Countess\\" <&>"
aliases: [艾达, "a; b", "c\\\\d"]
description: A captain.
date: 1815-12-10/1852-11-27
image: { src: ada.png, alt: Ada at sea, credit: Bo }
sameAs: ["https://www.wikidata.org/wiki/Q7259", "https://a.example/?q=a b|c"]
sources: [log, { source: copy, stance: disputes, locator: p. 2, quote: "No \\"captain\\"\\nat all" }]
tags: [sea]
formerIds: [countess]
x-depth: "=1+1"
x-seen: { by: [ada, bo] }
---

	indented code

**Line one**
line two\twith a tab
`,
  "entities/bo.md": "---\ntype: person\nname: Bo\n---\n",
  "entities/guild.md": '---\ntype: organisation\nname: The guild\ndate: "1901/1950"\n---\n',
  "entities/captain.md": "---\ntype: office\nname: Captain\n---\n",
  "edges/joint.md":
    '---\ntype: sanction\nfrom: [atlantis, guild]\nto: [ada, bo]\ndate: "2018-09"\nstatus: disputed\ncredibility: 2\nattributedTo: [guild]\nsources: [log, copy, { source: book, stance: disputes, note: not so }]\ntags: [sea, "a;b"]\nx-code: ""\n---\n\nWhy.\n',
  "edges/answer.md":
    "---\ntype: refusal\nfrom: ada\nto: atlantis\ndate: 2018~/..\nabout: [joint, guild]\nrespondsTo: [joint]\nsupersedes: [rumour]\nsources: [log]\n---\n",
  "edges/rumour.md":
    "---\ntype: meeting\nfrom: ada\nto: bo\ntitle: They met\nstatus: denied\nsources: [copy]\n---\n",
  "edges/rank.md": "---\ntype: holds-office\nfrom: ada\nto: captain\ndate: 1840/1845\nsources: [book]\n---\n",
  "edges/fellow.md": "---\ntype: member-of\nfrom: bo\nto: guild\nsources: [book]\n---\n",
  "sources/copy.md":
    '---\ntitle: The copy, 50% {more}\ntype: report\npublisher: The press\nauthors: [Bo, "Ada & co"]\nurl: https://press.example/1\narchiveUrl: https://archive.example/1\npublished: 2023-07\naccessed: 2023-07-02\nderivedFrom: [log]\nlanguage: fr\nreliability: C\n---\n\nA copy.\n',
  "sources/book.md": "---\ntitle: 书\ntype: book\npublished: 1999~\n---\n",
};

export const awkwardData = (): GraphData => {
  const { content, diagnostics } = load(AWKWARD, { assets: ["assets/ada.png"] });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return dataOf(content);
};

/** The records as somebody would write them. */
export const recordsIn = ({ content }: GraphData): WrittenRecord[] =>
  [...content.entities, ...content.edges, ...content.sources].map(writtenOf);

/** The records in the attributes of a network file, with the columns that mean nothing; numbers are texts there. */
export function recordsOfNetwork(
  nodes: readonly (readonly [string, object])[],
  lines: readonly object[],
  sources: string,
): WrittenRecord[] {
  const rowOf = (attributes: object): Row =>
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)]));
  const entities = nodes.map(([id, attributes]) => recordOf("entity", { id, ...rowOf(attributes) }));
  const claims = new Map(
    lines.map((attributes) => {
      const { claim = "", ...row } = rowOf(attributes);
      return [claim, recordOf("edge", { id: claim, ...row })];
    }),
  );
  const listed: Row[] = JSON.parse(sources);
  const all = [...entities, ...claims.values(), ...listed.map((row) => recordOf("source", row))];
  expect(all.flatMap(({ unknown }) => unknown)).toEqual([]);
  return all.map(({ record }) => record);
}
