/** The least that any check must do: read each file, and parse its YAML with a parser that can say where it failed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const [content = ""] = process.argv.slice(2);
let keys = 0;
for (const kind of ["entities", "edges", "sources"]) {
  for (const file of readdirSync(join(content, kind))) {
    const text = readFileSync(join(content, kind, file), "utf8");
    keys += Object.keys(parse(text.slice(4, text.indexOf("\n---", 3)))).length;
  }
}
if (keys === 0) throw new Error("nothing was read");
