import jsonld from "jsonld";
import oxigraph from "oxigraph";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { jsonldOf } from "../../src/exchange/jsonld.ts";
import { EDTF } from "../../src/exchange/linked-graph.ts";
import { nquadsOf } from "../../src/exchange/nquads.ts";
import { analyse } from "../../src/graph/analyse.ts";
import { pagesOf } from "../../src/site/pages.ts";
import { makeSite } from "../../src/site/site.ts";
import { load } from "../support/content.ts";
import { awkwardData, dataOf, shippedData } from "../support/exchange.ts";
import { options } from "../support/linked-data.ts";

const BASE = "https://elsewhere.example/data/graph.jsonld";

/** What a query finds, each solution as its values with spaces between. */
function answers(store: oxigraph.Store, sparql: string): string[] {
  const found = store.query(`
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX schema: <https://schema.org/>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    ${sparql}`) as Map<string, oxigraph.Term>[];
  return found.map((solution) => [...solution.values()].map(({ value }) => value).join(" "));
}

function storeOf(nquads: string): oxigraph.Store {
  const store = new oxigraph.Store();
  store.load(nquads, { format: "application/n-quads" });
  return store;
}

const WHO_SANCTIONS_WHOM = `
  SELECT ?who ?whom WHERE {
    ?claim rdf:predicate/schema:termCode "sanction" ; rdf:subject/schema:name ?who ; rdf:object/schema:name ?whom .
  } ORDER BY ?who ?whom`;

describe("the graph as JSON-LD and N-Quads", () => {
  test.each([
    ["awkward", awkwardData],
    ["shipped", shippedData],
  ])(
    "is one and the same, as the library of others turns the one into the other: %s content",
    async (_, made) => {
      const data = made();
      const quads = await jsonld.toRDF(JSON.parse(jsonldOf(data).toString()), {
        ...options(BASE),
        format: "application/n-quads",
      });
      expect(await canonical(nquadsOf(data).toString())).toEqual(await canonical(quads));
    },
  );

  test("an RDF store says who sanctions whom, as the site does", async () => {
    const data = shippedData();
    const analysis = analyse(data.content);
    const page = pagesOf(makeSite(data.content, analysis)).find(({ path }) => path === "table/claims.csv");
    const csv = String(await page?.render()).slice(1);
    const { data: rows } = Papa.parse<Record<string, string>>(csv, { header: true });
    const table = rows.filter(({ type }) => type === "sanction");
    const found = answers(storeOf(nquadsOf(data).toString()), WHO_SANCTIONS_WHOM);
    expect(found).toEqual(["United States China", "United States Li Shangfu"]);
    expect(found).toEqual(table.map((row) => `${row.from_names} ${row.to_names}`).sort());
  });

  test("a joint act has all its actors and targets, and what denies or corrects it is told", () => {
    const store = storeOf(nquadsOf(awkwardData()).toString());
    expect(answers(store, WHO_SANCTIONS_WHOM)).toEqual([
      'Atlantis =Ada “the first” "Countess" <&>',
      "Atlantis Bo",
      'The guild =Ada “the first” "Countess" <&>',
      "The guild Bo",
    ]);
    expect(answers(store, "SELECT ?new ?old WHERE { ?new prov:wasRevisionOf ?old }")).toEqual([
      "https://example.org/graph/edges/answer/ https://example.org/graph/edges/rumour/",
    ]);
    expect(
      answers(
        store,
        `SELECT ?date WHERE { ?c <http://purl.org/dc/terms/date> ?date FILTER(datatype(?date) = <${EDTF}>) }`,
      ),
    ).toContain("2018~/..");
  });

  test("claims nothing itself: that one sanctions the other is talked of, and not said", () => {
    const store = storeOf(nquadsOf(awkwardData()).toString());
    const said = answers(
      store,
      "SELECT ?p WHERE { <https://example.org/graph/entities/atlantis/> ?p <https://example.org/graph/entities/ada/> }",
    );
    expect(said).toEqual([]);
  });

  test("of a site without an address is whole all the same", async () => {
    const data = dataOf(load({}).content);
    expect(nquadsOf(data).toString()).toContain("<urn:skein:site/entities/atlantis/>");
    const [first] = await jsonld.expand(JSON.parse(jsonldOf(data).toString()), options(BASE));
    expect(first?.["@id"]).toBe("https://elsewhere.example/");
  });
});

const canonical = (nquads: string): Promise<string> =>
  jsonld.canonize(nquads, {
    inputFormat: "application/n-quads",
    format: "application/n-quads",
    algorithm: "RDFC-1.0",
  });
