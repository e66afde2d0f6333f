/** What writes each file for other programs. */
import { csvOf } from "./csv.ts";
import type { DataFile } from "./files.ts";
import { ftmOf } from "./ftm.ts";
import { gexfOf } from "./gexf.ts";
import type { GraphData } from "./graph-data.ts";
import { graphmlOf } from "./graphml.ts";
import { jsonOf, jsonSchemaText } from "./json.ts";
import { jsonldOf } from "./jsonld.ts";
import { nquadsOf } from "./nquads.ts";
import { bibtexOf, cslOf } from "./references.ts";

/** The text of each file, by its name, or its bytes where it is long. The same data give the same text. */
export const WRITERS: Readonly<Record<DataFile["name"], (data: GraphData) => string | Uint8Array>> = {
  json: jsonOf,
  "json-schema": jsonSchemaText,
  gexf: gexfOf,
  graphml: graphmlOf,
  "entities-csv": (data) => csvOf(data, "entities"),
  "claims-csv": (data) => csvOf(data, "claims"),
  "citations-csv": (data) => csvOf(data, "citations"),
  "sources-csv": (data) => csvOf(data, "sources"),
  jsonld: jsonldOf,
  nquads: nquadsOf,
  ftm: ftmOf,
  "csl-json": cslOf,
  bibtex: bibtexOf,
};
