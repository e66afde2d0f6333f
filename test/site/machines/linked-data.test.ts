import jsonld from "jsonld";
import { beforeAll, describe, expect, test } from "vitest";
import { readFolder } from "../../../src/content/folder.ts";
import { loadContent } from "../../../src/content/load.ts";
import { analyse } from "../../../src/graph/analyse.ts";
import { pagesOf } from "../../../src/site/pages.ts";
import { makeSite } from "../../../src/site/site.ts";
import { blockIn, type Node, nodesOf, options, PROV, SCHEMA, typesIn } from "../../support/linked-data.ts";
import { PROJECT } from "../../support/skein.ts";
import { fileOf, siteOf } from "./site.ts";

describe("the JSON-LD of the default content", () => {
  const pages = new Map<string, string>();

  beforeAll(async () => {
    const { content } = loadContent(readFolder(`${PROJECT}/content`), { drafts: false });
    for (const { path, render } of pagesOf(makeSite(content, analyse(content))))
      if (path.endsWith("index.html") && path !== "embed/index.html") pages.set(path, String(await render()));
  });

  test("is on every page, is read without a loss and without fetching, and has the required properties", async () => {
    const seen = new Set<string>();
    for (const [path, page] of pages) {
      const address = `https://example.org/${encodeURI(path.replace(/index\.html$/, ""))}`;
      for (const type of await typesIn(page, path, address)) seen.add(type);
    }
    expect(pages.size).toBeGreaterThan(80);
    expect([...seen]).toEqual(
      expect.arrayContaining(["Person", "Organization", "Claim", "Article", "WebSite"]),
    );
  });

  test("becomes RDF", async () => {
    const page = pages.get("edges/us-sanctions-li-shangfu/index.html") ?? "";
    const address = "https://example.org/edges/us-sanctions-li-shangfu/";
    const quads = await jsonld.toRDF(blockIn(page), { ...options(address), format: "application/n-quads" });
    expect(quads).toContain(
      `<${address}> <${PROV}wasDerivedFrom> <https://example.org/sources/presstv-2023/> .`,
    );
    expect(quads).toContain(`<${address}> <${SCHEMA}about> <https://example.org/entities/li-shangfu/> .`);
  });
});

const CONTENT = {
  "site.yml": "title: Two islands\nbaseUrl: https://example.org/\n",
  "entities/ada.md":
    '---\ntype: person\nname: Ada\naliases: [艾达]\ndescription: A captain.\ndate: "1958-03/2020~"\nsameAs: ["https://www.wikidata.org/wiki/Q1"]\nimage: { src: ada.png, alt: Ada at sea, credit: Bo }\n---\n',
  "entities/guild.md": '---\ntype: organisation\nname: The guild\ndate: "1901/1950"\n---\n',
  "entities/storm.md": '---\ntype: event\nname: The storm\ndate: "2023-06-15"\n---\n',
  "edges/seen.md":
    '---\ntype: statement\nfrom: ada\nto: guild\ndate: "2018/.."\nstatus: alleged\nattributedTo: [atlantis]\nrespondsTo: [visit]\nsupersedes: [visit]\nsources: [log, { source: copy, stance: disputes }]\ntags: [sea]\n---\n',
  "sources/copy.md":
    "---\ntitle: The copy\ntype: report\npublisher: The press\nauthors: [Bo]\nurl: https://press.example/1\npublished: 2023-07\nderivedFrom: [log]\nlanguage: fr\n---\n",
};

const mainNode = async (path: string, content: Readonly<Record<string, string>> = CONTENT): Promise<Node> => {
  const [node = {}] = blockIn(await fileOf(siteOf(content, ["assets/ada.png"]), path))["@graph"];
  return node;
};

describe("a node", () => {
  test("of a person has other names, links, picture, and those dates that are certain", async () => {
    expect(await mainNode("entities/ada/index.html")).toEqual({
      "@type": "Person",
      "@id": "https://example.org/entities/ada/",
      name: "Ada",
      url: "https://example.org/entities/ada/",
      alternateName: ["艾达"],
      description: "A captain.",
      sameAs: ["https://www.wikidata.org/wiki/Q1"],
      birthDate: "1958-03",
      image: {
        "@type": "ImageObject",
        contentUrl: { "@id": "https://example.org/assets/ada.png" },
        caption: "Ada at sea",
        creditText: "Bo",
      },
    });
  });

  test("of an organisation was founded, of an event begins", async () => {
    expect(await mainNode("entities/guild/index.html")).toMatchObject({
      "@type": "Organization",
      foundingDate: "1901",
      dissolutionDate: "1950",
    });
    expect(await mainNode("entities/storm/index.html")).toMatchObject({
      "@type": "Event",
      startDate: "2023-06-15",
      endDate: "2023-06-15",
    });
  });

  test("of a claim says who claims it, where it appears, what it was derived from and what it corrects", async () => {
    const log = {
      "@type": ["Article", "prov:Entity"],
      "@id": "https://example.org/sources/log/",
      name: "The log",
    };
    const atlantis = {
      "@type": "Country",
      "@id": "https://example.org/entities/atlantis/",
      name: "Atlantis",
    };
    expect(await mainNode("edges/seen/index.html")).toMatchObject({
      "@type": ["Claim", "prov:Entity"],
      text: "Ada comments on The guild",
      author: [atlantis],
      temporalCoverage: "2018/..",
      creativeWorkStatus: "alleged",
      keywords: ["sea"],
      appearance: [log],
      citation: [log, { "@id": "https://example.org/sources/copy/" }],
      mentions: [{ "@id": "https://example.org/edges/visit/" }],
      "prov:wasDerivedFrom": [log],
      "prov:wasAttributedTo": [atlantis],
      "prov:wasRevisionOf": [{ "@id": "https://example.org/edges/visit/" }],
    });
  });

  test("of a source has its publisher, and what it was derived from", async () => {
    expect(await mainNode("sources/copy/index.html")).toMatchObject({
      "@type": ["Report", "prov:Entity"],
      url: "https://press.example/1",
      author: ["Bo"],
      publisher: { "@type": "Organization", name: "The press" },
      datePublished: "2023-07",
      inLanguage: "fr",
      "prov:wasDerivedFrom": [{ "@id": "https://example.org/sources/log/" }],
    });
  });

  test("without a base address is named relative to its page", async () => {
    const content = { ...CONTENT, "site.yml": "title: Two islands\n" };
    expect(await mainNode("entities/ada/index.html", content)).toMatchObject({
      "@id": "../../entities/ada/",
      url: "../../entities/ada/",
    });
    const page = await fileOf(siteOf(content, ["assets/ada.png"]), "entities/ada/index.html");
    const nodes = await nodesOf(page, "https://elsewhere.example/graph/entities/ada/");
    expect(nodes.get(`${SCHEMA}Person`)?.["@id"]).toBe("https://elsewhere.example/graph/entities/ada/");
  });
});

test("nothing in the content ends the element, or is no type", async () => {
  const name = '</script><script>alert(1)</script><!-- \u2028 & "';
  const content = {
    "ontology.yml": 'entityTypes:\n  odd: { label: Odd, schemaOrg: "@graph <x>" }\n',
    "entities/x.md": `---\ntype: odd\nname: ${JSON.stringify(name)}\n---\n`,
  };
  const page = await fileOf(siteOf(content), "entities/x/index.html");
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page.match(/<\/script/g)).toHaveLength(2);
  expect(page).toContain("\\u003c/script\\u003e\\u003cscript\\u003ealert(1)");
  expect(await mainNode("entities/x/index.html", content)).toMatchObject({ "@type": "Thing", name });
});

test("a page that leads elsewhere, and the one for no address, say nothing", async () => {
  const site = siteOf({ "entities/x.md": "---\ntype: state\nname: X\nformerIds: [y]\n---\n" });
  for (const path of ["404.html", "entities/y/index.html"])
    expect(await fileOf(site, path)).not.toContain("application/ld+json");
});
