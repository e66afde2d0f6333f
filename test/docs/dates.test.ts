/** The table of `docs/dates.md` is what the code says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dateInWords, parseDate } from "../../src/shared/dates.ts";
import { ENGLISH } from "../../src/shared/words/languages.ts";
import { PROJECT } from "../support/skein.ts";

const rows = [
  ...readFileSync(join(PROJECT, "docs/dates.md"), "utf8").matchAll(/^\| [^|]+ \| `([^`]+)` \| (.+) \|$/gm),
].map(([, written = "", words = ""]) => ({ written, words }));

test("the table is found", () => {
  expect(rows.length).toBe(10);
});

test.each(rows)("$written is “$words”", ({ written, words }) => {
  const date = parseDate(written);
  expect(date && dateInWords(date, ENGLISH)).toBe(words);
});
