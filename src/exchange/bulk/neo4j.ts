/**
 * The graph as `neo4j-admin database import full` takes it: CSV files of nodes and of relationships, whose headers say
 * what each column is.
 *
 * A claim is a node, because it is spoken about: others answer, correct and cite it, and no relationship of Neo4j can
 * end at a relationship. Beside it stands, for each claim that is not corrected, a relationship a pair of actor and
 * target, of the type of the claim, which is what queries for paths and algorithms want.
 */
import type { Entity, Source } from "../../shared/records.ts";
import type { ClaimData } from "../graph-data.ts";
import {
  type CitedBy,
  citationColumns,
  citationsIn,
  claimColumns,
  claimsIn,
  type Line,
  linesIn,
  type StatedClaim,
} from "./claims.ts";
import {
  type Column,
  columnsThrough,
  recordColumns,
  type Table,
  tableOf,
  type Value,
  without,
} from "./columns.ts";
import type { BulkFile } from "./files.ts";
import { BETWEEN, writeCsv } from "./neo4j-csv.ts";

const column = <Row>(name: string, of: (row: Row) => Value): Column<Row> => ({ name, type: "text", of });

/** What a relationship is between, and its type. */
const ends = <Row>(
  from: (row: Row) => string,
  to: (row: Row) => string,
  type: (row: Row) => string,
): Column<Row>[] => [column(":START_ID", from), column(":END_ID", to), column(":TYPE", type)];

/** Bodies are for readers: the page has them. References are relationships. */
const asNode = <Row>(columns: readonly Column<Row>[], references: readonly string[]): Column<Row>[] => [
  ...without(columns, ["id", "body", ...references]),
];

const ENTITIES = tableOf<Entity>(
  [
    column("id:ID", ({ id }) => id),
    column(":LABEL", ({ type }) => ["Entity", labelOf(type)].join(BETWEEN)),
    ...asNode(recordColumns<Entity>("entity"), ["sources"]),
  ],
  ({ content }) => content.entities,
);

const CLAIM_REFERENCES = ["from", "to", "attributedTo", "about", "respondsTo", "supersedes"] as const;

const CLAIMS = tableOf<StatedClaim>(
  [
    column("id:ID", ({ edge }) => edge.id),
    column(":LABEL", () => "Claim"),
    ...asNode(claimColumns<StatedClaim>(), [...CLAIM_REFERENCES, "sources"]),
  ],
  claimsIn,
);

const SOURCES = tableOf<Source>(
  [
    column("id:ID", ({ id }) => id),
    column(":LABEL", () => "Source"),
    ...asNode(recordColumns<Source>("source"), ["derivedFrom"]),
  ],
  ({ content }) => content.sources,
);

const ON_LINES = new Set(["date", "earliest", "latest", "status", "label", "directed", "independentSources"]);

/** The lines that the network page draws: those of claims that stand. */
const LINES = tableOf<Line>(
  [
    ...ends<Line>(
      ({ from }) => from,
      ({ to }) => to,
      ({ edge }) => relationOf(edge.type),
    ),
    column("claim", ({ edge }) => edge.id),
    ...claimColumns<Line>().filter(({ name }) => ON_LINES.has(name)),
  ],
  function* (data) {
    for (const line of linesIn(data)) if (!line.facts.superseded) yield line;
  },
);

interface Reference {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}

const REFERENCES = tableOf<Reference>(
  ends(
    ({ from }) => from,
    ({ to }) => to,
    ({ type }) => type,
  ),
  referencesIn,
);

/** Each reference is a relationship that has the name of its key, and leads from the record that has it. */
function* referencesIn({ content }: ClaimData): Generator<Reference> {
  for (const edge of content.edges)
    for (const key of CLAIM_REFERENCES)
      for (const to of edge[key]) yield { from: edge.id, to, type: relationOf(key) };
  for (const { id, derivedFrom } of content.sources)
    for (const to of derivedFrom) yield { from: id, to, type: relationOf("derivedFrom") };
}

const CITATIONS = tableOf<CitedBy>(
  [
    ...ends<CitedBy>(
      ({ record }) => record.id,
      ({ citation }) => citation.source,
      () => "CITES",
    ),
    ...columnsThrough<CitedBy, CitedBy>(citationColumns, (cited) => cited),
  ],
  citationsIn,
);

const file = (name: string, table: Table): BulkFile => ({
  file: `${name}.csv`,
  write: (data, sink) => writeCsv(table, data, sink),
});

const NODES = [
  file("nodes-entities", ENTITIES),
  file("nodes-claims", CLAIMS),
  file("nodes-sources", SOURCES),
];
const RELATIONSHIPS = [
  file("relationships-lines", LINES),
  file("relationships-references", REFERENCES),
  file("relationships-citations", CITATIONS),
];

/** What neo4j-admin has to be told, in a file that it reads: `neo4j-admin database import full neo4j @import.args`. */
const ARGUMENTS = [
  "--array-delimiter=U+001F",
  ...NODES.map(({ file }) => `--nodes=${file}`),
  ...RELATIONSHIPS.map(({ file }) => `--relationships=${file}`),
];

export const NEO4J_FILES: readonly BulkFile[] = [
  ...NODES,
  ...RELATIONSHIPS,
  { file: "import.args", write: (_, sink) => sink(Buffer.from(`${ARGUMENTS.join("\n")}\n`)) },
];

/** `person` → `Person`. Where that is what Skein calls a kind of node, it has a line behind it. */
function labelOf(type: string): string {
  const label = type
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return KIND_LABELS.has(label) ? `${label}_` : label;
}

const KIND_LABELS = new Set(["Entity", "Claim", "Source"]);

/** `holds-office` and `holdsOffice` → `HOLDS_OFFICE`. */
const relationOf = (name: string): string =>
  name
    .replace(/\p{Lu}/gu, "-$&")
    .replaceAll("-", "_")
    .toUpperCase();
