/** The content as the rest of Skein sees it: checked, complete, with references that exist. */
import type { z } from "zod";
import type { edgeSchema, entitySchema, STATUSES, siteSchema, sourceSchema, storySchema } from "./schema.ts";
import type { Theme } from "./theme.ts";
import type { Viewpoint } from "./viewpoint.ts";

/** A text in a file of the content. */
export interface Written {
  /** The file that holds it, relative to the content folder, with `/`. */
  readonly file: string;
  /** Its Markdown, without the front matter. */
  readonly body: string;
  /** The line of the file on which `body` begins. */
  readonly bodyLine: number;
}

interface Recorded extends Written {
  readonly id: string;
  /** Keys that begin with `x-`, as written. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** A person, body, place, event or thing. */
export interface Entity extends Recorded, Omit<z.output<typeof entitySchema>, "edges"> {
  readonly kind: "entity";
}

/** A claim that somebody did something to, or stands in a relation with, somebody. */
export interface Edge extends Recorded, z.output<typeof edgeSchema> {
  readonly kind: "edge";
  /** Its place in the list `edges` of its entity’s file, from 0; undefined where it has a file of its own. */
  readonly inline?: number;
}

/** What a claim rests on. */
export interface Source extends Recorded, z.output<typeof sourceSchema> {
  readonly kind: "source";
}

/** A walk through the graph. No record: nothing refers to it, and its id is unique among stories only. */
export interface Story extends Recorded, z.output<typeof storySchema> {
  /** What the map shows at each step, in the order of the body’s sections. */
  readonly steps: readonly Viewpoint[];
}

export type AnyRecord = Entity | Edge | Source;

/** One use of a source by a claim or an entity. */
export type Citation = Edge["sources"][number] & { locator?: string; quote?: string; note?: string };

export type Status = (typeof STATUSES)[number];

export type SiteSettings = z.output<typeof siteSchema>;

export interface EntityType {
  readonly id: string;
  readonly label: string;
  readonly plural: string;
  readonly color: string;
  readonly icon?: string;
  readonly schemaOrg?: string;
  readonly ftm?: string;
}

export interface EdgeType {
  readonly id: string;
  readonly label: string;
  /** What `from` does to `to`: “sanctions”. */
  readonly verb: string;
  /** What happens to `to`: “is sanctioned by”. */
  readonly inverse?: string;
  readonly directed: boolean;
  /** Whether an entity may stand at both ends; undefined allows it. */
  readonly reflexive?: boolean;
  /** The entity types allowed at each end; undefined allows any. */
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  /** Event code of the CAMEO codebook. */
  readonly cameo?: string;
  readonly quad: QuadClass;
  readonly color: string;
}

/**
 * The class of an event by its CAMEO root code, as in GDELT: cooperation or conflict, in words or in deeds.
 * `relation` is everything without a code: offices, membership, place, and types of the author’s own.
 */
export type QuadClass =
  | "verbal-cooperation"
  | "material-cooperation"
  | "verbal-conflict"
  | "material-conflict"
  | "relation";

/** The vocabulary of a graph, by id, in the order in which legends show it. */
export interface Ontology {
  readonly entityTypes: ReadonlyMap<string, EntityType>;
  readonly edgeTypes: ReadonlyMap<string, EdgeType>;
}

/** A whole graph of records, each list sorted by id. */
export interface Content {
  readonly settings: SiteSettings;
  readonly ontology: Ontology;
  readonly theme: Theme;
  readonly entities: readonly Entity[];
  readonly edges: readonly Edge[];
  readonly sources: readonly Source[];
  /** In the order in which they are listed: by `order`, those without it last, then by id. */
  readonly stories: readonly Story[];
  /** Every record by its id, and entities by their former ids as well. */
  readonly byId: ReadonlyMap<string, AnyRecord>;
  /** Finds what a wikilink or a relative link in a body points to. */
  readonly links: LinkTargets;
}

export interface LinkTargets<R = AnyRecord> {
  /** The records that `[[target]]` may mean: by id first, else by name or alias, folded. */
  find(target: string): readonly R[];
  /** The record whose file a relative path from `file` names. */
  atPath(path: string, file: string): R | undefined;
}
