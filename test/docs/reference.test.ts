import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { referencePages } from "../../scripts/reference.ts";
import { PROJECT } from "../support/skein.ts";

test.each(Object.entries(referencePages()))(
  "%s says what the code says (npm run docs writes it)",
  (path, text) => {
    expect(readFileSync(join(PROJECT, path), "utf8")).toBe(text);
  },
);
