import { describe, expect, test } from "vitest";
import { analyse } from "../../src/graph/analyse.ts";
import { networkOf } from "../../src/site/network.ts";
import { edgeIndex } from "../../src/site/pages/indexes.ts";
import { pairPage } from "../../src/site/pages/pair.ts";
import { tablePage } from "../../src/site/pages/table.ts";
import { threadsPage } from "../../src/site/pages/threads.ts";
import { timelineOf, timelinePage } from "../../src/site/pages/timeline.ts";
import { pagesOf } from "../../src/site/pages.ts";
import { pairsWithPage } from "../../src/site/pairs.ts";
import { type Part, partsOf } from "../../src/site/parts/pager.ts";
import { makeSite, type Site } from "../../src/site/site.ts";
import { threadSteps } from "../../src/site/threads.ts";
import { loadedContent } from "../support/graphs.ts";
import { fileOf } from "./machines/site.ts";

/** Names that are the same in every language, and what the buttons of hosts say. */
const TERMS =
  /\b(?:Skein|JavaScript|PageRank|EDTF|CSV|GEXF|JSON Feed|JSON Schema|JSON-LD|CSL-JSON|JSON|YAML|Markdown|BibTeX|Atom|RSS|URL|Louvain|ForceAtlas2|t-FDP|Zhong|CAMEO|PROV|schema\.org|GitHub Actions|GitHub|Gephi|GraphML|NetworkX|igraph|yEd|Cytoscape|RDF|N-Quads|FollowTheMoney|Aleph|OpenSanctions|Zotero|git|fork|Commit changes|Propose changes|Create pull request|Create merge request|cookie|Jacomy|Blondel|Page|Brandes)\b/g;

/** Data that is in Latin letters in every language. */
const DATA: readonly RegExp[] = [
  /<(script|style)\b.*?<\/\1>/gs,
  /<code>.*?<\/code>/gs,
  /<kbd>.*?<\/kbd>/gs,
  /<pre tabindex="0">[@{[].*?<\/pre>/gs,
  /(?<=<a [^>]*>)[\w./-]+\.\w+(?:\/[\w./-]*)?(?=<\/a>)/g,
  /https:\/\/[\w./-]+/g,
];

const claim = (type: string, from: string, to: string, more = "") =>
  `---\ntype: ${type}\nfrom: ${from}\nto: ${to}\n${more}---\n`;

/** So much that every kind of page is there, in several parts where that says more. */
const CONTENT: Readonly<Record<string, string>> = {
  "site.yml":
    "title: 两岛往来\ndescription: 谁访问谁。\nlanguage: zh\nbaseUrl: https://example.org/graph/\nrepository: https://github.com/example/graph\nlicense: 署名\n",
  "entities/atlantis.md":
    "---\ntype: state\nname: 亚岛\ndescription: 东边的岛。\nformerIds: [旧岛]\n---\n\n东边的岛[^log]。\n",
  "entities/bermuda.md":
    "---\ntype: state\nname: 百岛\ndescription: 西边的岛。\n---\n\n[[atlantis]]的邻居。\n",
  "entities/minister.md": "---\ntype: person\nname: 部长\n---\n",
  "entities/lonely.md": "---\ntype: place\nname: 孤岛\n---\n",
  "edges/visit.md": claim("visit", "atlantis", "bermuda", 'date: "2023-06"\nsources: [log]\n'),
  "edges/demand.md": claim("demand", "bermuda", "atlantis", "date: 2023-07-01\nsources: [log, paper]\n"),
  "edges/refusal.md": claim(
    "refusal",
    "atlantis",
    "bermuda",
    "date: 2023-07-02\nstatus: denied\nrespondsTo: [demand]\nattributedTo: [minister, bermuda]\nsources: [log, { source: paper, stance: disputes, locator: 第三页, quote: 并无此事 }]\n",
  ),
  "edges/criticism.md": claim(
    "criticism",
    "minister",
    "atlantis",
    "status: alleged\nabout: [refusal]\nsources: [paper]\n",
  ),
  "edges/wrong.md": claim("call", "minister", "bermuda", 'date: "1998~"\nsources: [log]\n'),
  "edges/right.md": claim("meeting", "minister", "bermuda", "supersedes: [wrong]\nsources: [log]\n"),
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [
      `edges/reply-${i}.md`,
      claim("statement", "bermuda", "atlantis", "respondsTo: [refusal]\nsources: [log]\n"),
    ]),
  ),
  "sources/log.md": "---\ntitle: 航海日志\npublisher: 港务局\npublished: 2023-07-03\n---\n",
  "sources/paper.md":
    "---\ntitle: 岛报\nauthors: [记者]\nurl: https://example.org/paper\narchiveUrl: https://archive.example/paper\n---\n",
  "stories/visit.md":
    "---\ntitle: 一次访问\ndescription: 来龙去脉。\n---\n\n## 开始\n\n```map\nselect: visit\n```\n\n启程。\n",
  "stories/reply.md": "---\ntitle: 一次回应\n---\n\n## 开始\n\n```map\nselect: refusal\n```\n\n回应。\n",
};

const ATTRIBUTES = /\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g;
const META =
  /<meta (?:name="description"|property="og:(?:title|description|site_name|image:alt)") content="([^"]*)"/g;

/** All words of three and more Latin letters that a reader of the page meets and that are no term. */
function latinWordsIn(markup: string): string[] {
  const visible = DATA.reduce((text, part) => text.replace(part, ""), markup.replaceAll("<wbr>", ""));
  const said = [
    ...[...visible.matchAll(ATTRIBUTES), ...visible.matchAll(META)].map(([, text = ""]) => text),
    visible.replace(/<[^>]*>/g, "\n"),
  ];
  return said.flatMap((text) => text.replace(TERMS, "").match(/[A-Za-z]{3,}/g) ?? []);
}

function siteOf(files: Readonly<Record<string, string>>): Site {
  const content = loadedContent(files);
  return makeSite(content, analyse(content));
}

const site = siteOf(CONTENT);
const paths = pagesOf(site)
  .map(({ path }) => path)
  .filter((path) => path.endsWith(".html"));

describe("a site in Chinese says nothing in English", () => {
  test.each(paths)("on %s", async (path) => {
    expect(latinWordsIn(await fileOf(site, path))).toEqual([]);
  });

  test("where there is nothing yet", async () => {
    const empty = siteOf({
      "site.yml": "title: 空\nlanguage: zh\nrepository: https://github.com/example/graph\n",
    });
    for (const path of paths.filter((path) => /^(?:[^/]+\/)?(?:index|404)\.html$/.test(path)))
      if (!path.startsWith("stories/"))
        expect([path, latinWordsIn(await fileOf(empty, path))]).toEqual([path, []]);
  });

  test("where a list is in parts", () => {
    const second = <T>(items: readonly T[], base: string): Part<T> => {
      const [, part] = partsOf(items, base, 2);
      if (part === undefined) throw new Error(`${base} has one part only`);
      return part;
    };
    const [pair] = pairsWithPage(site);
    if (pair === undefined) throw new Error("there is no pair");
    const network = networkOf(site);
    const { claims } = timelineOf(network);
    const printed = [
      edgeIndex(site, second(site.content.edges, "edges/")),
      threadsPage(site, second(threadSteps(site), "threads/")),
      pairPage(site, { ...pair, size: pair.claims.length }, second(pair.claims, "pairs/x/")),
      timelinePage(site, network, second(claims, "timeline/")),
      tablePage(site, network, second(network.claims, "table/")),
    ];
    expect(printed.flatMap(latinWordsIn)).toEqual([]);
    expect(printed[0]).toContain("<title>说法，第 2 部分 · 两岛往来</title>");
    expect(printed[0]).toContain("日期不详的列在最后。第 2 部分，共 7 部分。");
    expect(printed[4]).toMatch(/第 \d+ 至 \d+ 行，共 13 条说法。/);
  });

  test("in feeds and in llms.txt", async () => {
    const atom = await fileOf(site, "feed.atom");
    expect(latinWordsIn(atom.replace(/<id>.*?<\/id>/g, "").replace(/ label="([^"]*)"/g, ">$1<"))).toEqual([]);
    expect(atom).toContain(
      "<summary>2023年7月2日 · 已否认 · 据部长和百岛 · 来源：港务局，航海日志；岛报</summary>",
    );
    const llms = await fileOf(site, "llms.txt");
    expect(latinWordsIn(llms.replace(/\]\([^)]*\)/g, "]"))).toEqual([]);
    expect(llms).toContain("- [说法](https://example.org/graph/edges/): 谁对谁做了什么");
  });
});
