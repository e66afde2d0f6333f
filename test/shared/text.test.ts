import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareText, count, fold, isId, nearest, toId } from "../../src/shared/text.ts";

describe("folding", () => {
  test.each([
    ["Müller ", "muller"],
    ["ＬＩ", "li"],
    ["Li  Shangfu", "li shangfu"],
    ["Ærø", "ærø"],
    ["漢字", "漢字"],
    ["İstanbul", "istanbul"],
    ["ПУТИН Й", "путин и"],
    ["\tLi\nShangfu ", "li shangfu"],
    ["ﾐｻ", "ミサ"],
  ])("%j is %j", (name, folded) => {
    expect(fold(name)).toBe(folded);
  });

  test("a folded name stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => fold(fold(text)) === fold(text)),
      {
        seed: 1,
      },
    );
  });
});

describe("ids", () => {
  test.each(["li-shangfu", "a", "2018", "g7", "李尚福", "мир-2", "é"])("%s is one", (id) => {
    expect(isId(id)).toBe(true);
  });

  test.each([
    "",
    "-a",
    "a-",
    "a--b",
    "A",
    "a_b",
    "a b",
    "a.b",
    "../a",
    "a/b",
    "e\u0301",
    "a\u202eb",
    "a".repeat(500),
    "constructor",
  ])("%j is none", (id) => {
    expect(isId(id)).toBe(false);
  });

  test.each([
    ["Li Shangfu (2018)", "li-shangfu-2018"],
    ["Ærø & Øre", "ærø-øre"],
    ["李尚福", "李尚福"],
    ["!!!", ""],
    ["../../etc/passwd", "etc-passwd"],
    ["Constructor", "constructor-1"],
  ])("the nearest to %j is %j", (text, id) => {
    expect(toId(text)).toBe(id);
  });

  test("what comes out for any text is an id, or nothing, and stays itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const id = toId(text);
        return (id === "" || isId(id)) && toId(id) === id;
      }),
      { seed: 1 },
    );
  });

  test("a long text is cut where neither a character is halved nor a hyphen left over", () => {
    expect(toId(`a${"𠀀".repeat(100)}`)).toBe(`a${"𠀀".repeat(49)}`);
    expect(toId(`${"a".repeat(149)} b`)).toBe("a".repeat(149));
    expect(toId("a".repeat(200))).toBe("a".repeat(150));
  });
});

describe("did you mean", () => {
  test.each([
    ["li-shanfu", "li-shangfu"],
    ["li-shagnfu", "li-shangfu"],
    ["LI SHANGFÜ", "li-shangfu"],
    ["chna", "china"],
  ])("%s means %s", (text, meant) => {
    expect(nearest(text, ["china", "li-shangfu", "lloyd-austin"])).toBe(meant);
  });

  test("nothing, where too much differs", () => {
    expect(nearest("xy", ["china", "li-shangfu"])).toBeUndefined();
    expect(nearest("", ["china"])).toBeUndefined();
    expect(nearest("china", [])).toBeUndefined();
  });

  test("as long as no more than a third of the letters differ", () => {
    expect(nearest("abcdef", ["abcdxy"])).toBe("abcdxy");
    expect(nearest("abcdef", ["abcxyz"])).toBeUndefined();
    expect(nearest("abcdef", ["abcdefgh"])).toBe("abcdefgh");
    expect(nearest("abcdef", ["abcdefghi"])).toBeUndefined();
    expect(nearest("abc", ["abd"])).toBe("abd");
    expect(nearest("abc", ["axy"])).toBeUndefined();
  });

  test("the nearest one, wherever it stands", () => {
    expect(nearest("lloyd-austin", ["lloyd-justine", "lloyd-austen", "floyd-justin"])).toBe("lloyd-austen");
  });

  test("letters that changed places count once", () => {
    expect(nearest("ab", ["ba"])).toBe("ba");
  });

  test("the first of two that are equally near", () => {
    expect(nearest("cat", ["bat", "rat"])).toBe("bat");
  });
});

test("numbers are counted in words", () => {
  expect([count(0, "claim"), count(1, "claim"), count(1000, "entity", "entities")]).toEqual([
    "0 claims",
    "1 claim",
    "1,000 entities",
  ]);
});

test("texts are in the order of their code units", () => {
  expect(["b", "Z", "a", "é", ""].sort(compareText)).toEqual(["", "Z", "a", "b", "é"]);
});
