import { readFileSync } from "node:fs";
import { join } from "node:path";
import oxigraph from "oxigraph";
import { expect, test } from "vitest";
import { DATA_FILES } from "../../src/exchange/files.ts";
import { nquadsOf } from "../../src/exchange/nquads.ts";
import { shippedData } from "../support/exchange.ts";
import { PROJECT } from "../support/skein.ts";

const page = readFileSync(join(PROJECT, "docs/data.md"), "utf8");

test("names every file, and what the command line calls it", () => {
  for (const { name, file } of DATA_FILES) {
    expect(page).toContain(`\`${file}\``);
    expect(page).toContain(`\`${name}\``);
  }
});

test("each query of SPARQL finds what stands below it", () => {
  const store = new oxigraph.Store();
  store.load(nquadsOf(shippedData()).toString(), { format: "application/n-quads" });
  const queries = [...page.matchAll(/```sparql\n([^`]*)```\n\n((?:\|.*\n)+)/g)];
  expect(queries).toHaveLength(2);
  const prefixes = [...page.matchAll(/^PREFIX .*$/gm)].join("\n");
  for (const [, query = "", table = ""] of queries) {
    const rows = table.trim().split("\n").slice(2);
    const found = store.query(`${query.includes("PREFIX") ? "" : prefixes}\n${query}`) as Map<
      string,
      oxigraph.Term
    >[];
    const printed = found.map((row) => `| ${[...row.values()].map(({ value }) => value).join(" | ")} |`);
    expect(printed.sort()).toEqual(rows.sort());
  }
});
