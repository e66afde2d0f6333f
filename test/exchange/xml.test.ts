import fc from "fast-check";
import { expect, test } from "vitest";
import { xmlText } from "../../src/exchange/xml.ts";
import { xmlRoot } from "../support/xml.ts";

/** What XML 1.0 allows, but for the sign of damage that the parser complains of. */
const allowed = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0x20, max: 0xd7ff }),
      fc.integer({ min: 0xe000, max: 0xfffc }),
      fc.integer({ min: 0x10000, max: 0x10ffff }),
      fc.constantFrom(9, 10, 13, 0x22, 0x26, 0x27, 0x3c, 0x3e),
    ),
  )
  .map((codes) => String.fromCodePoint(...codes));

test("whatever a text is, a parser reads it as it was, in an attribute and between tags", () => {
  fc.assert(
    fc.property(allowed, (text) => {
      const root = xmlRoot(`<a b="${xmlText(text)}">${xmlText(text)}</a>`);
      expect(root.getAttribute("b")).toBe(text);
      expect(root.textContent).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test("what XML cannot hold is a picture of it", () => {
  expect(xmlText("\u0000\u001b\uffff\ud800")).toBe("␀␛␦␦");
});
