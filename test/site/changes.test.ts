import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Change, Commit, History } from "../../src/content/history.ts";
import { repositoryPages } from "../../src/site/repository.ts";
import { complaintsAbout } from "../support/html.ts";
import { deadLinks } from "../support/links.ts";
import { allBetween, claim, pagesFrom, person } from "../support/pages.ts";
import { TestRepository } from "../support/repository.ts";
import { contentsOf, filesBelow, runSkein, temporaryFolder } from "../support/skein.ts";

const SETTINGS = "title: Graph\nrequireSources: false\nbaseUrl: https://example.org/\n";
const REPOSITORY = "repository: https://github.com/ada/graph\n";
const FILES = {
  "site.yml": SETTINGS + REPOSITORY,
  ...person("a"),
  ...person("b"),
  ...claim("c", "a", "b"),
  "sources/s.md": "---\ntitle: Source\n---\n",
  "stories/t.md": "---\ntitle: Told\n---\n\n## One\n\nText.\n",
};

const changed = (path: string, more: Partial<Change> = {}): Change => ({
  action: "changed",
  path,
  file: path,
  ...more,
});

const commit = (day: string, changes: readonly Change[], more: Partial<Commit> = {}): Commit => ({
  id: "0123456789abcdef0123456789abcdef01234567",
  time: Date.parse(`${day}T23:30:00Z`),
  author: "Ada",
  subject: `What was done on ${day}`,
  changes,
  ...more,
});

const historyOf = (...commits: Commit[]): History => ({ commits, folder: "content/" });

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const daysIn = (html: string): string[] =>
  allBetween(html, '<section class="changes"', "</section>").map((day) => plain(`<${day}`));

describe("the page of changes", () => {
  const history = historyOf(
    commit("2026-11-03", [
      changed("edges/c.md"),
      changed("entities/b.md", { action: "renamed", formerPath: "entities/bee.md" }),
      changed("entities/gone.md", { action: "removed", file: undefined }),
    ]),
    commit("2026-11-03", [changed("stories/t.md", { action: "added" })], { subject: "A story" }),
    commit("2026-11-01", [
      changed("entities/a.md", { action: "added" }),
      changed("sources/s.md", { action: "added" }),
      changed("entities/gone.md", { action: "added", file: undefined }),
    ]),
  );

  test("lists the commits of each day with what they did, each record with its kind", async () => {
    const html = await pagesFrom(FILES, history).at("changes/");
    expect(daysIn(html)).toEqual([
      "3 November 2026 What was done on 2026-11-03 Ada · commit 0123456 Changed A comments on B claim Renamed B entity, formerly bee Removed gone entity A story Ada · commit 0123456 Added Told story",
      "1 November 2026 What was done on 2026-11-01 Ada · commit 0123456 Added A entity Source source gone entity, removed since",
    ]);
    expect(html).toContain('<a href="../edges/c/">');
    expect(html).toContain('<a href="../stories/t/">');
    expect(html).toContain("https://github.com/ada/graph/commit/0123456789abcdef0123456789abcdef01234567");
    expect(html).not.toContain("entities/gone/");
  });

  test("leaves out drafts, moves to another folder, and commits of nothing else", async () => {
    const html = await pagesFrom(
      FILES,
      historyOf(
        commit("2026-11-03", [changed("entities/draft.md")], { subject: "A secret" }),
        commit("2026-11-02", [
          changed("entities/a.md", { action: "renamed", formerPath: "entities/people/a.md" }),
        ]),
      ),
    ).at("changes/");
    expect(daysIn(html)).toEqual([]);
    expect(html).not.toContain("secret");
    expect(html).toContain("No record has been committed yet.");
  });

  test("shows the first records of an import, and says how many more there are", async () => {
    const people = Array.from({ length: 40 }, (_, i) => `p${i}`);
    const html = await pagesFrom(
      Object.assign({ ...FILES }, ...people.map((id) => person(id))),
      historyOf(
        commit(
          "2026-11-03",
          people.map((id) => changed(`entities/${id}.md`, { action: "added" })),
        ),
      ),
    ).at("changes/");
    expect(allBetween(html, "<dd>", "</dd>")).toHaveLength(12);
    expect(html).toContain("And 28 more.");
  });

  test("is in parts of a hundred commits; a day that runs over is continued", async () => {
    const commits = Array.from({ length: 150 }, (_, i) =>
      commit(i < 120 ? "2026-11-03" : "2026-11-01", [changed("entities/a.md")]),
    );
    const pages = pagesFrom(FILES, historyOf(...commits));
    expect(await pages.at("changes/")).toContain("150 commits. Part 1 of 2.");
    const [rest = "", other = ""] = daysIn(await pages.at("changes/page/2/"));
    expect(rest).toMatch(/^.*3 November 2026 \(continued\)/);
    expect(other).not.toContain("(continued)");
  });

  test("takes names and subjects for text", async () => {
    const pages = pagesFrom(
      FILES,
      historyOf(
        commit(
          "2026-11-03",
          [changed("entities/a.md"), changed("edges/<img>.md", { action: "removed", file: undefined })],
          {
            author: '<script>alert(1)</script>"',
            subject: "</p><img src=x onerror=alert(2)> {{ 6 * 7 }}",
          },
        ),
      ),
    );
    for (const html of [await pages.at("changes/"), await pages.at("entities/a/")]) {
      expect(html).toContain("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;&quot;</bdi>");
      expect(html).not.toMatch(/<script>|<img/);
    }
    expect(await pages.at("changes/")).toContain("{{ 6 * 7 }}</bdi>");
  });

  test("says where the history begins, if not with the first commit", async () => {
    const at = async (because: "shallow" | "limit") =>
      plain(
        await pagesFrom(FILES, {
          ...historyOf(),
          begins: { time: Date.UTC(2026, 9, 31), because },
        }).at("changes/"),
      );
    expect(await at("shallow")).toContain("begins on 31 October 2026: this site was made from a clone");
    expect(await at("limit")).toContain("begins on 31 October 2026: only the last 5,000 commits");
  });

  test("says in a sentence why there is none, and how to get one", async () => {
    const pages = pagesFrom(FILES, { missing: "no-repository" });
    expect(plain(await pages.at("changes/"))).toContain(
      "There is no history, because the content is in no git repository: git init makes one",
    );
    expect(await pagesFrom(FILES).at("changes/")).toContain("There is no history");
    expect(await pages.at("entities/a/")).not.toContain("Last changed");
    expect(await pages.at("sitemap.xml")).not.toContain("lastmod");
    expect(await pages.at("edges/c/")).not.toContain("dateModified");
  });
});

describe("a page of a record", () => {
  const history = historyOf(
    commit("2026-11-03", [changed("edges/c.md")], { author: "" }),
    commit("2026-11-02", [changed("entities/a.md")], { author: "Bo" }),
    commit("2026-11-01", [changed("entities/a.md", { action: "added" })]),
  );
  const pages = pagesFrom(FILES, history);

  test("says at its foot when it last changed, by whom, and where its history is", async () => {
    expect(await pages.at("entities/a/")).toContain(
      'Last changed on <time datetime="2026-11-02">2 November 2026</time> by <bdi>Bo</bdi> · <a href="https://github.com/ada/graph/commits/HEAD/content/entities/a.md" rel="external nofollow noopener">history</a>.',
    );
    expect(await pages.at("edges/c/")).toContain("by somebody without a name");
  });

  test("leads to all changes where no host is known", async () => {
    const html = await pagesFrom({ ...FILES, "site.yml": SETTINGS }, history).at("entities/a/");
    expect(html).toContain('by <bdi>Bo</bdi> · <a href="../../changes/">history</a>.');
  });

  test("says nothing where its file is not committed", async () => {
    expect(await pages.at("entities/b/")).not.toContain("Last changed");
    expect(await pages.at("sources/s/")).not.toContain("Last changed");
  });

  test("tells programs: the page has days, and not the person", async () => {
    const [data = "{}"] = allBetween(
      await pages.at("entities/a/"),
      '<script type="application/ld+json">',
      "</script>",
    );
    const nodes: Record<string, unknown>[] = JSON.parse(data)["@graph"];
    expect(nodes.filter((node) => "dateModified" in node)).toEqual([
      {
        "@type": "WebPage",
        url: "https://example.org/entities/a/",
        mainEntity: { "@id": "https://example.org/entities/a/" },
        datePublished: "2026-11-01",
        dateModified: "2026-11-02",
      },
    ]);
  });

  test("has its day in the sitemap: that of the claims on it, where those are newer", async () => {
    const sitemap = await pages.at("sitemap.xml");
    const days = [...sitemap.matchAll(/<loc>https:\/\/example\.org\/(.*?)<\/loc>(?:<lastmod>(.*?)<)?/g)];
    expect(Object.fromEntries(days.filter(([, , day]) => day).map(([, path, day]) => [path, day]))).toEqual({
      "edges/c/": "2026-11-03",
      "entities/a/": "2026-11-03",
      "entities/b/": "2026-11-03",
    });
  });
});

test.each([
  [
    "https://github.com/a/b",
    "https://github.com/a/b/commit/1 https://github.com/a/b/commits/HEAD/x%20y/%E6%BC%A2.md",
  ],
  [
    "https://www.github.com/a/b.git/",
    "https://www.github.com/a/b/commit/1 https://www.github.com/a/b/commits/HEAD/x%20y/%E6%BC%A2.md",
  ],
  [
    "https://github.com/a/b/tree/main/content",
    "https://github.com/a/b/commit/1 https://github.com/a/b/commits/HEAD/x%20y/%E6%BC%A2.md",
  ],
  [
    "https://gitlab.com/a/b/c",
    "https://gitlab.com/a/b/c/-/commit/1 https://gitlab.com/a/b/c/-/commits/HEAD/x%20y/%E6%BC%A2.md",
  ],
  [
    "https://gitlab.example.org/a/b/-/tree/main",
    "https://gitlab.example.org/a/b/-/commit/1 https://gitlab.example.org/a/b/-/commits/HEAD/x%20y/%E6%BC%A2.md",
  ],
  [
    "https://codeberg.org/a/b",
    "https://codeberg.org/a/b/commit/1 https://codeberg.org/a/b/commits/commit/HEAD/x%20y/%E6%BC%A2.md",
  ],
  ["https://github.com/a", undefined],
  ["https://example.org/a/b", undefined],
  ["https://github.com.example.org/a/b", undefined],
])("%s has its own addresses of commits and histories", (repository, expected) => {
  const pages = repositoryPages(repository);
  expect(pages && `${pages.commit("1")} ${pages.history("x y/漢.md")}`).toBe(expected);
});

test("a build reads the history of a part of a repository, and two builds of it are the same", async () => {
  const folder = temporaryFolder();
  const repository = new TestRepository(join(folder, "repository"));
  const below = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`docs/graph/${path}`, text]));
  repository.commit("2026-01-01", "First", below, { author: "<b>Ada</b>" });
  repository.commit("2026-01-02", "Second", {
    "docs/graph/entities/a.md": `${person("a")["entities/a.md"]}More.\n`,
  });
  const [one, two] = [join(folder, "one"), join(folder, "two")];
  for (const output of [one, two]) {
    const { code, err } = await runSkein([
      "build",
      "-c",
      join(repository.folder, "docs/graph"),
      "-o",
      output,
    ]);
    expect(code, err).toBe(0);
  }
  expect(contentsOf(one)).toEqual(contentsOf(two));
  const page = contentsOf(one).get("entities/a/index.html");
  expect(page).toContain('Last changed on <time datetime="2026-01-02">');
  expect(page).toContain("https://github.com/ada/graph/commits/HEAD/docs/graph/entities/a.md");
  expect(
    await complaintsAbout(
      one,
      filesBelow(one).filter((path) => path.endsWith(".html")),
    ),
  ).toEqual([]);
  expect(deadLinks(one).dead).toEqual([]);
  expect([...contentsOf(one).values()].join("")).not.toContain("secret@example.org");
});
