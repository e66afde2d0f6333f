/** What a change does to a graph, as one plain value: what is compared, and what comes out. Everything else prints it. */
import type { Folder } from "../content/folder.ts";
import type { Diagnostic } from "../shared/diagnostic.ts";
import type { RecordKind } from "../shared/paths.ts";
import type { Content, Status } from "../shared/records.ts";

/** A content folder before or after the change, read and checked; it may hold mistakes. */
export interface Side {
  /** What the reader called it: a folder or a revision. */
  readonly label: string;
  readonly folder: Folder;
  readonly content: Content;
  readonly diagnostics: readonly Diagnostic[];
  /** Something that is the same for pictures of the same bytes, by path; where it is not known, they count as the same. */
  readonly pictures: ReadonlyMap<string, string>;
}

export type Kind = RecordKind | "story";

/** A record or a story as a reader knows it. */
export interface Named {
  readonly id: string;
  /** An entity’s name, a claim’s sentence, the title of a source or a story. */
  readonly title: string;
  /** Relative to the content folder. */
  readonly file: string;
}

/** One that only one of the two sides has. */
export interface Single extends Named {
  /** Why the other side seems not to have it, though its file is there: it holds a mistake, or is a draft. */
  readonly because?: "unreadable" | "draft";
  /** The record of the other side that has taken over its id, or from which it was split off. */
  readonly partOf?: string;
}

export interface Renamed extends Named {
  readonly formerId: string;
}

/** A key with another value. Values are in words; a list has an item each, what is not there has none. */
export interface ValueChange {
  readonly key: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A text of many lines that is not the same. */
export interface TextChange {
  readonly key: string;
  /** How many lines came and went. */
  readonly added: number;
  readonly removed: number;
  /** The lines that came and went, as far as they are few. */
  readonly lines: readonly LineChange[];
}

export interface LineChange {
  readonly sign: "+" | "−";
  readonly text: string;
}

export type FieldChange = ValueChange | TextChange;

export interface Changed extends Named {
  readonly fields: readonly FieldChange[];
}

export interface RecordChanges {
  readonly added: readonly Single[];
  readonly removed: readonly Single[];
  readonly renamed: readonly Renamed[];
  readonly changed: readonly Changed[];
}

export interface StatusChange extends Named {
  readonly before: Status;
  readonly after: Status;
}

/** A claim whose independent sources are others than before. */
export interface SupportChange extends Named {
  /** How many there are; `before` is undefined for a claim that was added. */
  readonly before?: number;
  readonly after: number;
  /** Ids of the sources. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** A thread that fell into pieces, or pieces that became a thread: ids of claims. */
export interface ThreadChange {
  /** Where it fell apart, the claims that held it together and are gone; where it grew together, those that are new. */
  readonly between: readonly string[];
  readonly pieces: readonly (readonly string[])[];
}

/** A claim that names what is not there. */
export interface Dangling extends Named {
  readonly key: "respondsTo" | "about";
  readonly to: string;
}

/** Two records that are perhaps one. */
export interface Likely extends Named {
  readonly kind: RecordKind;
  readonly other: Named;
  readonly reason:
    | "same-name"
    | "similar-name"
    | "same-claim"
    | "same-address"
    | "same-title"
    /** The other was removed: perhaps this is its new id. */
    | "renamed";
}

/** A key of `site.yml` or `ontology.yml`. */
export interface KeyChange extends ValueChange {
  readonly file: string;
}

/** A file of the theme, or a picture. */
export interface FileChange {
  readonly path: string;
  readonly action: "added" | "removed" | "changed";
}

/** How far the entities that both maps have stand from where they stood, in shares of the map’s diagonal. */
export interface MapChange {
  readonly mean: number;
  readonly largest: number;
  readonly shared: number;
  /** Whether the head has a file of positions, from which its map starts; without one it is laid out anew. */
  readonly isKept: boolean;
}

export interface SideFacts {
  readonly label: string;
  readonly entities: number;
  readonly claims: number;
  readonly sources: number;
  readonly stories: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface Difference {
  readonly base: SideFacts;
  readonly head: SideFacts;
  readonly records: Readonly<Record<Kind, RecordChanges>>;
  readonly statuses: readonly StatusChange[];
  /** Those that rest on the least come first. */
  readonly support: readonly SupportChange[];
  /** Claims that another supersedes now, and those that none supersedes any more. */
  readonly superseded: { readonly now: readonly Named[]; readonly noLonger: readonly Named[] };
  readonly threads: {
    readonly cut: readonly ThreadChange[];
    readonly joined: readonly ThreadChange[];
    readonly dangling: readonly Dangling[];
  };
  readonly likely: readonly Likely[];
  readonly problems: { readonly appeared: readonly Diagnostic[]; readonly mended: readonly Diagnostic[] };
  readonly settings: readonly KeyChange[];
  readonly files: readonly FileChange[];
  readonly map?: MapChange;
}

export const KINDS: readonly Kind[] = ["edge", "entity", "source", "story"];

/** Whether two contents are the same to a reader: the files may be written otherwise. */
export function isSame(difference: Difference): boolean {
  const { records, threads, problems, settings, files } = difference;
  return [
    ...KINDS.flatMap((kind) => Object.values(records[kind])),
    threads.dangling,
    problems.appeared,
    problems.mended,
    settings,
    files,
  ].every((list) => list.length === 0);
}
