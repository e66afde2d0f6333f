import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addressOf } from "../../src/shared/viewpoint.ts";
import { load, problemsIn } from "../support/content.ts";
import { loadedContent } from "../support/graphs.ts";
import { PROJECT } from "../support/skein.ts";

/** A story with the given body, beside the least content. */
const story = (body: string, keys = ""): Record<string, string> => ({
  "stories/voyage.md": `---\ntitle: A voyage\n${keys}---\n\n${body}`,
});
const block = (yaml: string): string => `\`\`\`map\n${yaml}\n\`\`\`\n`;

const stepsOf = (body: string): string[] | undefined =>
  load(story(body)).content.stories[0]?.steps.map(addressOf);

test("a story is the steps of its headings, each with what the map shows", () => {
  const { content, diagnostics } = load(
    story(
      `The ship is ready.\n\n## Out\n\n${block("select: visit\nwithin: 1\nfrom: 2017")}\nIt sails.\n\n## Home\n\n${block("select: bermuda--atlantis")}`,
      "description: Out and home\norder: 2\nx-desk: graphics\n",
    ),
  );
  expect(diagnostics).toEqual([]);
  expect(content.stories).toMatchObject([
    { id: "voyage", title: "A voyage", description: "Out and home", order: 2, file: "stories/voyage.md" },
  ]);
  expect(content.stories[0]?.extra).toEqual({ "x-desk": "graphics" });
  expect(content.stories[0]?.steps.map(addressOf)).toEqual([
    "?within=1&from=2017#visit",
    "#bermuda--atlantis",
  ]);
});

test("every key of a step is a parameter of the address", () => {
  const keys = [
    "hide: [thing, office]",
    "hideClaims: [visit]",
    "hideStatus: [denied, alleged, denied]",
    "source: log",
    "lens: alone",
    "minSources: 2",
    "asOf: 2023-06-17",
    "undated: no",
    "route: atlantis--bermuda",
    "onlyConfirmed: yes",
    "forward: yes",
    "color: community",
  ];
  expect(stepsOf(`## All\n\n${block(keys.join("\n"))}`)).toEqual([
    "?hide=office,thing&hideClaims=visit&hideStatus=alleged,denied&source=log&lens=alone&minSources=2&asOf=2023-06-17&undated=no&route=atlantis--bermuda&onlyConfirmed=yes&forward=yes&color=community",
  ]);
});

test("a step without a block keeps what the one before it shows, and the first shows the whole map", () => {
  expect(
    stepsOf(
      `## A\n\n## B\n\n${block("select: visit\nto: 2020")}\n## C\n\n## D\n\n${block("select: atlantis")}\n## E\n\n${block("")}`,
    ),
  ).toEqual(["", "?to=2020#visit", "?to=2020#visit", "#atlantis", ""]);
});

test("only a heading of the second level that stands in no list or quotation begins a step", () => {
  expect(stepsOf("# A\n\n### B\n\n> ## C\n\nD\n---\n\n```\n## E\n```\n")).toEqual([""]);
});

test("a former id leads to the entity, and its new id is the one that counts", () => {
  const loaded = load({
    ...story(`## A\n\n${block("select: old-bermuda")}`),
    "entities/bermuda.md": "---\ntype: state\nname: Bermuda\nformerIds: [old-bermuda]\n---\n",
  });
  expect(problemsIn(loaded)).toEqual(["stories/voyage.md:8:9 former-id"]);
  expect(loaded.content.stories[0]?.steps.map(addressOf)).toEqual(["#bermuda"]);
});

test("places and values are right with Windows line ends, in a fence of tildes, and indented", () => {
  const text = "---\ntitle: A voyage\n---\n\n## A\n\n  ~~~~ map\n  within: 1\n  select: nowhere\n  ~~~~\n";
  expect(problemsIn(load({ "stories/voyage.md": text }))).toEqual([
    "stories/voyage.md:9:11 unknown-reference",
  ]);
  expect(problemsIn(load({ "stories/voyage.md": text.replaceAll("\n", "\r\n") }))).toEqual([
    "stories/voyage.md:9:11 unknown-reference",
  ]);
});

test("a block with the word map is code in any other body, and so is another word in a story", () => {
  expect(
    problemsIn(
      load({
        "entities/atlantis.md": `---\ntype: state\nname: Atlantis\n---\n\n${block("select: nowhere")}`,
      }),
    ),
  ).toEqual([]);
  expect(problemsIn(load(story("## A\n\n```mapping\nselect: nowhere\n```\n")))).toEqual([]);
});

test("two stories may not have one id, but a story may have that of a record", () => {
  const text = "---\ntitle: A voyage\n---\n\n## A\n";
  expect(
    problemsIn(
      load({ "stories/a/voyage.md": text, "stories/b/voyage.md": text, "stories/atlantis.md": text }),
    ),
  ).toEqual(["stories/b/voyage.md:1:1 duplicate-id"]);
});

test("stories are in the order of their numbers, those without one last", () => {
  const text = (order: string) => `---\ntitle: A voyage\n${order}---\n\n## A\n`;
  const { content } = load({
    "stories/a.md": text(""),
    "stories/b.md": text("order: 10\n"),
    "stories/c.md": text("order: 9\n"),
    "stories/d.md": text(""),
  });
  expect(content.stories.map(({ id }) => id)).toEqual(["c", "b", "a", "d"]);
});

test("a draft is left out, and may name what is not there yet; its keys are checked all the same", () => {
  const files = story(`## A\n\n${block("select: nowhere\nwithin: 4")}`, "draft: true\n");
  expect(load(files).content.stories).toEqual([]);
  expect(problemsIn(load(files))).toEqual(["stories/voyage.md:10:9 invalid-value"]);
  expect(problemsIn(load(files, { drafts: true }))).toEqual([
    "stories/voyage.md:9:9 unknown-reference",
    "stories/voyage.md:10:9 invalid-value",
  ]);
});

test("a draft that a step names is a mistake", () => {
  const files = {
    ...story(`## A\n\n${block("select: cuba--atlantis")}`),
    "entities/cuba.md": "---\ntype: state\nname: Cuba\ndraft: true\n---\n",
  };
  expect(problemsIn(load(files))).toEqual(["stories/voyage.md:8:9 reference-to-draft"]);
});

test("links, citations and HTML of a story are checked, and a source that it cites is used", () => {
  const loaded = load({
    ...story("## A\n\nSee [[nowhere]] and [^nothing] and <b>bold</b>.[^almanac]\n"),
    "sources/almanac.md": "---\ntitle: The almanac\n---\n",
  });
  expect(problemsIn(loaded)).toEqual([
    "stories/voyage.md:7:5 dangling-link",
    "stories/voyage.md:7:21 dangling-link",
    "stories/voyage.md:7:36 raw-html",
  ]);
});

test("what a broken file or a broken ontology would have held is no second mistake", () => {
  const files = {
    ...story(`## A\n\n${block("select: cuba\ntag: islands\nhide: [ship]")}`),
    "entities/cuba.md": "---\ntype: [\n---\n",
    "ontology.yml": "entityTypes: [ship]\n",
  };
  expect(problemsIn(load(files)).filter((problem) => problem.startsWith("stories"))).toEqual([]);
});

test("the file name is an id, and the front matter has to be there", () => {
  expect(
    problemsIn(
      load({ "stories/My voyage.md": "---\ntitle: A voyage\n---\n\n## A\n", "stories/other.md": "## A\n" }),
    ),
  ).toEqual(["stories/My voyage.md:1:1 invalid-id", "stories/other.md:1:1 missing-front-matter"]);
});

test("the example of the documentation is a story of the default graph", () => {
  const page = readFileSync(join(PROJECT, "docs/content-model.md"), "utf8");
  const example = /^````markdown\n(.*?)^````$/ms.exec(page)?.[1] ?? "";
  const content = loadedContent({
    "ontology.yml": "",
    "site.yml": "requireSources: false\n",
    "sources/presstv-2023.md": "---\ntitle: The report\n---\n",
    ...Object.fromEntries(
      ["li-shangfu", "xi-jinping", "antony-blinken", "crisis-line"].map((id) => [
        `entities/${id}.md`,
        `---\ntype: thing\nname: ${id}\n---\n`,
      ]),
    ),
    "edges/us-sanctions-li-shangfu.md": "---\ntype: statement\nfrom: crisis-line\nto: li-shangfu\n---\n",
    "stories/example.md": example,
  });
  expect(content.stories[0]?.steps.map(addressOf)).toEqual([
    "?to=2018&undated=no#us-sanctions-li-shangfu",
    "?within=1&from=2023-06#xi-jinping--antony-blinken",
  ]);
});
