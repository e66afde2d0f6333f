/** The files for other programs: what `/data/` publishes, and what `skein export` writes. */
import { DATA } from "../shared/paths.ts";
import { csvOf } from "./csv.ts";
import { ftmOf } from "./ftm.ts";
import { gexfOf } from "./gexf.ts";
import type { GraphData } from "./graph-data.ts";
import { graphmlOf } from "./graphml.ts";
import { jsonOf, jsonSchemaText } from "./json.ts";
import { jsonldOf } from "./jsonld.ts";
import { nquadsOf } from "./nquads.ts";
import { bibtexOf, cslOf } from "./references.ts";

/** One file. */
export interface DataFormat {
  /** What the command line calls it, and the words of the page know it by. */
  readonly name: DataFormatName;
  /** Its name below `data/`. */
  readonly file: string;
  readonly mediaType: string;
  /** The same data give the same text. */
  readonly write: (data: GraphData) => string;
}

const FORMATS = [
  { name: "json", file: "graph.json", mediaType: "application/json", write: jsonOf },
  {
    name: "json-schema",
    file: "graph.schema.json",
    mediaType: "application/schema+json",
    write: jsonSchemaText,
  },
  { name: "gexf", file: "graph.gexf", mediaType: "application/xml", write: gexfOf },
  { name: "graphml", file: "graph.graphml", mediaType: "application/xml", write: graphmlOf },
  {
    name: "entities-csv",
    file: "entities.csv",
    mediaType: "text/csv",
    write: (data) => csvOf(data, "entities"),
  },
  { name: "claims-csv", file: "claims.csv", mediaType: "text/csv", write: (data) => csvOf(data, "claims") },
  {
    name: "citations-csv",
    file: "citations.csv",
    mediaType: "text/csv",
    write: (data) => csvOf(data, "citations"),
  },
  {
    name: "sources-csv",
    file: "sources.csv",
    mediaType: "text/csv",
    write: (data) => csvOf(data, "sources"),
  },
  { name: "jsonld", file: "graph.jsonld", mediaType: "application/ld+json", write: jsonldOf },
  { name: "nquads", file: "graph.nq", mediaType: "application/n-quads", write: nquadsOf },
  { name: "ftm", file: "entities.ftm.json", mediaType: "application/x-ndjson", write: ftmOf },
  {
    name: "csl-json",
    file: "sources.csl.json",
    mediaType: "application/vnd.citationstyles.csl+json",
    write: cslOf,
  },
  { name: "bibtex", file: "sources.bib", mediaType: "application/x-bibtex", write: bibtexOf },
] as const satisfies readonly (Omit<DataFormat, "name"> & { readonly name: string })[];

export type DataFormatName = (typeof FORMATS)[number]["name"];

export const DATA_FORMATS: readonly DataFormat[] = FORMATS;

/** Where a file is published, relative to the site’s root. */
export const dataPath = ({ file }: DataFormat): string => DATA + file;
