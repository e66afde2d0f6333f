/** Every page and part can be laid out by a template of its name, and each gives it the pieces that it promises. */
import { describe, expect, test } from "vitest";
import { TEMPLATES, type TemplateName } from "../../src/shared/templates.ts";
import { claim, type Pages, pagesFrom, person } from "../support/pages.ts";

/** Prints each piece that is there, behind its name. */
const listing = (name: TemplateName): string =>
  `<section class="own-${name}">${Object.keys(TEMPLATES[name].pieces)
    .map((piece) => `{{#${piece}}}<div data-piece="${name} ${piece}">{{${piece}}}</div>{{/${piece}}}`)
    .join("")}</section>`;

const fileOf = (name: TemplateName): string => `theme/${name}.mustache`;

const HOSTILE = '<b onclick="x()">"Anna"</b>';

const CONTENT = {
  "site.yml":
    "title: Graph\ndescription: Of a few\nbaseUrl: https://example.org/\nrepository: https://example.org/code\nlicense: CC BY 4.0\nrequireSources: false\n",
  "entities/anna.md": `---\ntype: person\nname: '${HOSTILE}'\nformerIds: [ann]\nsources: [log]\n---\n\nShe knows [[bert]].[^log]\n`,
  ...person("bert", "He knows [[anna]]."),
  "sources/log.md": "---\ntype: report\ntitle: The log\nurl: https://example.org/log\n---\n\nA log.\n",
  ...claim("demand", "anna", "bert", "date: 2020-01-01\nsources: [log]\n"),
  ...claim("answer", "bert", "anna", "date: 2020-02-01\nrespondsTo: [demand]\n"),
  ...claim("word", "anna", "bert", "date: 2020-02-02\nrespondsTo: [answer]\nstatus: disputed\n"),
  ...claim("last", "bert", "anna", "date: 2020-03-02\nrespondsTo: [word]\nabout: [answer]\n"),
  ...claim("note", "bert", "anna", "date: 2020-04-02\nabout: [word]\n"),
  "stories/one.md":
    "---\ntitle: One\ndescription: The first\n---\n\nBefore.[^log]\n\n## Step\n\n```map\nselect: anna\n```\n\nText.[^1]\n\n[^1]: A note.\n",
  "stories/two.md": "---\ntitle: Two\n---\n\n## Step\n\n```map\nselect: bert\n```\n\nText.\n",
};

/** Where each is seen, and which of its pieces are not there. */
const PLACES: Record<TemplateName, readonly [address: string, ...empty: string[]]> = {
  shell: ["about/"],
  banner: ["about/"],
  footer: ["entities/anna/", "lastChanged"],
  network: ["", "drawn"],
  story: ["stories/one/"],
  embed: ["embed/"],
  entity: ["entities/anna/", "aliases", "description", "image", "pager", "claimsAbout", "claimsBy"],
  edge: ["edges/word/", "corrections", "prose"],
  source: ["sources/log/", "language", "byline", "sources"],
  index: ["entities/", "pager"],
  overview: ["matrix/"],
  timeline: ["timeline/"],
  table: ["table/"],
  threads: ["threads/"],
  disputes: ["disputes/"],
  statistics: ["statistics/"],
  matrix: ["matrix/"],
  help: ["help/"],
  changes: ["changes/"],
  data: ["data/"],
  about: ["about/"],
  search: ["search/"],
  pair: ["pairs/anna--bert/", "pager"],
  moved: ["entities/ann/"],
  "not-found": ["404.html"],
  claim: ["edges/", "superseded"],
  citations: ["edges/word/"],
  neighbourhood: ["entities/anna/", "note"],
  "in-time": ["entities/anna/"],
  mentions: ["entities/anna/", "more"],
  thread: ["edges/word/", "isAbout"],
  facts: ["entities/anna/"],
  pager: ["entities/page/2/"],
};

const CROWD = Object.assign({}, ...Array.from({ length: 1100 }, (_, i) => person(`p${i}`)));

const withTheme = (theme: Readonly<Record<string, string>>, more = {}): Pages =>
  pagesFrom({ ...CONTENT, ...more, ...theme });

describe("a template called", () => {
  test.each(Object.keys(TEMPLATES) as TemplateName[])("%s lays out its page or part", async (name) => {
    const [address, ...empty] = PLACES[name];
    const pages = withTheme({ [fileOf(name)]: listing(name) }, name === "pager" ? CROWD : {});
    const page = await pages.at(address);
    expect(page).toContain(`class="own-${name}"`);
    const there = [...page.matchAll(new RegExp(`data-piece="${name} (\\w+)"`, "g"))].map(
      ([, piece]) => piece,
    );
    const promised = Object.keys(TEMPLATES[name].pieces).filter((piece) => !empty.includes(piece));
    expect([...new Set(there)].sort()).toEqual(promised.sort());
    expect(page).not.toContain("<b onclick");
  });
});

test("a page about the whole graph is laid out by its own template before that of all of them", async () => {
  const pages = withTheme({
    [fileOf("overview")]: "<p>one of many</p>",
    [fileOf("about")]: "<p>by its own name</p>",
  });
  expect(await pages.at("about/")).toContain('<main id="main">\n<p>by its own name</p></main>');
  for (const address of ["timeline/", "table/", "threads/", "disputes/", "statistics/", "matrix/", "help/"])
    expect(await pages.at(address)).toContain('<main id="main">\n<p>one of many</p></main>');
});

test.each([
  ["network", "map"],
  ["story", "map"],
  ["embed", "source"],
] as const)("%s cannot be laid out without its %s, which its script needs", (name, piece) => {
  expect(() => withTheme({ [fileOf(name)]: "<p>x</p>" })).toThrow(`{{${piece}}} is missing in ${name}`);
});
