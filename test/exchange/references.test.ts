import { describe, expect, test } from "vitest";
import { bibtexOf, cslOf } from "../../src/exchange/references.ts";
import { load } from "../support/content.ts";
import { awkwardData, dataOf } from "../support/exchange.ts";

describe("the sources for programs for references", () => {
  test("as CSL-JSON, with a date that is in doubt as it is written", () => {
    expect(JSON.parse(cslOf(awkwardData()))).toEqual([
      { id: "book", type: "book", title: "书", issued: { literal: "1999~" } },
      {
        id: "copy",
        type: "report",
        title: "The copy, 50% {more}",
        author: [{ literal: "Bo" }, { literal: "Ada & co" }],
        publisher: "The press",
        issued: { "date-parts": [[2023, 7]] },
        accessed: { "date-parts": [[2023, 7, 2]] },
        URL: "https://press.example/1",
        language: "fr",
      },
      { id: "log", type: "article-newspaper", title: "The log" },
    ]);
  });

  test("as BibTeX, with what it would read as commands escaped", () => {
    expect(bibtexOf(awkwardData())).toBe(`@book{book,
  title = {书},
  date = {1999~}
}

@techreport{copy,
  title = {The copy, 50\\% \\{more\\}},
  author = {{Bo} and {Ada \\& co}},
  institution = {The press},
  year = {2023},
  date = {2023-07},
  url = {https://press.example/1},
  urldate = {2023-07-02}
}

@article{log,
  title = {The log}
}
`);
  });

  test("keys differ where ids differ only in letters that BibTeX does not know", () => {
    const { content } = load({
      "sources/报.md": "---\ntitle: A\n---\n",
      "sources/书.md": "---\ntitle: B\n---\n",
    });
    expect([...bibtexOf(dataOf(content)).matchAll(/@article\{([^,]*),/g)].map(([, key]) => key)).toEqual([
      "log",
      "source",
      "source-2",
    ]);
  });
});
