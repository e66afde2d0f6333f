import { existsSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { askerOn, askMappings } from "../../src/cli/import/ask.ts";
import { writeAll } from "../../src/cli/import/write.ts";
import { run } from "../../src/cli/main.ts";
import { readCsv, tableOf } from "../../src/exchange/import/csv.ts";
import {
  contentsOf,
  type Result,
  runSkein,
  SMALL_CONTENT,
  temporaryFolder,
  writeFiles,
} from "../support/skein.ts";

const folder = temporaryFolder();

/** A folder with the least content and the files of an import beside it. */
function workplace(name: string, files: Readonly<Record<string, string>>): string {
  const place = join(folder, name);
  const content = Object.entries(SMALL_CONTENT).map(([path, text]) => [`content/${path}`, text]);
  writeFiles(place, { ...Object.fromEntries(content), ...files });
  return place;
}

const PEOPLE = "Full Name,Kind,Shoe size\nAda,Person,37\nBo,Person,\n";
const TIES = "Source,Target,Relation\nAda,Bo,meets\nBo,Atlantis,visits\n";
const FLAGS = ["import", "--entities", "people.csv", "--edges", "ties.csv", "--type", "meets=meeting"];

/** As `runSkein`, without a process of its own: paths are made absolute on their way in, and relative on their way out. */
async function runHere(args: readonly string[], place: string): Promise<Result> {
  const written = { out: "", err: "" };
  const streamTo = (name: "out" | "err") => {
    const write = (text: string) => {
      written[name] += text.replaceAll(`${place}/`, "");
      return true;
    };
    // All that the command uses of a stream.
    return { isTTY: false, write } as unknown as NodeJS.WriteStream;
  };
  const paths = args.map((arg) => (/^\w+\.\w+$/.test(arg) ? join(place, arg) : arg));
  const terminal = { out: streamTo("out"), err: streamTo("err"), env: {}, now: () => 0 };
  const code = await run(["import", "--content", join(place, "content"), ...paths], terminal);
  return { code, ...written };
}

describe("skein import", () => {
  test("writes what is new, lists the rest, and has nothing to do the second time", async () => {
    const place = workplace("twice", { "people.csv": PEOPLE, "ties.csv": TIES });
    const before = contentsOf(join(place, "content"));
    const first = await runSkein(FLAGS, place);
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(first.out).toContain("people.csv:1 left-out: the column “Shoe size” is no key of an entity");
    expect(first.out).toContain("people.csv:1 made: the claims that name no source cite “import-people-csv”");
    expect(
      first.out.endsWith(
        "\n2 entities, 2 claims, 1 source → content; 1 thing left out; 1 warning of skein check\n",
      ),
    ).toBe(true);
    const after = contentsOf(join(place, "content"));
    for (const [path, text] of before) expect(after.get(path)).toBe(text);
    expect([...after.keys()].filter((path) => !before.has(path))).toEqual([
      "edges/ada-meeting-bo.md",
      "edges/bo-visit-a.md",
      "entities/ada.md",
      "entities/bo.md",
      "sources/import-people-csv.md",
    ]);
    const second = await runSkein(FLAGS, place);
    expect(
      second.out.endsWith(
        "\n0 entities, 0 claims, 0 sources → content; 4 records there already; 1 thing left out\n",
      ),
    ).toBe(true);
    expect(contentsOf(join(place, "content"))).toEqual(after);
    const check = await runSkein(["check"], place);
    expect([check.code, check.out.includes("warning placeholder-source")]).toEqual([0, true]);
  });

  test("leaves what somebody has changed since, and says what the import says otherwise", async () => {
    const place = workplace("changed", { "people.csv": "name,type,description\nAda,person,A captain\n" });
    await runSkein(["import", "people.csv"], place);
    const changed = "---\ntype: person\nname: Ada\ndescription: A countess\n---\n";
    writeFiles(place, { "content/entities/ada.md": changed });
    const { code, out } = await runSkein(["import", "people.csv"], place);
    expect(code).toBe(0);
    expect(
      out,
    ).toBe(`people.csv:2 differs: ada is there already, and stays as it is; the import says something else of description
  help compare it with entities/ada.md
0 entities, 0 claims, 0 sources → content; 1 record there already
`);
    expect(contentsOf(join(place, "content")).get("entities/ada.md")).toBe(changed);
  });

  test("--dry-run writes nothing, and --json says it to programs", async () => {
    const place = workplace("dry", { "people.csv": "name,type\nAda,Captain\n" });
    const before = contentsOf(place);
    const { code, out } = await runSkein(["import", "people.csv", "--dry-run", "--json"], place);
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        content: "content",
        dryRun: true,
        files: [{ kind: "entity", id: "ada", file: "entities/ada.md" }],
        present: 0,
        warnings: 1,
        notes: [
          {
            code: "replaced",
            file: "people.csv",
            line: 2,
            message:
              "the ontology has no type of entity “Captain”: it becomes “thing”, and x-type keeps the word",
            help: '--type "Captain=TYPE" says what it means, or add it to ontology.yml first',
          },
        ],
      },
    ]);
    expect(contentsOf(place)).toEqual(before);
  });

  test("reads a vault, and lists what is no note", async () => {
    const place = workplace("vault", {
      "vault/Ada.md": "---\ntype: person\n---\nvisit:: [[Atlantis]]\n",
      "vault/.obsidian/app.json": "{}",
      "vault/map.canvas": "{}",
      "vault/me.png": "",
    });
    const { code, out } = await runSkein(["import", "vault", "--source", "log"], place);
    expect([code, out]).toEqual([
      0,
      `vault/.obsidian:1 left-out: a folder of settings is left out
vault/map.canvas:1 left-out: a canvas is left out
vault/me.png:1 left-out: an attachment is left out
1 entity, 1 claim, 0 sources → content; 3 things left out
`,
    ]);
  });
});

describe("bad input is one line, and nothing is written:", () => {
  const FILES = {
    "cut.csv": 'name,type\n"Ada,person\n',
    "cut.gexf": "<gexf><graph><nodes>\n<node",
    "other.gexf": "<graphml/>",
    "bomb.graphml": '<!DOCTYPE graphml [<!ENTITY a "aa">]><graphml>&a;</graphml>',
    "what.xyz": "",
    "names.csv": "Wer,Was\nAda,person\n",
    "ok.csv": "name,type\nAda,person\n",
  };
  test.each([
    [["cut.csv"], 1, "skein: cut.csv:2: Quoted field unterminated: this is no CSV, or the file is cut off\n"],
    [["cut.gexf"], 1, "skein: cut.gexf:2: the file is cut off: unclosed tag: nodes\n"],
    [["other.gexf"], 1, "skein: other.gexf:1: this is no GEXF: its first element is <graphml>\n"],
    [["bomb.graphml"], 1, "skein: bomb.graphml:1: a document type (<!DOCTYPE …>) is not read; remove it\n"],
    [["large.csv"], 2, "skein: large.csv has 1,024 MiB, and at most 64 MiB are imported; split it\n"],
    [["nowhere.csv"], 2, "skein: there is no file nowhere.csv\n"],
    [
      ["what.xyz"],
      2,
      "skein: what what.xyz holds cannot be told from its name; say --format csv, gexf, graphml, obsidian\n",
    ],
    [[], 2, "skein: what is to be imported? Name a file or a folder, or --entities and --edges\n"],
    [
      ["names.csv"],
      2,
      "skein: names.csv has no column for name; say which with --map name=COLUMN: Wer, Was\n",
    ],
    [
      ["ok.csv", "--map", "nmae=x"],
      2,
      "skein: --map: no key “nmae”; did you mean “name”? A key of your own begins with x-\n",
    ],
    [["ok.csv", "--map", "name=x"], 2, "skein: --map: no column “x”; there are name, type\n"],
    [
      ["ok.csv", "--type", "Captain=persn"],
      2,
      "skein: the ontology has no entity or edge type “persn”; did you mean “person”?\n",
    ],
    [["ok.csv", "--source", "lgo"], 2, "skein: the content has no source “lgo”; did you mean “log”?\n"],
    [
      ["ok.csv", "--entity-type", "persn"],
      2,
      "skein: the ontology has no entity type “persn”; did you mean “person”?\n",
    ],
  ])("skein import %j", async (args, code, err) => {
    const place = workplace(`bad ${args.join(" ")}`.replaceAll("/", ""), FILES);
    writeFileSync(join(place, "large.csv"), "");
    truncateSync(join(place, "large.csv"), 1024 ** 3);
    const before = contentsOf(join(place, "content"));
    expect(await runHere(args, place)).toEqual({ code, out: "", err });
    expect(contentsOf(join(place, "content"))).toEqual(before);
    truncateSync(join(place, "large.csv"), 0);
  });

  test("a content with errors is told, and stays", async () => {
    const place = workplace("errors", {
      "ok.csv": "name\nAda\n",
      "content/entities/b.md": "---\ntype: state\n---\n",
    });
    const { code, out, err } = await runSkein(["import", "ok.csv"], place);
    expect([code, err]).toEqual([1, "Nothing was imported: the content has errors.\n"]);
    expect(out).toContain("content/entities/b.md:1:1 error missing-key: name is missing");
    expect(existsSync(join(place, "content/entities/ada.md"))).toBe(false);
  });

  test("a name that would make a link of somebody else’s text ambiguous", async () => {
    const place = workplace("ambiguous", {
      "names.csv": "id,name,type\nanother,Bermuda,place\n",
      "content/entities/a.md": "---\ntype: state\nname: Atlantis\n---\n\nIt faces [[Bermuda]].\n",
    });
    const { code, out, err } = await runSkein(["import", "names.csv"], place);
    expect([code, err]).toEqual([1, "Nothing was imported: with it, the content would have errors.\n"]);
    expect(out).toContain("content/entities/a.md:6:10 error ambiguous-link");
    expect(existsSync(join(place, "content/entities/another.md"))).toBe(false);
  });
});

describe("writing", () => {
  test("takes back what it has placed where a place is taken", () => {
    const content = join(folder, "taken");
    writeFiles(content, { "entities/b.md": "mine\n" });
    const files = new Map([
      ["edges/a.md", "a\n"],
      ["entities/a.md", "a\n"],
      ["entities/b.md", "b\n"],
    ]);
    expect(() => writeAll(content, files)).toThrow(
      "a file of the import has just been written by somebody else",
    );
    expect(contentsOf(content)).toEqual(new Map([["entities/b.md", "mine\n"]]));
    expect(readdirSync(content)).toEqual(["entities"]);
  });
});

test("at a terminal, it asks which column is what", async () => {
  const table = tableOf(readCsv("in.csv", "Wer,Was,Wo\nAda,person,x\n"), "entity");
  const asked: string[] = [];
  const answers = ["9", "1", "typ", "type", ""];
  const mappings = await askMappings(table, [], async (question) => {
    asked.push(question);
    return answers[asked.length - 1] ?? "";
  });
  expect(mappings).toEqual([
    { kind: "entity", key: "name", column: "Wer" },
    { kind: "entity", key: "type", column: "Was" },
  ]);
  expect(asked[0]).toBe("Which column of in.csv is the name?\n  1  Wer\n  2  Was\n  3  Wo\nNumber or name: ");
  expect(asked.at(-1)).toBe("Column “Wo” of in.csv is which key (x-… for your own, Enter to leave it out)? ");
});

test("what is typed ahead answers the next questions, and the end of the input ends the asking", async () => {
  const input = new PassThrough();
  const { ask, close } = askerOn(input, new PassThrough());
  input.write("one\ntwo\n");
  expect([await ask("First? "), await ask("Second? ")]).toEqual(["one", "two"]);
  const third = ask("Third? ");
  input.end();
  await expect(third).rejects.toThrow("nothing was imported: there was no answer");
  close();
});
