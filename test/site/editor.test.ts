import { describe, expect, test } from "vitest";
import { folderOf, readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { decodeNetwork } from "../../src/shared/network-data.ts";
import { editorAddress } from "../../src/shared/network-files.ts";
import { allBetween, claim, type Pages, pagesFrom, person } from "../support/pages.ts";

/** The text and the name of a new file are in these parameters of an address. */
const HOSTS = [
  { name: "GitHub", at: "https://github.com/example/graph", parameters: ["filename", "value"] },
  { name: "GitLab", at: "https://gitlab.com/a/b/graph", parameters: ["file_name", "content"] },
  { name: "Codeberg", at: "https://codeberg.org/example/graph", parameters: ["filename", "value"] },
  { name: "Gitea", at: "https://gitea.example.org/example/graph.git", parameters: ["filename", "value"] },
  { name: "Forgejo", at: "https://forgejo.example.org/example/graph", parameters: ["filename", "value"] },
] as const;

const SMALL: Readonly<Record<string, string>> = {
  "entities/states/atlantis.md":
    "---\ntype: state\nname: Atlantis\nedges:\n  - type: visit\n    to: bermuda\n    sources: [log]\n  - { type: call, to: bermuda, sources: [log] }\n---\n",
  "entities/bermuda.md": "---\ntype: state\nname: Bermuda\n---\n",
  "edges/visit.md": "---\ntype: visit\nfrom: atlantis\nto: bermuda\nsources: [log]\n---\n",
  "sources/log.md": "---\ntitle: The log\n---\n",
  "stories/told.md": "---\ntitle: Told\n---\n\n## One\n\nText.\n",
};

const withSettings = (settings: string, more = SMALL) => ({
  ...more,
  "site.yml": `title: Graph\n${settings}`,
});

/** The links of the pages to the editor, by the words that they say. */
async function linksAt(pages: Pages, address: string): Promise<Record<string, string>> {
  const [nav = ""] = allBetween(await pages.at(address), '<nav class="contribute"', "</nav>");
  return Object.fromEntries(
    [...nav.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, link = "", words = ""]) => [
      words.replace(/<[^>]*>/g, ""),
      link.replaceAll("&amp;", "&"),
    ]),
  );
}

const withoutText = (links: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(links).map(([words, link]) => [words, link.replace(/&(value|content)=.*/, "")]),
  );

describe("the pages of a graph", () => {
  test("on GitHub open the file at its branch, at the line of a claim within it, and new files by name", async () => {
    const pages = pagesFrom(withSettings("repository: https://github.com/example/graph\nbranch: trunk/2\n"));
    const at = "https://github.com/example/graph";
    expect(withoutText(await linksAt(pages, "entities/atlantis/"))).toEqual({
      "Correct this": `${at}/edit/trunk/2/content/entities/states/atlantis.md`,
      "Add a claim about Atlantis": `${at}/new/trunk/2/content/edges?filename=atlantis-new-claim.md`,
    });
    expect(withoutText(await linksAt(pages, "edges/visit/"))).toEqual({
      "Correct this": `${at}/edit/trunk/2/content/edges/visit.md`,
      "Add a claim about it": `${at}/new/trunk/2/content/edges?filename=visit-new-claim.md`,
    });
    expect((await linksAt(pages, "edges/atlantis-visit-bermuda/"))["Correct this"]).toBe(
      `${at}/edit/trunk/2/content/entities/states/atlantis.md#L5`,
    );
    expect((await linksAt(pages, "edges/atlantis-call-bermuda/"))["Correct this"]).toBe(
      `${at}/edit/trunk/2/content/entities/states/atlantis.md#L8`,
    );
    expect(withoutText(await linksAt(pages, "sources/log/"))).toEqual({
      "Correct this": `${at}/edit/trunk/2/content/sources/log.md`,
      "Add a claim from it": `${at}/new/trunk/2/content/edges?filename=log-new-claim.md`,
    });
    expect(withoutText(await linksAt(pages, "pairs/atlantis--bermuda/"))).toEqual({
      "Add a claim between them": `${at}/new/trunk/2/content/edges?filename=atlantis-new-claim.md`,
    });
    expect(await linksAt(pages, "stories/told/")).toEqual({
      "Correct this": `${at}/edit/trunk/2/content/stories/told.md`,
    });
    expect(withoutText(await linksAt(pages, "sources/"))).toEqual({
      "Add a source": `${at}/new/trunk/2/content/sources?filename=new-source.md`,
    });
    expect(withoutText(await linksAt(pages, "entities/"))).toEqual({
      "Add an entity": `${at}/new/trunk/2/content/entities?filename=new-entity.md`,
    });
    expect(withoutText(await linksAt(pages, "edges/"))).toEqual({
      "Add a claim": `${at}/new/trunk/2/content/edges?filename=new-claim.md`,
    });
    expect(Object.keys(await linksAt(pages, "404.html"))).toEqual([
      "Add a claim",
      "Add an entity",
      "Add a source",
    ]);
  });

  test.each([
    ["https://gitlab.com/a/b/graph", "/-/edit/main/", "#L5", "/-/new/main/content/sources?file_name="],
    ["https://codeberg.org/example/graph", "/_edit/main/", "", "/_new/main/content/sources?filename="],
    ["https://forgejo.example.org/a/b", "/_edit/main/", "", "/_new/main/content/sources?filename="],
  ])("on %s begin with %s, and end in “%s” for a claim within a file", async (at, edit, line, create) => {
    const pages = pagesFrom(withSettings(`repository: ${at}\n`));
    expect((await linksAt(pages, "edges/atlantis-visit-bermuda/"))["Correct this"]).toBe(
      `${at}${edit}content/entities/states/atlantis.md${line}`,
    );
    expect((await linksAt(pages, "sources/"))["Add a source"]).toContain(`${at}${create}new-source.md&`);
  });

  test.each([
    ["docs/data", "docs/data/"],
    ["docs/data/", "docs/data/"],
    [".", ""],
    ["日 本", "%E6%97%A5%20%E6%9C%AC/"],
  ])("know that the content is in %s of the repository", async (contentPath, found) => {
    const settings = `repository: https://github.com/example/graph\ncontentPath: ${contentPath}\n`;
    const { "Correct this": link } = await linksAt(pagesFrom(withSettings(settings)), "edges/visit/");
    expect(link).toBe(`https://github.com/example/graph/edit/main/${found}edges/visit.md`);
  });

  test("take the folder from git where the settings do not name it, and the settings’ where both do", async () => {
    const history = { commits: [], folder: "graphs/sea/" };
    const repository = "repository: https://github.com/example/graph\n";
    const ofGit = pagesFrom(withSettings(repository), history);
    expect((await linksAt(ofGit, "edges/visit/"))["Correct this"]).toMatch(
      "/edit/main/graphs/sea/edges/visit.md",
    );
    const own = pagesFrom(withSettings(`${repository}contentPath: data\n`), history);
    expect((await linksAt(own, "edges/visit/"))["Correct this"]).toMatch("/edit/main/data/edges/visit.md");
  });

  test.each([
    "",
    "repository: https://example.org/example/graph\n",
    "repository: https://github.com/example\n",
  ])("have no such link with the settings “%s”, nor a page that invites to use it", async (settings) => {
    const pages = pagesFrom(withSettings(settings));
    for (const path of pages.paths.filter((path) => path.endsWith(".html"))) {
      const page = await pages.file(path);
      expect(page).not.toMatch(
        /class="contribute"|class="index-note mend"|>Correct this|href="[^"]*contribute\//,
      );
    }
    expect(pages.paths).not.toContain("contribute/index.html");
    expect(decodeNetwork(await pages.bytes("skein/network.bin")).network.files).toBeUndefined();
  });

  test("lead to how it is done from the foot of each, and help wanted to the editor of each record", async () => {
    const pages = pagesFrom(withSettings("repository: https://github.com/example/graph\n"));
    expect(await pages.at("matrix/")).toContain('<a href="../contribute/">Contribute</a>');
    const help = await pages.at("help/");
    expect(help).toContain(
      '<a href="https://github.com/example/graph/edit/main/content/edges/visit.md" rel="external nofollow noopener">Correct this<span class="visually-hidden">: Atlantis visits Bermuda</span></a>',
    );
    const how = await pages.at("contribute/");
    expect(how).toContain("GitHub opens the file");
    expect(allBetween(how, "<pre", "</pre>")).toHaveLength(3);
  });

  test("tell the panel beside the map where each record is written", async () => {
    const pages = pagesFrom(withSettings("repository: https://github.com/example/graph\n"));
    const { files } = decodeNetwork(await pages.bytes("skein/network.bin")).network;
    const at = "https://github.com/example/graph/edit/main/content/";
    expect(
      ["atlantis", "bermuda", "visit", "atlantis-call-bermuda", "log", "nobody"].map((id) =>
        editorAddress(files, id),
      ),
    ).toEqual([
      `${at}entities/states/atlantis.md`,
      `${at}entities/bermuda.md`,
      `${at}edges/visit.md`,
      `${at}entities/states/atlantis.md`,
      `${at}sources/log.md`,
      undefined,
    ]);
  });
});

/** Every address of the host’s editor on every page. */
async function allLinks(pages: Pages, host: string): Promise<Set<string>> {
  const links = new Set<string>();
  const editor = /\/(?:-\/|_)?(?:edit|new)\//;
  for (const path of pages.paths.filter((path) => path.endsWith(".html")))
    for (const [, href = ""] of (await pages.file(path)).matchAll(/<a href="([^"]*)"/g))
      if (href.startsWith(host) && editor.test(href)) links.add(href.replaceAll("&amp;", "&"));
  return links;
}

const MANY_TYPES = Array.from({ length: 600 }, (_, i) => `  type-${i}: { verb: does ${i} to }\n`).join("");

/** Content that leaves little room or little choice. */
const AWKWARD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "the default content": Object.fromEntries(readFolder("content").texts),
  "a small graph": { ...SMALL, "site.yml": "title: Graph\n" },
  "long names in a script of three bytes": {
    "site.yml": "title: 图\nlanguage: zh\n",
    ...Object.fromEntries(
      ["甲", "乙"].map((sign) => [
        `entities/${sign.repeat(66)}.md`,
        `---\ntype: state\nname: ${sign}\n---\n`,
      ]),
    ),
    [`sources/${"丙".repeat(66)}.md`]: "---\ntitle: 丙\n---\n",
    "edges/x.md": `---\ntype: visit\nfrom: ${"甲".repeat(66)}\nto: ${"乙".repeat(66)}\nsources: [${"丙".repeat(66)}]\n---\n`,
  },
  "an ontology of hundreds": {
    ...SMALL,
    "site.yml": "title: Graph\n",
    "ontology.yml": `edgeTypes:\n${MANY_TYPES}`,
  },
  "a vocabulary that joins few": {
    "site.yml": "title: Graph\nrequireSources: false\n",
    "ontology.yml":
      "entityTypes: { ship: { label: Ship } }\nedgeTypes: { statement: { from: [ship], to: [ship] } }\n",
    ...person("a"),
    ...person("b"),
    "edges/c.md": "---\ntype: visit\nfrom: a\nto: b\n---\n",
  },
  "ids that look like numbers and words of YAML": {
    "site.yml": "title: Graph\n",
    "entities/2023.md": '---\ntype: person\nname: "2023"\n---\n',
    "entities/null.md": '---\ntype: person\nname: "null"\n---\n',
    "sources/yes.md": "---\ntitle: The log\n---\n",
    "edges/1e3.md": "---\ntype: visit\nfrom: 2023\nto: null\nsources: [yes]\n---\n",
  },
  "names that are taken": {
    ...SMALL,
    "site.yml": "title: Graph\n",
    "entities/new-entity.md": "---\ntype: person\nname: New\n---\n",
    "sources/new-source.md": "---\ntitle: New\n---\n",
    "edges/atlantis-new-claim.md":
      "---\ntype: visit\nfrom: atlantis\nto: bermuda\nsources: [new-source]\n---\n",
  },
};

const [GITHUB] = HOSTS;

/** How an address is made is a matter of the host, what is in the file is not: one host sees all of it. */
const CASES = [
  ...Object.keys(AWKWARD).map((title) => ({ ...GITHUB, title })),
  ...HOSTS.slice(1).flatMap((host) =>
    ["a small graph", "long names in a script of three bytes"].map((title) => ({ ...host, title })),
  ),
];

describe("the editor of", () => {
  test.each(CASES)(
    "$name opens files that are there, and new ones that pass the check: $title",
    async ({ at, parameters: [name, text], title }) => {
      const content = AWKWARD[title] ?? {};
      const files = { ...content, "site.yml": `${content["site.yml"]}repository: ${at}\n` };
      const kinds = new Set<string>();
      const before = problemsOf(files);
      for (const link of await allLinks(pagesFrom(files), at.replace(/\.git$/, ""))) {
        expect(link.length).toBeLessThan(8000);
        const url = new URL(link);
        const path = decodeURIComponent(
          url.pathname.replace(/^.*\/(?:-\/|_)?(?:edit|new)\/main\/content\//, ""),
        );
        const fresh = url.searchParams.get(name);
        if (fresh === null) {
          expect(Object.keys(files)).toContain(path);
          continue;
        }
        const file = `${path}/${fresh}`;
        kinds.add(path);
        expect(Object.keys(files)).not.toContain(file);
        expect(
          problemsOf({ ...files, [file]: url.searchParams.get(text) ?? "" }).filter(
            (each) => !before.includes(each),
          ),
        ).toEqual([]);
      }
      expect([...kinds].sort()).toEqual(["edges", "entities", "sources"]);
    },
  );
});

/** What `skein check` finds with drafts and without, but for records that nothing uses yet. */
function problemsOf(files: Readonly<Record<string, string>>): string[] {
  return [false, true].flatMap((drafts) =>
    loadContent(folderOf(files), { drafts })
      .diagnostics.filter(({ code }) => !["uncited-source", "lonely-entity"].includes(code))
      .map(({ file, line, code }) => `${file}:${line} ${code}`),
  );
}

test("a new file says what it is for, and what is written over is no fact before somebody says so", async () => {
  const pages = pagesFrom(withSettings("repository: https://github.com/example/graph\n"));
  const { "Add a claim about Atlantis": link = "" } = await linksAt(pages, "entities/atlantis/");
  const text = new URL(link).searchParams.get("value");
  expect(text).toMatch(/^---\n# Write over what is to the right of each colon\./);
  expect(text?.replace(/^#.*one of:.*$/m, "# …")).toBe(`---
# Write over what is to the right of each colon. Lines that begin with # explain, and may stay.
# …
type: statement
# Who did it: the end of the address of its page, as in entities/atlantis/
from: atlantis
# To whom, in the same way
to: bermuda
# When, as exact as the source: 2023-06-15, 2023-06 or 2023. Take the # away to use it
# date: 2023-06-15
# What says so: the end of the address of its page, as in sources/log/
sources: [log]
# Take this line out when the rest is right: until then nothing is published
draft: true
---
`);
});

test("a claim is not asked for where it could not be valid: without a second entity, without a source", async () => {
  const repository = "repository: https://github.com/example/graph\n";
  const alone = { "site.yml": `title: Graph\nrequireSources: false\n${repository}`, ...person("a") };
  expect(Object.keys(await linksAt(pagesFrom(alone), "entities/a/"))).toEqual(["Correct this"]);
  const unsourced = { "site.yml": `title: Graph\n${repository}`, ...person("a"), ...person("b") };
  expect(Object.keys(await linksAt(pagesFrom(unsourced), "entities/a/"))).toEqual(["Correct this"]);
  const loose = {
    ...unsourced,
    "site.yml": `title: Graph\nrequireSources: false\n${repository}`,
    ...claim("c", "a", "b"),
  };
  expect(Object.keys(await linksAt(pagesFrom(loose), "entities/a/"))).toEqual([
    "Correct this",
    "Add a claim about A",
  ]);
});

test.each([
  ["branch", "-x"],
  ["branch", "a..b"],
  ["branch", "a b"],
  ["branch", '"a\\\\b"'],
  ["branch", "main/"],
  ["contentPath", "/etc"],
  ["contentPath", "../x"],
  ["contentPath", "a//b"],
  ["contentPath", "./a"],
  ["contentPath", "https://example.org"],
])("the settings refuse %s: %s", (key, value) => {
  const { diagnostics } = loadContent(folderOf(withSettings(`${key}: ${value}\n`)), { drafts: false });
  expect(diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`)).toContain(
    "site.yml:2 invalid-value",
  );
});
