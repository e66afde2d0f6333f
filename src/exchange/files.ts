/** The files for other programs: their names and kinds, without what writes them. */
import { DATA } from "../shared/paths.ts";

export const DATA_FILES = [
  { name: "json", file: "graph.json", mediaType: "application/json" },
  { name: "json-schema", file: "graph.schema.json", mediaType: "application/schema+json" },
  { name: "gexf", file: "graph.gexf", mediaType: "application/xml" },
  { name: "graphml", file: "graph.graphml", mediaType: "application/xml" },
  { name: "entities-csv", file: "entities.csv", mediaType: "text/csv" },
  { name: "claims-csv", file: "claims.csv", mediaType: "text/csv" },
  { name: "citations-csv", file: "citations.csv", mediaType: "text/csv" },
  { name: "sources-csv", file: "sources.csv", mediaType: "text/csv" },
  { name: "jsonld", file: "graph.jsonld", mediaType: "application/ld+json" },
  { name: "nquads", file: "graph.nq", mediaType: "application/n-quads" },
  { name: "ftm", file: "entities.ftm.json", mediaType: "application/x-ndjson" },
  { name: "csl-json", file: "sources.csl.json", mediaType: "application/vnd.citationstyles.csl+json" },
  { name: "bibtex", file: "sources.bib", mediaType: "application/x-bibtex" },
] as const;

/** One of them. `name` is what the command line calls it, and `file` its name below `data/`. */
export type DataFile = (typeof DATA_FILES)[number];

/**
 * With more claims than this, files that hold the whole graph are larger than hosts take and programs open: a claim takes
 * up to 2,300 characters in N-Quads. The tables stay, and `BULK_FORMATS` have no such bound.
 */
export const WHOLE_LIMIT = 200_000;

const WHOLE: readonly DataFile["name"][] = ["json", "gexf", "graphml", "jsonld", "nquads", "ftm"];

/** The files that a site with so many claims publishes. */
export const filesFor = (claims: number): readonly DataFile[] =>
  claims <= WHOLE_LIMIT ? DATA_FILES : DATA_FILES.filter(({ name }) => !WHOLE.includes(name));

/** Where a file is published, relative to the site’s root. */
export const dataPath = ({ file }: Pick<DataFile, "file">): string => DATA + file;

/** Formats that are a folder of files, for graphs that other engines are to take on; no site publishes them. */
export const BULK_FORMATS = ["parquet", "neo4j"] as const;
export type BulkFormat = (typeof BULK_FORMATS)[number];
