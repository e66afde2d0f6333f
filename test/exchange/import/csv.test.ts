import { describe, expect, test } from "vitest";
import { readCsv } from "../../../src/exchange/import/csv.ts";
import { csvFound, filesOf, notesOf, prepare } from "../../support/importing.ts";

const ENTITIES = "name,type\nAda,person\nBo,person\n";

describe("columns", () => {
  test.each([
    ["their own names", "name,type,aliases", "Ada,person,A; B"],
    ["names that others use", "Full name,Kind,Also known as", "Ada,person,A; B"],
    ["names in another case, and semicolons between cells", "NAME;Type;ALIASES", 'Ada;Person;"A; B"'],
  ])("are known by %s", (_, header, row) => {
    const prepared = prepare(csvFound({ "in.csv": `${header}\n${row}\n` }));
    expect(filesOf(prepared)).toEqual({
      "entities/ada.md": "---\ntype: person\nname: Ada\naliases: [A, B]\n---\n",
    });
    expect(notesOf(prepared)).toEqual([]);
  });

  test("are mapped as the caller says, for one kind of record or for all", () => {
    const found = csvFound(
      {
        "people.csv": "Wer,Was,Wann\nAda,person,1815\n",
        "ties.csv": "Von,Nach,Art,Wann\nAda,Ada,statement,1830\n",
      },
      [
        { key: "name", column: "wer" },
        { key: "type", column: "Was" },
        { kind: "entity", key: "date", column: "Wann" },
        { key: "from", column: "Von" },
        { key: "to", column: "Nach" },
        { kind: "edge", key: "type", column: "Art" },
        { kind: "edge", key: "x-when", column: "Wann" },
      ],
    );
    expect(filesOf(prepare(found, { "site.yml": "requireSources: false\n" }))).toEqual({
      "entities/ada.md": '---\ntype: person\nname: Ada\ndate: "1815"\n---\n',
      "edges/ada-statement-ada.md": '---\ntype: statement\nfrom: ada\nto: ada\nx-when: "1830"\n---\n',
    });
  });

  test("that no key is known for are listed with the way to keep them", () => {
    const prepared = prepare(
      csvFound({ "in.csv": "name,type,Shoe size,constructor\nAda,person,37,\nBo,person,,x\n" }),
    );
    expect(prepared.notes.map(({ file, line, message, help }) => [file, line, message, help])).toEqual([
      [
        "in.csv",
        1,
        "the column “Shoe size” is no key of an entity and is left out, with 1 filled cell",
        '--map "KEY=Shoe size" says which key it is; --map "x-own=Shoe size" keeps it as a key of your own',
      ],
      [
        "in.csv",
        1,
        "the column “constructor” is no key of an entity and is left out, with 1 filled cell",
        '--map "KEY=constructor" says which key it is; --map "x-own=constructor" keeps it as a key of your own',
      ],
    ]);
  });

  test("without a name, with one name for two, and cells without a column are listed", () => {
    expect(notesOf(prepare(csvFound({ "in.csv": "name,type,,name\nAda,person,x,y,z\n" })))).toEqual([
      "in.csv:1 left-out: column 3 has no name, and is left out",
      "in.csv:1 left-out: column 4 is a second “name”, and is left out",
      "in.csv:2 left-out: there are 5 cells and 4 columns: the last cells are left out",
    ]);
  });
});

describe("rows", () => {
  test("are found at their lines, though cells have line breaks", () => {
    const { rows } = readCsv("in.csv", 'name,body\r\n"Ada","one\r\ntwo"\r\n\r\nBo,\r\n');
    expect(rows.map(({ line, cells }) => [line, cells.name])).toEqual([
      [2, "Ada"],
      [5, "Bo"],
    ]);
  });

  test("of claims alone make the entities that they name", () => {
    const prepared = prepare(
      csvFound({ "in.csv": "from,to,type,date\nChina,李尚福,sanctions,15 June 2023\n" }),
      {
        "sources/log.md": "---\ntitle: The log\n---\n",
      },
      { source: "log" },
    );
    expect(filesOf(prepared)).toEqual({
      "entities/china.md": "---\ntype: state\nname: China\n---\n",
      "entities/李尚福.md": "---\ntype: person\nname: 李尚福\n---\n",
      "edges/china-sanction-李尚福-2023-06-15.md":
        "---\ntype: sanction\nfrom: china\nto: 李尚福\ndate: 2023-06-15\nsources: [log]\n---\n",
    });
    expect(notesOf(prepared)).toEqual([
      "in.csv:2 made: “China” is named as an end and is no entity: one is made, of type “state”",
      "in.csv:2 made: “李尚福” is named as an end and is no entity: one is made, of type “person”",
    ]);
  });

  test("with numbers for ids get ids from names, and are found by their numbers", () => {
    const found = csvFound({
      "nodes.csv": "Id,Label,type\n1,Ada Lovelace,person\n2,Ada Lovelace,person\n",
      "edges.csv": "Source,Target,type\n1,2,meeting\n",
    });
    expect(Object.keys(filesOf(prepare(found, { "site.yml": "requireSources: false\n" })))).toEqual([
      "entities/ada-lovelace.md",
      "entities/ada-lovelace-2.md",
      "edges/ada-lovelace-meeting-ada-lovelace-2.md",
    ]);
  });

  test("that say the same twice are taken over once", () => {
    const found = csvFound({ "in.csv": `${ENTITIES}Ada,Person\n` });
    const prepared = prepare(found);
    expect(Object.keys(filesOf(prepared))).toEqual(["entities/ada.md", "entities/bo.md"]);
    expect(notesOf(prepared)).toEqual([
      "in.csv:4 left-out: entity “Ada” is left out: it says the same as in.csv:2",
    ]);
  });

  test.each([
    ["no name", "name,type\n,person\n", "in.csv:2 left-out: entity “” is left out: name is empty"],
    [
      "a date that is none",
      "name,type,date\nAda,person,yesterday\n",
      "in.csv:2 left-out: date “yesterday” is no EDTF date; the value is left out",
    ],
    [
      "a date with two readings",
      "name,type,date\nAda,person,03/04/2023\n",
      "in.csv:2 left-out: date “03/04/2023” is no EDTF date; the value is left out",
    ],
    [
      "an address that is none",
      "name,type,sameAs\nAda,person,https://a.example; ada\n",
      "in.csv:2 left-out: sameAs “ada” is no http or https address; the value is left out",
    ],
    [
      "a source that is not there",
      "name,type,sources\nAda,person,log\n",
      "in.csv:2 left-out: sources “log” is no record that may stand there; the value is left out",
    ],
    [
      "a type that the ontology does not have",
      "name,type\nAda,captain\n",
      "in.csv:2 replaced: the ontology has no type of entity “captain”: it becomes “thing”, and x-type keeps the word",
    ],
  ])("with %s are listed", (_, text, note) => {
    expect(notesOf(prepare(csvFound({ "in.csv": text })))).toEqual([note]);
  });

  test("that would be a file of more than 1 MiB are left out", () => {
    const found = csvFound({
      "in.csv": `name,type,body\nAda,person,"${"a ".repeat(600_000)}"\nBo,person,"${"é ".repeat(400_000)}"\n`,
    });
    const prepared = prepare(found);
    expect(filesOf(prepared)).toEqual({});
    expect(notesOf(prepared)).toEqual([
      "in.csv:2 left-out: entity “Ada” is left out: its text is larger than 1 MiB",
      "in.csv:3 left-out: “Bo” is left out: its file would be larger than 1 MiB",
    ]);
  });

  test("of one name, however many, are told apart by numbers", () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `${i},Ada,person\n`).join("");
    const { records } = prepare(csvFound({ "in.csv": `id,name,type\n${rows}` }));
    expect(records.map(({ id }) => id).slice(0, 3)).toEqual(["ada", "ada-2", "ada-3"]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(3000);
  });

  test("of names that look like others are taken over, and listed", () => {
    const prepared = prepare(csvFound({ "in.csv": "name,type\nLi Shang-fu,person\n" }), {
      "entities/li-shangfu.md": "---\ntype: person\nname: Li Shangfu\n---\n",
    });
    expect(Object.keys(filesOf(prepared))).toEqual(["entities/li-shang-fu.md"]);
    expect(notesOf(prepared)).toEqual([
      "in.csv:2 look-alike: “Li Shangfu” is probably the same person as “li-shang-fu”",
    ]);
  });
});

describe("a file that", () => {
  test.each([
    ["is cut off in quotes", 'name,type\n"Ada,person\n', /^in\.csv:2: .*cut off/],
    [
      "is cut off in a row",
      "name,type\nAda,person\nBo",
      /^in\.csv:3: the file seems to be cut off: its last row has 1 of 2 cells/,
    ],
    ["is empty", "", /^in\.csv:1: the file is empty$/],
    ["is no text", "PK\u0003\u0004\0\0", /^in\.csv:1: this is no text, and so no CSV$/],
  ])("%s is refused in one line", (_, text, message) => {
    expect(() => readCsv("in.csv", text)).toThrow(message);
  });
});
