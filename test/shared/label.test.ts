import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { labelLines, lineWidth, nodeRadius } from "../../src/shared/label.ts";

describe("a name on the map", () => {
  test.each([
    ["China", ["China"]],
    ["Minister of National Defense of China", ["Minister of National", "Defense of China"]],
    ["中华人民共和国国防部", ["中华人民共和国国防部"]],
    ["Donaudampfschifffahrtsgesellschaftskapitän", ["Donaudampfschifffahrtsgesellsc…"]],
    ["", [""]],
    ["Twenty-one letters ab", ["Twenty-one letters ab"]],
    ["Twenty-two letters abc", ["Twenty-two", "letters abc"]],
    ["中华人民共和国国防部长李尚福上将同志同志", ["中华人民共和国国防部长李尚福上…"]],
    ["中华人民共和国 国防部长 李尚福", ["中华人民共和国", "国防部长 李尚福"]],
    ["a漢a漢a漢a漢a漢a漢a漢a漢a漢a漢a漢a漢", ["a漢a漢a漢a漢a漢a漢a漢a漢a漢a漢…"]],
    ["a漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢", ["a漢漢漢漢漢漢漢漢漢漢漢漢漢漢…"]],
  ])("%j stands in %j", (name, lines) => {
    expect(labelLines(name)).toEqual(lines);
  });

  test("takes at most two lines of thirty-one columns, and loses nothing but what an ellipsis stands for", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "M", "漢", "국", " "), maxLength: 80 });
    fc.assert(
      fc.property(name, (text) => {
        const lines = labelLines(text);
        const isWhole = lines.join(" ") === text;
        return (
          lines.length <= 2 &&
          lines.every((line) => stringWidth(line) <= 31) &&
          (isWhole || lines.some((line) => line.endsWith("…")))
        );
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test("is wider in wide letters", () => {
    expect(lineWidth("ill")).toBeLessThan(lineWidth("MOW"));
    expect(lineWidth("abc")).toBeLessThan(lineWidth("李尚福"));
    expect(lineWidth("")).toBe(0);
  });
});

test("a node grows with its claims, up to a bound", () => {
  expect(nodeRadius(0)).toBeLessThan(nodeRadius(1));
  expect(nodeRadius(1e6)).toBe(18);
});
