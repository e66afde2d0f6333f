import { describe, expect, test } from "vitest";
import { html } from "../../src/shared/html.ts";
import { ENGLISH, isSpoken, spokenLanguages, wordsIn } from "../../src/shared/words/languages.ts";
import { createWords } from "../../src/shared/words/words.ts";

const { say, mark, list, listed, number } = ENGLISH;

describe("a message", () => {
  test("is filled where it has places", () => {
    expect(say("{who} and {whom}", { who: "A", whom: "B" })).toBe("A and B");
    expect(say("{who} and {nobody}", { who: "{nobody}" })).toBe("{nobody} and {nobody}");
  });

  test("has the form of its number, which is grouped", () => {
    const claims = { one: "{n} claim", other: "{n} claims" };
    expect([0, 1, 2, 1234].map((n) => say(claims, { n }))).toEqual([
      "0 claims",
      "1 claim",
      "2 claims",
      "1,234 claims",
    ]);
    const polish = createWords({}, "pl");
    const files = { one: "{n} plik", few: "{n} pliki", many: "{n} plików", other: "{n} pliku" };
    expect([1, 3, 5].map((n) => polish.say(files, { n }))).toEqual(["1 plik", "3 pliki", "5 plików"]);
  });

  test("is escaped as markup, and so is what is put in", () => {
    const marked = mark("a < {b} & {c}", { b: "<i>", c: html`<b>${"&"}</b>` });
    expect(marked.markup).toBe("a &lt; &lt;i&gt; &amp; <b>&amp;</b>");
    expect(mark("{n} of {all}", { n: 1200, all: 3000 }).markup).toBe("1,200 of 3,000");
  });
});

test("lists and numbers are the language’s", () => {
  expect([list([]), list(["a"]), list(["a", "b"]), list(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect(listed([html`<b>a</b>`, "<", "c"]).markup).toBe("<b>a</b>, &lt; and c");
  expect(wordsIn("zh").list(["甲", "乙", "丙"])).toBe("甲、乙和丙");
  expect(number(7128)).toBe("7,128");
});

test("a language is found by its tag, and English stands in for those that are not spoken", () => {
  expect([isSpoken("zh-Hans-CN"), isSpoken("EN"), isSpoken("fr"), isSpoken("constructor")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(wordsIn("fr")).toBe(ENGLISH);
  expect(wordsIn("en-US").locale).toBe("en-US");
});

/** The texts of a language file by their path. */
function textsIn(tree: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "string"
        ? [[`${path}${key}`, value] as const]
        : [...textsIn(value as object, `${path}${key}.`)],
    ),
  );
}

/** The places of a message, whatever the number. */
const placesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

const ofMessage = (path: string): string => path.replace(/\.(zero|one|two|few|many|other)$/, "");

describe.each(spokenLanguages())("the language file %s", (language) => {
  const english = textsIn(ENGLISH.messages);
  const texts = textsIn(wordsIn(language).messages);
  const merge = (all: Map<string, string>) => {
    const places = new Map<string, Set<string>>();
    for (const [path, text] of all) {
      const key = ofMessage(path);
      places.set(key, new Set([...(places.get(key) ?? []), ...placesIn(text)]));
    }
    return places;
  };

  test("fills the same places as English, and leaves no message empty", () => {
    const [own, theirs] = [merge(texts), merge(english)];
    expect([...own.keys()].sort()).toEqual([...theirs.keys()].sort());
    const differing = [...theirs].filter(
      ([key, places]) =>
        [...places].sort().join() !== [...(own.get(key) ?? [])].sort().join() && !isNumberLeftOut(key),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
    expect([...texts].filter(([, text]) => text.trim() === "").map(([path]) => path)).toEqual([]);
  });

  /** “One source” need not say its number. */
  function isNumberLeftOut(key: string): boolean {
    const without = (all: Map<string, string>) =>
      [...(merge(all).get(key) ?? [])].filter((p) => p !== "{n}").sort();
    return without(texts).join() === without(english).join();
  }
});

test.each(spokenLanguages().filter((language) => language !== "en"))(
  "the language file %s leaves nothing in English",
  (language) => {
    const english = textsIn(ENGLISH.messages);
    const same = [...textsIn(wordsIn(language).messages)].filter(
      ([path, text]) => /[a-z]{3}/i.test(text.replace(/\{\w+\}/g, "")) && english.get(path) === text,
    );
    expect(same.map(([path]) => path)).toEqual([]);
  },
);
