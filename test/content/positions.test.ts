import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFolder } from "../../src/content/folder.ts";
import { parsePositions, positionsText } from "../../src/content/positions.ts";
import { temporaryFolder } from "../support/skein.ts";

const HEADER = "# Where each entity stands on the map, kept by skein build: commit it with the content.\n";

describe("the file of positions", () => {
  test("is a line an entity, sorted by id, in hundredths of a pixel", () => {
    const places = new Map([
      ["xi-jinping", { x: 10, y: -0.001 }],
      ["beijing", { x: -120.456, y: 88.5 }],
      ["王毅", { x: 0.1 + 0.2, y: 1, isAlone: true }],
    ]);
    expect(positionsText(places)).toBe(`${HEADER}beijing -120.46 88.5\nxi-jinping 10 0\n王毅 0.3 1 alone\n`);
  });

  test("says of nobody what it is for", () => {
    expect(positionsText(new Map())).toBe(HEADER);
  });

  test("is read as it was written", () => {
    const hundredth = fc.integer({ min: -500_000, max: 500_000 }).map((value) => value / 100 || 0);
    const place = fc.record({ x: hundredth, y: hundredth });
    const lonely = place.map((at) => ({ ...at, isAlone: true }));
    const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-zé漢]{1,5})?$/).filter((name) => name !== "constructor");
    fc.assert(
      fc.property(fc.array(fc.tuple(id, fc.oneof(place, lonely))), (entries) => {
        const places = new Map(entries);
        const text = positionsText(places);
        expect(parsePositions(text)).toEqual(places);
        expect(positionsText(parsePositions(text))).toBe(text);
      }),
    );
  });

  test("has its lines in any order, with the line ends of any system, and no last line break", () => {
    expect([...parsePositions("b 1 2\r\na 3 4")]).toEqual([
      ["b", { x: 1, y: 2 }],
      ["a", { x: 3, y: 4 }],
    ]);
  });

  test("is read past the marks of a merge conflict; of two lines for one id the first counts", () => {
    const conflict =
      "a 1 1\n<<<<<<< HEAD\nb 2 2\nc 3 3\n=======\nb 9 9\nd 4 4\n>>>>>>> their-branch\ne 5 5\n";
    expect(positionsText(parsePositions(conflict))).toBe(`${HEADER}a 1 1\nb 2 2\nc 3 3\nd 4 4\ne 5 5\n`);
  });

  test.each([
    ["nothing", ""],
    ["a comment", "# a 1 1"],
    ["an id alone", "a"],
    ["one number", "a 1"],
    ["three numbers", "a 1 2 3"],
    ["words", "a is here"],
    ["a word behind that means nothing", "a 1 2 lonely"],
    ["NaN", "a NaN 1"],
    ["infinity", "a Infinity -Infinity"],
    ["an exponent", "a 1e5 1"],
    ["a number that is too large", "a 123456789 1"],
    ["a number that is too long", `a 0.${"1".repeat(1000)} 1`],
    ["half numbers", "a .5 1."],
    ["a comma in a number", "a 1,5 2"],
    ["other spaces", "a\t1\t2"],
    ["a space before", " a 1 2"],
    ["an id in capitals", "A 1 2"],
    ["a path for an id", "../a 1 2"],
    ["what every object has", "constructor 1 2"],
    ["a line without end", "a".repeat(100_000)],
    ["zero bytes", "\0\0\0 1 2"],
    ["the other marks of git", "||||||| merged common ancestors"],
  ])("passes over %s", (_, line) => {
    expect([...parsePositions(`z 1 2\n${line}\ny 3 4\n`).keys()]).toEqual(["z", "y"]);
  });
});

describe("in a content folder", () => {
  const root = temporaryFolder();
  function folderWith(name: string, put: (path: string) => void): string {
    mkdirSync(join(root, name));
    put(join(root, name, ".positions"));
    return join(root, name);
  }

  test("it is read with the content, and no part of it", () => {
    const read = readFolder(folderWith("file", (path) => writeFileSync(path, "a 1 2\n")));
    expect(read.positions).toBe("a 1 2\n");
    expect([read.texts.size, read.assets.size, read.passedOver]).toEqual([0, 0, []]);
  });

  test.each<[string, (path: string) => void]>([
    ["no file", () => {}],
    ["a folder", (path) => mkdirSync(path)],
    ["a link", (path) => symlinkSync(join(root, "file/.positions"), path)],
    ["a link in a circle", (path) => symlinkSync(path, path)],
    ["more than 16 MiB", (path) => writeFileSync(path, "a 1 2\n".repeat(3_000_000))],
  ])("%s of that name is none", (name, put) => {
    expect(readFolder(folderWith(name.replaceAll(" ", "-"), put)).positions).toBeUndefined();
  });

  test("one that is not in UTF-8 is read as far as it is", () => {
    const bytes = Buffer.concat([
      Buffer.from("a 1 2\n"),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(" 1 2\nb 3 4\n"),
    ]);
    const read = readFolder(folderWith("latin", (path) => writeFileSync(path, bytes)));
    expect([...parsePositions(read.positions ?? "").keys()]).toEqual(["a", "b"]);
  });
});
