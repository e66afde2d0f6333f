import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { decodeNetwork } from "../../src/shared/network-data.ts";
import type { Content } from "../../src/shared/records.ts";
import { complaintsAbout } from "../support/html.ts";
import { deadLinks } from "../support/links.ts";
import {
  filesBelow,
  PROJECT,
  runSkein,
  SMALL_CONTENT,
  temporaryFolder,
  writeFiles,
} from "../support/skein.ts";
import { writeSyntheticContent } from "../support/synthetic.ts";

const folder = temporaryFolder();
const site = join(folder, "default");
const page = (path: string): string => readFileSync(join(site, path, "index.html"), "utf8");
let content: Content;

beforeAll(async () => {
  content = loadContent(readFolder(join(PROJECT, "content")), { drafts: false }).content;
  expect((await runSkein(["build", "-o", site])).code).toBe(0);
});

describe("the site of the default content", () => {
  test("tells the article: at least 18 entities, 20 claims, each with a source", () => {
    expect(content.entities.length).toBeGreaterThanOrEqual(18);
    expect(content.edges.length).toBeGreaterThanOrEqual(20);
    expect(content.edges.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  test("has a page for every record", () => {
    for (const { id } of content.entities)
      expect(existsSync(join(site, "entities", id, "index.html"))).toBe(true);
    for (const { id } of content.edges) expect(existsSync(join(site, "edges", id, "index.html"))).toBe(true);
    for (const { id } of content.sources)
      expect(existsSync(join(site, "sources", id, "index.html"))).toBe(true);
  });

  test("has no dead link and no dead fragment", () => {
    const { dead, checked } = deadLinks(site);
    expect(dead).toEqual([]);
    expect(checked).toBeGreaterThan(1900);
  });

  test("is valid HTML on every page", async () => {
    const pages = filesBelow(site).filter((path) => path.endsWith(".html"));
    expect(await complaintsAbout(site, pages)).toEqual([]);
    expect(pages.length).toBeGreaterThan(90);
  });

  test("an entity page lists its claims by type and direction, with status, who claims and sources", () => {
    const html = page("entities/li-shangfu");
    expect(html).toContain("Is sanctioned by</h3>");
    expect(html).toContain('<a href="../../edges/us-sanctions-li-shangfu/">');
    expect(html).toContain('<span class="badge status-alleged">alleged</span>');
    expect(html).toContain('says <a href="../../entities/united-states/">');
    expect(html).toContain('<li id="source-1"><a href="../../sources/presstv-2023/">');
    expect(html).toContain('<bdi lang="zh">李尚福</bdi>');
  });

  test("a source has one mark beside a claim, however often the claim cites it", () => {
    const item = page("entities/china")
      .split('<li class="claim')
      .slice(1)
      .find((each) => each.includes("edges/china-demands-end-of-sanctions/"));
    expect(item?.match(/class="footnote"/g)).toHaveLength(1);
  });

  test("an edge page says who, to whom, when in words and in EDTF, what it answers, and where the source says so", () => {
    const html = page("edges/xi-rejects-crisis-line");
    expect(html).toContain("<h1><bdi>Xi Jinping rejects the offer of a crisis line</bdi></h1>");
    expect(html).toContain('<dt>Who</dt><dd><a href="../../entities/xi-jinping/">');
    expect(html).toContain('<dt>To whom</dt><dd><a href="../../entities/antony-blinken/">');
    expect(html).toContain("June 2023, year uncertain");
    expect(html).toContain("<code>2023?-06</code>");
    expect(html).toContain("<h3>It answers</h3>");
    expect(html).toContain("paragraph 6");
  });

  test("the claim that is answered names its answer", () => {
    expect(page("edges/blinken-seeks-crisis-line")).toContain("<h3>It is answered by</h3>");
  });

  test("a source page lists what rests on it", () => {
    const html = page("sources/presstv-2023");
    expect(html).toContain(`<p>${content.edges.length} claims.</p>`);
    expect(html).toContain('<a href="../../edges/us-shoots-down-balloon/">');
  });

  test("the network page carries the map as a drawing whose nodes and lines are links", () => {
    const html = readFileSync(join(site, "index.html"), "utf8");
    for (const { id } of content.entities)
      expect(html).toContain(`<a href="./entities/${id}/" data-id="${id}" data-entity-type=`);
    for (const { id } of content.edges) expect(html).toContain(`<a href="./edges/${id}/" tabindex="-1"`);
  });

  test("a story has its steps, each with what the map shows, beside the map", () => {
    const html = page("stories/from-a-sanction-to-a-refused-line");
    expect(html).toContain(
      '<div class="network story" data-network="../../skein/network.bin" data-root="../../" data-story>',
    );
    expect(html).toContain(
      '<section class="step prose" id="step-2" data-viewpoint="?to=2018&amp;undated=no#us-sanctions-li-shangfu">\n<h2 id="section-the-sanction-of-2018">The sanction of 2018</h2>',
    );
    expect(html).toContain(
      '<p class="step-map"><a href="../../?to=2018&amp;undated=no#us-sanctions-li-shangfu">See this on the map</a></p>',
    );
    expect(html).not.toContain("<code class=");
    expect(html).toContain('<div class="stage" id="stage">\n<svg class="picture"');
    expect(html).toMatch(
      /<script type="module" src="\.\.\/\.\.\/skein\/immutable\/network-\w{8}\.js"><\/script>/,
    );
    expect(html).toContain('<li id="source-1"><a href="../../sources/presstv-2023/">');
    expect(html).toContain("Made from <code>content/<bdi>stories/from-a-sanction-to-a-refused-line.md</bdi>");
    const [story] = content.stories;
    expect(html.match(/<section class="step prose"/g)).toHaveLength(story?.steps.length ?? 0);
    expect(story?.steps.length).toBeGreaterThanOrEqual(6);
  });

  test("stories are in the navigation, and in a list", () => {
    expect(page("entities/li-shangfu")).toContain('<a href="../../stories/">Stories</a>');
    expect(page("stories")).toContain('<a href="../stories/from-a-sanction-to-a-refused-line/">');
  });

  test("links are relative, so that the site works below any address; only the 404 page’s are absolute", () => {
    for (const path of filesBelow(site).filter((path) => path.endsWith(".html") && path !== "404.html")) {
      expect(readFileSync(join(site, path), "utf8")).not.toMatch(/(?:href|src)="\//);
    }
    expect(readFileSync(join(site, "404.html"), "utf8")).toContain('<a href="/entities/">entities</a>');
  });
});

describe("a site of hostile and unusual content", () => {
  const output = join(folder, "hostile");

  beforeAll(async () => {
    const source = join(folder, "hostile-content");
    writeFiles(source, {
      ...SMALL_CONTENT,
      "site.yml": 'title: "<b>{{ title }}</b>"\n',
      "entities/a.md":
        '---\ntype: state\nname: "<script>alert(1)</script> \\" onload=x"\naliases: ["{{ 7 * 7 }}", "<% x %>"]\ntags: ["<img src=x onerror=alert(1)>"]\nx-note: free\n---\n\n<script>alert(2)</script> [click](javascript:alert(3)) {{ 6 * 7 }} {% if x %}\n\n# Heading <b>\n\n## constructor\n',
      "entities/南海.md":
        "---\ntype: place\nname: 南海\naliases: [بحر الصين الجنوبي]\n---\n\nSee [[南海#名字]].\n\n## 名字\n\nTwo names.\n",
      "edges/loop.md": "---\ntype: statement\nfrom: b\nto: b\nsources: [log]\n---\n",
      "edges/joint.md": "---\ntype: dispute\nfrom: [a, b]\nto: [南海]\nsources: [log]\n---\n",
      "edges/corrected.md":
        "---\ntype: visit\nfrom: b\nto: a\nsupersedes: [a-visits-b]\nsources: [log]\n---\n",
      "stories/one.md":
        '---\ntitle: "<script>alert(4)</script>"\n---\n\nSee <img src=x onerror=alert(5)>[^1] and [[南海]].\n\n[^1]: A note.\n\n## <b>Same</b>\n\n```map\nselect: 南海--b\ntag: "<img src=x onerror=alert(1)>"\n```\n\n# First level\n\n## <b>Same</b>\n\n```js\n{{ alert(6) }}\n```\n',
      "stories/二.md": "---\ntitle: 二\n---\n\n## 一\n",
    });
    const built = await runSkein(["build", "-c", source, "-o", output]);
    expect(built.code, built.out + built.err).toBe(0);
  });

  test("comes out as text: no markup, no script, no template of an author’s runs", () => {
    const html = readFileSync(join(output, "entities/a/index.html"), "utf8");
    expect(html).not.toMatch(/<script>|<img src=x|javascript:alert\(3\)"|<b>\{\{/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &quot; onload=x");
    expect(html).toContain("{{ 6 * 7 }} {% if x %}");
    expect(html).toContain("<bdi>{{ 7 * 7 }}</bdi>");
    expect(html).toContain('id="section-constructor-1"');
  });

  test("is valid HTML without a dead link, in any script, with loops, joint acts and corrections", async () => {
    const pages = filesBelow(output).filter((path) => path.endsWith(".html"));
    expect(await complaintsAbout(output, pages)).toEqual([]);
    expect(deadLinks(output).dead).toEqual([]);
    expect(existsSync(join(output, "entities/南海/index.html"))).toBe(true);
  });

  test("a story comes out as text, with its notes at its end and the way to the other", () => {
    const html = readFileSync(join(output, "stories/one/index.html"), "utf8");
    expect(html).not.toMatch(/<script>|<img|<b>/);
    const viewpoint = "?tag=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E#%E5%8D%97%E6%B5%B7--b";
    expect([...html.matchAll(/data-viewpoint="([^"]*)"/g)].map(([, value]) => value)).toEqual([
      viewpoint,
      viewpoint,
    ]);
    expect(html).toContain('<h2 id="section-b-same-b-2">');
    expect(html).toContain("{{ alert(6) }}");
    expect(html.indexOf("A note.")).toBeGreaterThan(html.indexOf('id="step-2"'));
    expect(html).toContain(
      '<p>Next story: <a href="../../stories/%E4%BA%8C/" rel="next"><bdi>二</bdi></a></p>',
    );
    expect(existsSync(join(output, "stories/二/index.html"))).toBe(true);
  });

  test("a superseded claim keeps its page, marked, and leaves the map", () => {
    const html = readFileSync(join(output, "edges/a-visits-b/index.html"), "utf8");
    expect(html).toContain("This claim has been corrected by");
    const { claims } = decodeNetwork(readFileSync(join(output, "skein/network.bin"))).network;
    expect(claims.map(({ id }) => id)).toEqual(["corrected", "joint", "loop"]);
  });
});

describe("a site of a thousand entities and three thousand claims", () => {
  const output = join(folder, "large");

  beforeAll(async () => {
    const source = join(folder, "large-content");
    writeSyntheticContent(source, 1000, 3000);
    const built = await runSkein(["build", "-c", source, "-o", output, "--json"]);
    expect(built.code, built.out).toBe(0);
    expect(JSON.parse(built.out)).toMatchObject({ output, files: filesBelow(output).length });
    expect(filesBelow(output).filter((path) => path.endsWith(".html"))).toHaveLength(4060);
  });

  test("has a page for each of them, and long lists in parts", () => {
    const files = new Set(filesBelow(output));
    for (let i = 0; i < 1000; i++) expect(files.has(`entities/e${i}/index.html`)).toBe(true);
    for (let i = 0; i < 3000; i++) expect(files.has(`edges/c${i}/index.html`)).toBe(true);
    expect(files.has("edges/page/6/index.html")).toBe(true);
    expect(files.has("edges/page/7/index.html")).toBe(false);
    expect(files.has("sources/ledger/page/6/index.html")).toBe(true);
  });

  test("has no dead link", () => {
    const { dead, checked } = deadLinks(output);
    expect(dead).toEqual([]);
    expect(checked).toBeGreaterThan(50_000);
  });

  test("without a story, has neither a list of stories nor an entry for it", () => {
    expect(existsSync(join(output, "stories"))).toBe(false);
    expect(readFileSync(join(output, "index.html"), "utf8")).not.toContain("Stories");
  });

  test("says that the drawing shows a part of the network only", () => {
    expect(readFileSync(join(output, "index.html"), "utf8")).toContain(
      "The drawing shows the 400 entities with the highest PageRank.",
    );
  });
});
