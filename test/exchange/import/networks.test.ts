/** GEXF and GraphML of other programs. */
import { describe, expect, test } from "vitest";
import type { Found } from "../../../src/exchange/import/drafts.ts";
import { readGexf } from "../../../src/exchange/import/gexf.ts";
import { readGraphml } from "../../../src/exchange/import/graphml.ts";
import type { Network } from "../../../src/exchange/import/network.ts";
import { draftsIn } from "../../../src/exchange/import/tables.ts";
import { filesOf, notesOf, prepare } from "../../support/importing.ts";

const found = ({ tables, notes }: Network): Found => {
  const read = draftsIn(tables, []);
  return { drafts: read.drafts, notes: [...notes, ...read.notes] };
};
const LOG = { "sources/log.md": "---\ntitle: The log\n---\n" };
const importing = (network: Network) => prepare(found(network), LOG, { source: "log" });

const GEXF = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<graph mode="dynamic">
<attributes class="node"><attribute id="0" title="Category"><default>person</default></attribute></attributes>
<attributes class="edge"><attribute id="r" title="relation"/></attributes>
<nodes>
<node id="0" label="Ada &amp; Co"><attvalues><attvalue for="0" value="organisation"/></attvalues><viz:size value="2"/></node>
<node id="1" label="Bo" start="1815" end="1852"/>
</nodes>
<edges>
<edge id="0" source="1" target="0" weight="2"><attvalues><attvalue for="r" value="Member of"/></attvalues></edge>
<edge id="1" source="1" target="7" start="1833-06-05"/>
</edges>
</graph>
</gexf>
`;

test("GEXF gives entities and claims by its attributes, defaults and times", () => {
  const prepared = importing(readGexf("in.gexf", GEXF));
  expect(filesOf(prepared)).toEqual({
    "entities/ada-co.md": "---\ntype: organisation\nname: Ada & Co\n---\n",
    "entities/bo.md": "---\ntype: person\nname: Bo\ndate: 1815/1852\n---\n",
    "entities/7.md": '---\ntype: thing\nname: "7"\n---\n',
    "edges/bo-member-of-ada-co.md": "---\ntype: member-of\nfrom: bo\nto: ada-co\nsources: [log]\n---\n",
    "edges/bo-concerns-7-1833-06-05.md":
      '---\ntype: concerns\nfrom: bo\nto: "7"\ndate: 1833-06-05/..\nsources: [log]\n---\n',
  });
  expect(notesOf(prepared)).toEqual([
    "in.gexf:1 left-out: the column “viz:size” is no key of an entity and is left out, with 1 filled cell",
    "in.gexf:1 left-out: the column “weight” is no key of a claim and is left out, with 1 filled cell",
    "in.gexf:12 replaced: no type of claim is given: it becomes “concerns”",
    "in.gexf:12 made: “7” is named as an end and is no entity: one is made, of type “thing”",
  ]);
});

const GRAPHML = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" attr.name="name"/><key id="d1" for="node" attr.name="kind"><default>person</default></key>
<key id="d2" for="edge" attr.name="type"/><key id="d3" for="node" yfiles.type="nodegraphics"/>
<graph edgedefault="undirected">
<node id="n0"><data key="d0">Ada</data></node>
<node id="n1"><data key="d3"><y:ShapeNode><y:NodeLabel>Bo</y:NodeLabel></y:ShapeNode></data></node>
<edge source="n0" target="n1"><data key="d2">meeting</data></edge>
<hyperedge><endpoint node="n0"/></hyperedge>
</graph>
</graphml>
`;

test("GraphML gives entities and claims by its data, yEd’s labels among them", () => {
  const prepared = importing(readGraphml("in.graphml", GRAPHML));
  expect(filesOf(prepared)).toEqual({
    "entities/ada.md": "---\ntype: person\nname: Ada\n---\n",
    "entities/bo.md": "---\ntype: person\nname: Bo\n---\n",
    "edges/ada-meeting-bo.md": "---\ntype: meeting\nfrom: ada\nto: bo\nsources: [log]\n---\n",
  });
  expect(notesOf(prepared)).toContain("in.graphml:8 left-out: a hyperedge is left out");
});

describe("refused in one line is", () => {
  const DEEP = `<gexf>${"<a>".repeat(200)}${"</a>".repeat(200)}</gexf>`;
  test.each([
    ["what is cut off", GEXF.slice(0, 700), /^in\.gexf:\d+: the file is cut off: unclosed tag: \w+$/],
    ["another format", GRAPHML, /^in\.gexf:1: this is no GEXF: its first element is <graphml>$/],
    ["what is no XML", '{"a": 1}', /^in\.gexf:1: this is no GEXF: /],
    ["an empty file", "", /^in\.gexf:1: this is no GEXF: /],
    ["a tag that closes another", "<gexf>\n<a></b></gexf>", /^in\.gexf:2: this is no valid XML: /],
    ["an entity that nothing declares", "<gexf>&bomb;</gexf>", /^in\.gexf:1: this is no valid XML: /],
    [
      "a document type",
      '<!DOCTYPE gexf [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<gexf>&b;</gexf>',
      /^in\.gexf:1: a document type \(<!DOCTYPE …>\) is not read; remove it$/,
    ],
    ["what is nested too deep", DEEP, /^in\.gexf:1: elements are nested more than 100 deep$/],
  ])("%s", (_, text, message) => {
    expect(() => readGexf("in.gexf", text)).toThrow(message);
  });
});
