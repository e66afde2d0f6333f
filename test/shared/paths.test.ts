import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absolute, pagePath } from "../../src/shared/paths.ts";

test.each([
  ["entity", "li-shangfu", "entities/li-shangfu/"],
  ["edge", "us-sanctions-li", "edges/us-sanctions-li/"],
  ["source", "presstv-2023", "sources/presstv-2023/"],
] as const)("a page of the kind %s has its own folder, named after the id", (kind, id, path) => {
  expect(pagePath(kind, id)).toBe(path);
});

test("addresses are percent-encoded", () => {
  expect(pagePath("entity", "李尚福")).toBe("entities/%E6%9D%8E%E5%B0%9A%E7%A6%8F/");
});

describe("an absolute address", () => {
  test.each([
    ["https://example.org/", "entities/li-shangfu/", "https://example.org/entities/li-shangfu/"],
    ["https://example.org/graph", "entities/feed.atom", "https://example.org/graph/entities/feed.atom"],
    ["https://example.org/gräph/", "", "https://example.org/gr%C3%A4ph/"],
    ["https://example.org/?of=1", "data/", "https://example.org/data/"],
    ["https://example.org/a/", "../b/", "https://example.org/b/"],
  ])("below %s: %s", (base, address, whole) => {
    expect(absolute(base, address)).toBe(whole);
  });

  test("is that of `URL`, whatever the address", () => {
    const piece = fc.constantFrom(
      "a",
      "-",
      "_",
      "1",
      ".",
      "..",
      "/",
      "//",
      "%E6",
      "%2E",
      "%2e",
      "?",
      "#",
      ":",
      "é",
      " ",
    );
    const bases = fc.constantFrom(
      "https://example.org/",
      "https://example.org/gräph",
      "http://x.org/?q",
      "http://x.org/#h",
    );
    fc.assert(
      fc.property(bases, fc.array(piece, { maxLength: 8 }), (base, pieces) => {
        const address = pieces.join("");
        const plain = () => new URL(address, base.endsWith("/") ? base : `${base}/`).href;
        let whole: string;
        try {
          whole = plain();
        } catch {
          expect(() => absolute(base, address)).toThrow();
          return;
        }
        expect(absolute(base, address)).toBe(whole);
      }),
    );
  });
});
