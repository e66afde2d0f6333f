/** What Skein writes for other programs, and reads again: the same graph, with every key of every record. */
import { describe, expect, test } from "vitest";
import { folderOf, readFolder } from "../../../src/content/folder.ts";
import { loadContent } from "../../../src/content/load.ts";
import { csvOf } from "../../../src/exchange/csv.ts";
import { gexfOf } from "../../../src/exchange/gexf.ts";
import type { GraphData } from "../../../src/exchange/graph-data.ts";
import { graphmlOf } from "../../../src/exchange/graphml.ts";
import type { Found } from "../../../src/exchange/import/drafts.ts";
import { readGexf } from "../../../src/exchange/import/gexf.ts";
import { readGraphml } from "../../../src/exchange/import/graphml.ts";
import type { Network } from "../../../src/exchange/import/network.ts";
import { draftsIn } from "../../../src/exchange/import/tables.ts";
import { awkwardData, recordsIn, shippedData } from "../../support/exchange.ts";
import { csvFound, filesOf, notesOf, prepare } from "../../support/importing.ts";
import { PROJECT } from "../../support/skein.ts";

const TABLES = ["entities", "claims", "sources", "citations"] as const;

function network({ tables, notes }: Network): Found {
  const found = draftsIn(tables, []);
  return { drafts: found.drafts, notes: [...notes, ...found.notes] };
}

const FORMATS: Readonly<Record<string, (data: GraphData) => Found>> = {
  CSV: (data) => csvFound(Object.fromEntries(TABLES.map((table) => [`${table}.csv`, csvOf(data, table)]))),
  GEXF: (data) => {
    return network(readGexf("graph.gexf", gexfOf(data).toString()));
  },
  GraphML: (data) => {
    return network(readGraphml("graph.graphml", graphmlOf(data).toString()));
  },
};

/** What belongs to a site and not to its graph, which no format has. */
const SETTINGS = { "site.yml": "title: Another site\n" };

const CONTENTS = {
  awkward: { data: awkwardData, assets: ["assets/ada.png"] },
  shipped: { data: shippedData, assets: [] },
};

describe.each(Object.entries(FORMATS))("%s", (_, read) => {
  test.each(Object.entries(CONTENTS))(
    "of the %s content gives the same graph again",
    (_name, { data, assets }) => {
      const written = data();
      const prepared = prepare(read(written), SETTINGS, {}, assets);
      expect([prepared.blocked, notesOf(prepared)]).toEqual([[], []]);
      const texts = { ...SETTINGS, ...filesOf(prepared) };
      const { content, diagnostics } = loadContent(folderOf(texts, assets), { drafts: false });
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(recordsIn({ ...written, content })).toEqual(recordsIn(written));
    },
  );

  test("into the content that it came from changes nothing, and says so", () => {
    const folder = readFolder(`${PROJECT}/content`);
    const prepared = prepare(read(shippedData()), Object.fromEntries(folder.texts));
    expect(filesOf(prepared)).toEqual({});
    expect(notesOf(prepared)).toEqual([]);
    expect(prepared.present).toBe(38 + 56 + 1);
  });
});
