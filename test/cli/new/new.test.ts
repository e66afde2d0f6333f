import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../../../src/cli/main.ts";
import { create, type NewOptions } from "../../../src/cli/new.ts";
import type { RecordKind } from "../../../src/shared/paths.ts";
import { type Answering, answering } from "../../support/asker.ts";
import { contentsOf, runSkein, SMALL_CONTENT, temporaryFolder, writeFiles } from "../../support/skein.ts";
import { memoryTerminal } from "../../support/terminal.ts";

const folder = temporaryFolder();
let folders = 0;

/** A content folder with the files laid over the least content. */
function contentWith(files: Readonly<Record<string, string>> = {}): string {
  const content = join(folder, `content-${folders++}`);
  writeFiles(content, { ...SMALL_CONTENT, ...files });
  return content;
}

/** `skein new …` on a content folder, where nobody can be asked. */
async function skeinNew(content: string, ...args: string[]) {
  const terminal = memoryTerminal();
  const code = await run(["new", ...args, "-c", content], terminal);
  const plain = (text: string) => text.replaceAll(content, "content");
  return { code, out: plain(terminal.written.out), err: plain(terminal.written.err) };
}

const textIn = (content: string, path: string): string => readFileSync(join(content, path), "utf8");

describe("skein new entity", () => {
  test("writes what the flags say, prints the path, and says what check would", async () => {
    const content = contentWith();
    const flags = ["--type", "person", "--name", "Li Shangfu", "--alias", "李尚福", "--alias", "Li, S."];
    const more = [
      "--date",
      "1958",
      "--same-as",
      "https://www.wikidata.org/wiki/Q1",
      "--source",
      "log:page 4",
    ];
    expect(await skeinNew(content, "entity", ...flags, ...more, "--body", "He visited [[b]].")).toEqual({
      code: 0,
      out: "content/entities/li-shangfu.md\n",
      err: [
        "content/entities/li-shangfu.md:1:1 warning lonely-entity: no edge touches “li-shangfu”",
        "     1 | ---",
        "       | ^^^",
        "  help add an edge from or to it, or remove the file",
        "",
      ].join("\n"),
    });
    expect(textIn(content, "entities/li-shangfu.md")).toBe(
      [
        "---",
        "type: person",
        "name: Li Shangfu",
        'aliases: [李尚福, "Li, S."]',
        'date: "1958"',
        "sameAs: [https://www.wikidata.org/wiki/Q1]",
        "sources:",
        "  - source: log",
        "    locator: page 4",
        "---",
        "",
        "He visited [[b]].",
        "",
      ].join("\n"),
    );
  });

  test("into a folder of one’s own, under an id of one’s own", async () => {
    const content = contentWith();
    const { out } = await skeinNew(
      content,
      "entity",
      "--type",
      "state",
      "--name",
      "Cuba",
      "--folder",
      "states/isles/",
      "--id",
      "kuba",
    );
    expect(out).toBe("content/entities/states/isles/kuba.md\n");
    expect((await runSkein(["check", "-c", content])).code).toBe(0);
  });

  test.each([
    [
      ["--type", "stat", "--name", "Cuba"],
      /^skein: --type: no entity type “stat”; did you mean “state”\?; use one of .*\n$/,
    ],
    [
      ["--type", "state", "--name", "Cuba", "--date", "15 June 2023"],
      "skein: --date: date “15 June 2023” is no EDTF date; write 2023-06-15\n",
    ],
    [["--type", "state", "--name", " "], "skein: --name: name is empty; give it a value\n"],
    [
      ["--type", "state", "--name", "Cu\u202eba"],
      /^skein: --name: name “Cu\\u202eba” has an unseen character/,
    ],
    [
      ["--type", "state", "--name", "Cuba", "--source", "lgo"],
      "skein: --source: no source “lgo”; did you mean “log”?; write log\n",
    ],
    [
      ["--type", "state", "--name", "Cuba", "--same-as", "cuba"],
      /^skein: --same-as: sameAs “cuba” is no http or https address/,
    ],
    [["--type", "state", "--name", "Cuba", "--body", "[[nowhere]]"], /^skein: --body: .*nowhere/],
    [
      ["--type", "state", "--name", "?!"],
      "skein: no id can be made of these signs; give one with --id <id>\n",
    ],
    [["--type", "state", "--name", "Cuba", "--id", "Cuba"], "skein: --id: “Cuba” is no id; write cuba\n"],
    [
      ["--type", "state", "--name", "Cuba", "--id", "log"],
      "skein: --id: the id “log” is, or was, that of sources/log.md; name another\n",
    ],
    [
      ["--type", "state", "--name", "Cuba", "--folder", "../sources"],
      "skein: --folder ../sources is no folder below entities/; name one such as people/asia\n",
    ],
    [["--type", "state", "--name", "Cuba", "--folder", "/etc"], /^skein: --folder \/etc is no folder/],
    [["--type", "state", "--name", "Cuba", "--folder", "_drafts"], /^skein: --folder _drafts is no folder/],
    [["--name", "Cuba"], "skein: new entity needs --type <type>, or a terminal to ask at\n"],
    [[], "skein: new entity needs --type <type>, --name <text>, or a terminal to ask at\n"],
  ])("%s is refused in a line, and nothing is written", async (args, message) => {
    const content = contentWith();
    const before = contentsOf(content);
    const { code, out, err } = await skeinNew(content, "entity", ...args);
    expect([code, out]).toEqual([2, ""]);
    if (typeof message === "string") expect(err).toBe(message);
    else expect(err).toMatch(message);
    expect(contentsOf(content)).toEqual(before);
  });

  test("each mistake has a line of its own", async () => {
    const { err } = await skeinNew(
      contentWith(),
      "entity",
      "--type",
      "state",
      "--name",
      "Cuba",
      "--date",
      "x",
      "--same-as",
      "y",
    );
    expect(err.match(/^skein: --(date|same-as): /gm)).toEqual(["skein: --date: ", "skein: --same-as: "]);
  });
});

describe("what is there already", () => {
  test("a name that is alike is told, and --anyway writes it under an id that is free", async () => {
    const content = contentWith();
    const flags = ["entity", "--type", "place", "--name", "ATLANTIS", "--quiet"];
    expect(await skeinNew(content, ...flags)).toEqual({
      code: 2,
      out: "",
      err: "skein: “Atlantis” (a) is there already: “ATLANTIS” and its “Atlantis” are alike. If this is another, add --anyway\n",
    });
    expect((await skeinNew(content, ...flags, "--anyway")).code).toBe(0);
    expect(existsSync(join(content, "entities/atlantis.md"))).toBe(true);
    expect((await skeinNew(content, ...flags, "--anyway")).code).toBe(0);
    expect(existsSync(join(content, "entities/atlantis-place.md"))).toBe(true);
  });

  test("of many, three are told", async () => {
    const content = contentWith(
      Object.fromEntries(
        Array.from({ length: 5 }, (_, i) => [`entities/c-${i}.md`, "---\ntype: state\nname: Cuba\n---\n"]),
      ),
    );
    const { err } = await skeinNew(content, "entity", "--type", "state", "--name", "cuba");
    expect(err.match(/is there already/g)).toHaveLength(3);
    expect(err).toContain("; and 2 more. If this is another");
  });

  test("no file is written over, whatever the content says of it", async () => {
    const content = contentWith({ "entities/_cuba.md": "mine" });
    mkdirSync(join(content, "entities/cuba.md"));
    const { code, err } = await skeinNew(content, "entity", "--type", "state", "--name", "Cuba");
    expect([code, err]).toEqual([
      2,
      "skein: content/entities/cuba.md is there already, and stays as it is; name another --id\n",
    ]);
  });

  test("mistakes of others are no hindrance, and are not told again", async () => {
    const content = contentWith({ "entities/c.md": "---\ntype: stat\nname: Cuba\n---\n" });
    const { code, err } = await skeinNew(content, "source", "--title", "A report");
    expect([code, err.match(/(?:error|warning) \S+:/g)]).toEqual([0, ["warning uncited-source:"]]);
  });
});

describe("skein new edge", () => {
  const flags = ["edge", "--type", "sanction", "--from", "a", "--to", "b", "--source", "log"];

  test("writes a claim under an id that says it", async () => {
    const content = contentWith();
    const more = [
      "--date",
      "2018",
      "--status",
      "alleged",
      "--attributed-to",
      "b",
      "--about",
      "a-visits-b",
      "--responds-to",
      "a-visits-b",
    ];
    expect(await skeinNew(content, ...flags, ...more)).toEqual({
      code: 0,
      out: "content/edges/a-sanctions-b.md\n",
      err: expect.stringContaining("warning early-answer"),
    });
    expect(textIn(content, "edges/a-sanctions-b.md")).toBe(
      [
        "---",
        "type: sanction",
        "from: a",
        "to: b",
        'date: "2018"',
        "status: alleged",
        "attributedTo: [b]",
        "about: [a-visits-b]",
        "respondsTo: [a-visits-b]",
        "sources: [log]",
        "---",
        "",
      ].join("\n"),
    );
  });

  test("records may be called by name, alias, title or former id, and several act together", async () => {
    const content = contentWith({
      "entities/c.md": "---\ntype: state\nname: Cuba\naliases: [古巴]\nformerIds: [kuba]\n---\n",
    });
    const ends = ["--from", "ATLANTIS", "--from", "kuba", "--to", "Bermuda", "--source", "The Log: page 4"];
    const { code, out } = await skeinNew(content, "edge", "--type", "sanction", ...ends);
    expect([code, out]).toEqual([0, "content/edges/a-c-sanctions-b.md\n"]);
    expect(textIn(content, "edges/a-c-sanctions-b.md")).toBe(
      "---\ntype: sanction\nfrom: [a, c]\nto: b\nsources:\n  - source: log\n    locator: page 4\n---\n",
    );
  });

  test("a name that two have is no answer", async () => {
    const content = contentWith({ "entities/c.md": "---\ntype: place\nname: Atlantis\n---\n" });
    const { code, err } = await skeinNew(
      content,
      "edge",
      "--type",
      "visit",
      "--from",
      "Atlantis",
      "--to",
      "b",
      "--source",
      "log",
    );
    expect([code, err]).toEqual([2, "skein: “Atlantis” may mean a or c; name the id\n"]);
  });

  test("who may be sanctioned is the ontology’s to say", async () => {
    const content = contentWith({ "entities/c.md": "---\ntype: topic\nname: Peace\n---\n" });
    const { code, err } = await skeinNew(
      content,
      "edge",
      "--type",
      "sanction",
      "--from",
      "a",
      "--to",
      "Peace",
      "--source",
      "log",
    );
    expect(code).toBe(2);
    expect(err).toMatch(/^skein: --to: to of “sanction” must be .*, and “c” is topic; .*\n$/);
  });

  test("a source is needed, unless the site needs none", async () => {
    const args = ["edge", "--type", "sanction", "--from", "a", "--to", "b"];
    expect((await skeinNew(contentWith(), ...args)).err).toBe(
      "skein: new edge needs --source <source[:place]>, or a terminal to ask at\n",
    );
    const lax = contentWith({ "site.yml": "requireSources: false\n" });
    expect((await skeinNew(lax, ...args)).code).toBe(0);
  });

  test("an answer in a circle is refused", async () => {
    const content = contentWith({
      "edges/x.md": "---\ntype: visit\nfrom: a\nto: b\nrespondsTo: [a-sanctions-b]\nsources: [log]\n---\n",
    });
    const { code, err } = await skeinNew(content, ...flags, "--responds-to", "x");
    expect(code).toBe(2);
    expect(err).toContain("answer one another in a circle");
    expect(existsSync(join(content, "edges/a-sanctions-b.md"))).toBe(false);
  });
});

describe("what is printed", () => {
  const flags = ["source", "--title", "A report", "--publisher", "The Times", "--published", "2023-06"];

  test("--dry-run prints the file and writes none", async () => {
    const content = contentWith();
    const before = contentsOf(content);
    const { code, out, err } = await skeinNew(content, ...flags, "--dry-run");
    expect([code, out]).toEqual([0, "---\ntitle: A report\npublisher: The Times\npublished: 2023-06\n---\n"]);
    expect(err.split("\n")[0]).toBe("content/sources/the-times-2023.md would be:");
    expect(contentsOf(content)).toEqual(before);
  });

  test("--json prints all of it for programs", async () => {
    const content = contentWith();
    const { out, err } = await skeinNew(content, ...flags, "--json");
    const { diagnostics, ...made } = JSON.parse(out);
    expect(made).toEqual({
      kind: "source",
      id: "the-times-2023",
      file: "content/sources/the-times-2023.md",
      text: "---\ntitle: A report\npublisher: The Times\npublished: 2023-06\n---\n",
      written: true,
    });
    expect(diagnostics).toMatchObject([
      { file: "content/sources/the-times-2023.md", code: "uncited-source" },
    ]);
    expect(err).toBe("");
  });

  test("--quiet prints what is wrong, and no path", async () => {
    expect((await skeinNew(contentWith(), ...flags, "--quiet")).out).toBe("");
  });
});

describe("where it cannot be written", () => {
  test("there is no content: it says so", async () => {
    const { code, err } = await skeinNew(join(folder, "nowhere"), "source", "--title", "A");
    expect(code).toBe(2);
    expect(err).toMatch(/^skein: there is no folder .*; name one with --content\n$/);
  });

  test("a folder that is a link leads nowhere", async () => {
    const content = contentWith();
    const outside = join(folder, "outside");
    mkdirSync(outside);
    symlinkSync(outside, join(content, "sources/elsewhere"));
    const { code, err } = await skeinNew(
      content,
      "source",
      "--title",
      "Paper",
      "--folder",
      "elsewhere/below",
    );
    expect([code, err]).toEqual([
      3,
      "skein: cannot write content/sources/elsewhere/below/paper.md: it lies outside the content folder\n",
    ]);
    expect(existsSync(join(outside, "below"))).toBe(false);
  });

  test.each([
    ["log.md", "a file is in the way"],
    ["log.md/below", "a part of the path is a file"],
  ])("the folder %s, which is a file, is named", async (below, reason) => {
    const { code, err } = await skeinNew(contentWith(), "source", "--title", "Paper", "--folder", below);
    expect([code, err]).toEqual([3, `skein: cannot write content/sources/${below}/paper.md: ${reason}\n`]);
  });
});

/** `skein new` at a terminal, where somebody answers. */
async function asked(content: string, kind: RecordKind, ask: Answering, options: Partial<NewOptions> = {}) {
  const terminal = memoryTerminal();
  const all = { content, anyway: false, dryRun: false, quiet: false, json: false, ...options };
  const code = await create(kind, all, terminal, ask);
  return { code, out: terminal.written.out.replaceAll(content, "content") };
}

describe("at a terminal", () => {
  test("an entity is asked for, and each answer is checked at once", async () => {
    const content = contentWith();
    const ask = answering([
      "pers",
      "",
      "Li Shangfu",
      "李尚福; Li Shang-fu",
      "",
      "15 June 1958",
      "1958",
      "the log",
      "page 4",
      "Li",
      "",
    ]);
    expect(await asked(content, "entity", ask)).toEqual({ code: 0, out: "content/entities/li-shangfu.md\n" });
    expect(ask.asked).toEqual([
      "What is it?",
      "Name",
      "! name is empty; give it a value",
      "Name",
      "Other names, with ; between them (or Enter)",
      "What is it, in one line? (or Enter)",
      "Date of its life, founding or happening (or Enter)",
      "! date “15 June 1958” is no EDTF date; write 1958-06-15",
      "Date of its life, founding or happening (or Enter)",
      "What does your text about it rest on?",
      "Where in log? page 4, paragraph 11 (or Enter)",
      "Id: the name of the file, and of the page",
      "! “Li” is no id; write li",
      "Id: the name of the file, and of the page",
    ]);
    expect(textIn(content, "entities/li-shangfu.md")).toBe(
      '---\ntype: person\nname: Li Shangfu\naliases: [李尚福, Li Shang-fu]\ndate: "1958"\nsources:\n  - source: log\n    locator: page 4\n---\n',
    );
  });

  test("a claim is asked for among what the ontology allows", async () => {
    const content = contentWith({
      "entities/c.md": "---\ntype: topic\nname: Peace\naliases: [Pax]\n---\n",
      "entities/d.md": "---\ntype: person\nname: Li Shangfu\naliases: [李尚福]\n---\n",
    });
    const ask = answering(["sanction", "atl", "尚福", "2018", "log", "", "alleged", "visits", "", ""]);
    expect(await asked(content, "edge", ask)).toEqual({ code: 0, out: "content/edges/a-sanctions-d.md\n" });
    expect(ask.offered.get("Who acts?")).toEqual(["Atlantis", "Bermuda"]);
    expect(ask.offered.get("On whom?")).toEqual(["Atlantis", "Bermuda", "Li Shangfu"]);
    expect(ask.offered.get("Which claim does it answer?")).toEqual(["None", "Atlantis visits Bermuda"]);
    expect(ask.asked).toContain("The claim in words (or Enter for “Atlantis sanctions Li Shangfu”)");
    expect(textIn(content, "edges/a-sanctions-d.md")).toBe(
      '---\ntype: sanction\nfrom: a\nto: d\ndate: "2018"\nstatus: alleged\nrespondsTo: [a-visits-b]\nsources: [log]\n---\n',
    );
  });

  test("what flags say is not asked, and narrows what can be answered", async () => {
    const content = contentWith({ "entities/c.md": "---\ntype: topic\nname: Peace\n---\n" });
    const ask = answering(["disp", "", "", "", "", ""]);
    await asked(content, "edge", ask, { from: ["c"], to: ["a"], source: ["log"], dryRun: true });
    expect(ask.asked[0]).toBe("What happened, or holds?");
    expect(ask.offered.get("What happened, or holds?")).not.toContain("Sanction");
    expect(ask.asked).not.toContain("Who acts?");
  });

  test("nobody answers in vain: what flags name wrongly is told before anything is asked", async () => {
    const ask = answering([]);
    const flags = { type: "visti", to: ["bermda"] };
    await expect(asked(contentWith(), "edge", ask, flags)).rejects.toThrow(
      /^--type: no edge type “visti”.*\nskein: --to: no entity “bermda”; name the id of an entity/,
    );
    await expect(asked(contentWith(), "entity", ask, { date: "June 2023" })).rejects.toThrow(
      "--date: date “June 2023” is no EDTF date; write 2023-06",
    );
    await expect(asked(contentWith(), "entity", ask, { id: "log" })).rejects.toThrow("--id: the id “log”");
    await expect(asked(contentWith(), "entity", ask, { folder: ".." })).rejects.toThrow("--folder .. is no");
    expect(ask.asked).toEqual([]);
  });

  test("nothing is asked where the flags say all that is required", async () => {
    const ask = answering([]);
    expect((await asked(contentWith(), "source", ask, { title: "A report" })).code).toBe(0);
    expect(ask.asked).toEqual([]);
  });

  test.each([
    [true, 0, true],
    [false, 2, false],
  ])("what is alike is asked about: %s", async (answer, code, isThere) => {
    const content = contentWith();
    const ask = answering([answer]);
    expect((await asked(content, "source", ask, { title: "THE LOG", id: "other" })).code).toBe(code);
    expect(ask.asked).toEqual([
      "“The log” (log) is there already: its title is “The log” too\nIs this another?",
    ]);
    expect(existsSync(join(content, "sources/other.md"))).toBe(isThere);
  });

  test("whoever has had enough leaves nothing behind", async () => {
    const content = contentWith();
    const before = contentsOf(content);
    expect((await asked(content, "source", answering(["A report", undefined]))).code).toBe(2);
    expect(contentsOf(content)).toEqual(before);
  });

  test("a claim in a graph without entities or sources is told what comes first", async () => {
    const empty = join(folder, "empty");
    writeFiles(empty, { "site.yml": "title: Empty\n" });
    await expect(asked(empty, "edge", answering(["sanction"]))).rejects.toThrow(
      "there is nothing yet to choose from for from; add an entity first: skein new entity",
    );
    writeFiles(empty, { "entities/a.md": SMALL_CONTENT["entities/a.md"] ?? "" });
    await expect(asked(empty, "edge", answering(["stat", "a", "a", ""]))).rejects.toThrow(
      "a claim needs a source, and there is none yet; add one first: skein new source",
    );
  });
});

describe("--from-html", () => {
  const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Talks | The Times</title>
    <meta property="og:site_name" content="The Times"><meta property="og:url" content="https://example.com/talks">
    <meta property="article:published_time" content="2023-06-15T08:00Z"></head><body></body></html>`;

  /** A saved page. */
  function saved(text: string): string {
    const file = join(folder, `page-${folders++}.html`);
    writeFileSync(file, text);
    return file;
  }

  test("fills a source, flags win, and it says what came from where", async () => {
    const content = contentWith();
    const file = saved(PAGE);
    const { code, out, err } = await skeinNew(content, "source", "--from-html", file, "--publisher", "Times");
    expect([code, out]).toEqual([0, "content/sources/times-2023.md\n"]);
    expect(err).toMatch(
      /^From .*:\n {2}title {6}Talks {2}\[<title>\]\n {2}url {8}https:\/\/example\.com\/talks {2}\[og:url\]\n {2}published {2}2023-06-15 {2}\[article:published_time\]\n {2}language {3}en {2}\[<html lang>\]\n/,
    );
    expect(textIn(content, "sources/times-2023.md")).toBe(
      "---\ntitle: Talks\npublisher: Times\nurl: https://example.com/talks\npublished: 2023-06-15\nlanguage: en\n---\n",
    );
  });

  test("the same page a second time is known by its address", async () => {
    const content = contentWith();
    const file = saved(PAGE);
    await skeinNew(content, "source", "--from-html", file);
    const { code, err } = await skeinNew(
      content,
      "source",
      "--from-html",
      file,
      "--title",
      "Other",
      "--quiet",
    );
    expect([code, err]).toEqual([
      2,
      "skein: “Talks” (the-times-2023) is there already: it has the address https://example.com/talks too. If this is another, add --anyway\n",
    ]);
  });

  test("--json has where each key is from, and nothing is beside it", async () => {
    const terminal = memoryTerminal();
    await run(["new", "source", "--from-html", saved(PAGE), "--json", "-c", contentWith()], terminal);
    expect(JSON.parse(terminal.written.out)).toMatchObject({
      from: { title: "<title>", url: "og:url" },
      notes: [],
    });
    expect(terminal.written.err).not.toContain("From");
  });

  test("at a terminal, what the page does not say is asked for", async () => {
    const content = contentWith();
    const ask = answering(["Talks", "", "", "", "", ""]);
    const page = saved('<html lang="en"><meta property="og:url" content="https://example.com/talks"></html>');
    expect(await asked(content, "source", ask, { fromHtml: page })).toEqual({
      code: 0,
      out: "content/sources/example-com-talks.md\n",
    });
    expect(ask.asked.slice(0, 2)).toEqual(["Title", "Publisher (or Enter)"]);
  });

  test.each([
    [
      "without metadata",
      "<html><body><p>Hello</p></body></html>",
      " says nothing of itself; add --title <text>",
    ],
    ["without a title", '<html lang="en"></html>', " says not all that a source needs; add --title <text>"],
    [
      "cut off",
      "<html><head><title>Ta",
      " says nothing of itself; the page has no end: it may be cut off; add --title <text>",
    ],
    ["that is none", "Hello", " is no HTML page; save the page in the browser, as HTML"],
    ["that is empty", "", " is empty; save the page again"],
  ])("a page %s is one line, and no file", async (_, text, message) => {
    const content = contentWith();
    const before = contentsOf(content);
    const file = saved(text);
    const { code, out, err } = await skeinNew(content, "source", "--from-html", file);
    expect({ code, out, err }).toEqual({ code: 2, out: "", err: `skein: ${file}${message}\n` });
    expect(contentsOf(content)).toEqual(before);
  });

  test("a page that is too large, a folder, and a file that is not there, too", async () => {
    const content = contentWith();
    const errorOf = async (file: string) => {
      const { code, err } = await skeinNew(content, "source", "--from-html", file);
      return `${code} ${err.replaceAll(folder, "")}`;
    };
    const large = saved("<".repeat(20 * 1024 * 1024 + 1));
    expect(await errorOf(large)).toMatch(
      /^2 skein: .* is larger than 20 MiB; save the page alone, without its pictures\n$/,
    );
    expect(await errorOf(folder)).toBe("2 skein: cannot read : it is a folder\n");
    expect(await errorOf(join(folder, "none.html"))).toBe(
      "2 skein: cannot read /none.html: there is no such file\n",
    );
  });
});
