/** Drafts → the files that an import would write into a content, and what the caller should know of it. Pure. */
import { isDeepStrictEqual } from "node:util";
import { ownKeys, readFields } from "../../content/fields.ts";
import { SIZE_LIMIT } from "../../content/folder.ts";
import { REFERENCE_KEYS, REFERENCES, type ReferenceKey } from "../../content/references.ts";
import { fileText } from "../../shared/file-text.ts";
import { FOLDERS, type RecordKind } from "../../shared/paths.ts";
import type { AnyRecord, Content, EdgeType } from "../../shared/records.ts";
import { isId } from "../../shared/text.ts";
import { formsOf, oneOrList } from "../written.ts";
import { Directory } from "./directory.ts";
import { type Draft, type InputPlace, type Note, type NoteCode, nameOf } from "./drafts.ts";
import { fitKeys } from "./fit.ts";
import { Ids } from "./ids.ts";
import { linkBody } from "./links.ts";
import { edgeTypesMeant, entityTypesMeant, type MeantTypes } from "./types.ts";

export interface ImportOptions {
  /** Types for what has none, or one that the ontology does not have; without them `thing` and `concerns`. */
  readonly entityType?: string;
  readonly edgeType?: string;
  /** Words of the input for types of the ontology. */
  readonly types: ReadonlyMap<string, string>;
  /** The id of a source in the content that every claim cites. */
  readonly source?: string;
  /** What is imported, for the source that stands in where none is named. */
  readonly input: InputPlace;
}

/** A record that is not in the content yet, and the file that it would be. */
export interface NewRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly place: InputPlace;
  readonly name: string;
}

export interface Plan {
  readonly records: readonly NewRecord[];
  /** How many records of the input the content has already. */
  readonly present: number;
  readonly notes: readonly Note[];
}

export const FALLBACK = { entity: "thing", edge: "concerns" } as const;

/**
 * What importing the drafts means. Records that the content has are left as they are. `images` are the paths of its
 * pictures; records with the ids of `refused` are left out, and what refers to them with them.
 */
export function planImport(
  drafts: readonly Draft[],
  content: Content,
  images: ReadonlySet<string>,
  options: ImportOptions,
  refused: ReadonlySet<string> = new Set(),
): Plan {
  return new Planner(content, images, options, refused).plan(drafts);
}

/** A draft under its id, with the type and the ends that it will have. */
interface Placed {
  readonly draft: Draft;
  readonly id: string;
  readonly keys: Readonly<Record<string, unknown>>;
}

class Planner {
  readonly #content: Content;
  readonly #images: ReadonlySet<string>;
  readonly #options: ImportOptions;
  readonly #refused: ReadonlySet<string>;
  readonly #ids: Ids;
  readonly #directory: Directory;
  readonly #notes: Note[] = [];
  readonly #placed: Placed[] = [];
  readonly #entityTypes = new Map<string, string>();
  readonly #meant: Readonly<Record<"entity" | "edge", MeantTypes>>;

  constructor(
    content: Content,
    images: ReadonlySet<string>,
    options: ImportOptions,
    refused: ReadonlySet<string>,
  ) {
    this.#content = content;
    this.#images = images;
    this.#options = options;
    this.#refused = refused;
    this.#ids = new Ids(content);
    this.#directory = new Directory(content);
    this.#meant = {
      entity: entityTypesMeant(content.ontology, options.types),
      edge: edgeTypesMeant(content.ontology, options.types),
    };
  }

  plan(drafts: readonly Draft[]): Plan {
    const of = (kind: RecordKind) => drafts.filter((draft) => draft.kind === kind);
    for (const draft of of("source")) this.#place(draft);
    for (const draft of this.#once(of("entity"))) this.#placeEntity(draft);
    for (const draft of this.#once(of("edge"))) this.#placeEdge(draft);
    const resolved = this.#placed.map((placed) => this.#resolved(placed));
    const added = resolved.filter((placed) => !this.#isPresent(placed));
    const sourced = this.#sourced(added);
    const records = sourced.map((placed) => recordOf(placed));
    return { records, present: resolved.length - added.length, notes: this.#notes };
  }

  /** Without those that say again, word for word, what another has said, and that nothing else can name. */
  #once(drafts: readonly Draft[]): Draft[] {
    const said = new Map<string, InputPlace>();
    return drafts.filter((draft) => {
      if (draft.id !== undefined || (draft.kind === "entity" && draft.calls.length > 0)) return true;
      const kind = draft.kind === "edge" ? "edge" : "entity";
      const type = this.#meant[kind](String(draft.keys.type)) ?? draft.keys.type;
      const whole = JSON.stringify([{ ...draft.keys, type }, draft.body.trim()]);
      const first = said.get(whole);
      if (first !== undefined) this.#leaveOut(draft, `it says the same as ${first.file}:${first.line}`);
      else said.set(whole, draft.place);
      return first === undefined;
    });
  }

  #note(code: NoteCode, place: InputPlace, message: string, help?: string): void {
    this.#notes.push({ code, ...place, message, help });
  }

  #leaveOut(draft: Draft, why: string, help?: string): undefined {
    const what = { entity: "entity", edge: "claim", source: "source" }[draft.kind];
    this.#note("left-out", draft.place, `${what} “${nameOf(draft)}” is left out: ${why}`, help);
  }

  /** Gives a draft its id, and enters it; undefined where it is left out. Whom it refers to is looked up later. */
  #place(draft: Draft, words?: readonly string[]): string | undefined {
    // Before anything is looked for in it.
    if (draft.body.length > SIZE_LIMIT) return this.#leaveOut(draft, "its text is larger than 1 MiB");
    const { own, references } = apart(draft);
    const keys = this.#fitted({ ...draft, keys: own });
    if (keys === undefined) return undefined;
    const kept = { ...draft, keys };
    const isOwn = draft.id !== undefined && isId(draft.id);
    const made = words ?? [String(keys.name ?? keys.title)];
    const id = isOwn && draft.id !== undefined ? this.#ids.keep(draft.id, kept) : this.#ids.make(made, kept);
    if (id === undefined) return this.#leaveOut(draft, `the id “${draft.id}” is that of another record`);
    if (this.#refused.has(id)) return undefined;
    this.#directory.add(kept, id);
    this.#placed.push({ draft, id, keys: { ...keys, ...references } });
    return id;
  }

  /** Keys that fit the schema; undefined where there is no record without those that do not. */
  #fitted(draft: Draft): Readonly<Record<string, unknown>> | undefined {
    const { keys, lost } = fitKeys(draft.kind, draft.keys);
    if (keys === undefined) return this.#leaveOut(draft, lost.map(({ message }) => message).join("; "));
    for (const { message, help } of lost)
      this.#note("left-out", draft.place, `${message}; the value is left out`, help);
    return keys;
  }

  #placeEntity(draft: Draft): string | undefined {
    const type = this.#typeOf("entity", draft);
    const id = this.#place({ ...draft, keys: { ...draft.keys, ...type.keys } });
    if (id !== undefined) this.#entityTypes.set(id, type.id);
    return id;
  }

  /** The type in the words of the ontology; a word that it does not have is kept under `x-type`. */
  #typeOf(kind: "entity" | "edge", draft: Draft) {
    const word = typeof draft.keys.type === "string" ? draft.keys.type.trim() : "";
    const meant = word === "" ? undefined : this.#meant[kind](word);
    if (meant !== undefined) return { ...meant, keys: { type: meant.id } };
    const given = kind === "entity" ? this.#options.entityType : this.#options.edgeType;
    const id = given ?? FALLBACK[kind];
    const what = kind === "entity" ? "entity" : "claim";
    if (word !== "")
      this.#note(
        "replaced",
        draft.place,
        `the ontology has no type of ${what} “${word}”: it becomes “${id}”, and x-type keeps the word`,
        `--type "${word}=TYPE" says what it means, or add it to ontology.yml first`,
      );
    else if (given === undefined)
      this.#note(
        "replaced",
        draft.place,
        `no type of ${what} is given: it becomes “${id}”`,
        `name one with --${kind}-type`,
      );
    const keys = word === "" ? { type: id } : { type: id, "x-type": word };
    return { id, isInverse: false, keys };
  }

  #placeEdge(draft: Draft): void {
    const type = this.#typeOf("edge", draft);
    const [first, second] = type.isInverse ? (["to", "from"] as const) : (["from", "to"] as const);
    const from = this.#ends(draft, first, type.id, "from");
    const to = from === undefined ? undefined : this.#ends(draft, second, type.id, "to");
    if (from === undefined || to === undefined) return;
    const ends = { from, to };
    const fitting = this.#fitting(draft, type.id, ends);
    const keys = {
      ...draft.keys,
      ...type.keys,
      ...fitting,
      from: oneOrList(ends.from),
      to: oneOrList(ends.to),
    };
    const date = fitKeys("edge", { type: "x", from: "x", to: "x", date: draft.keys.date }).keys?.date;
    const dated = date === undefined ? [] : [String(date)];
    this.#place({ ...draft, keys }, [...ends.from, fitting.type, ...ends.to, ...dated]);
  }

  /** The type, or the fallback where the ontology does not let it join these. */
  #fitting(draft: Draft, type: string, ends: Ends): { type: string; "x-type"?: string } {
    const known = this.#content.ontology.edgeTypes.get(type);
    const problem = known === undefined ? undefined : this.#misfit(known, ends);
    const id = this.#options.edgeType ?? FALLBACK.edge;
    if (problem === undefined || id === type) return { type };
    this.#note("replaced", draft.place, `${problem}: the claim becomes “${id}”, and x-type keeps the word`);
    return { type: id, "x-type": type };
  }

  #misfit(type: EdgeType, ends: Ends): string | undefined {
    for (const end of ["from", "to"] as const) {
      const allowed = type[end];
      const other = ends[end].find((id) => allowed !== undefined && !allowed.includes(this.#entityType(id)));
      if (other !== undefined)
        return `${end} of “${type.id}” must be ${allowed?.join(" or ")}, and “${other}” is ${this.#entityType(other)}`;
    }
    const loop = type.reflexive === false ? ends.from.find((id) => ends.to.includes(id)) : undefined;
    return loop === undefined ? undefined : `“${type.id}” cannot join “${loop}” to itself`;
  }

  #entityType(id: string): string {
    const record = this.#content.byId.get(id);
    return record?.kind === "entity" ? record.type : (this.#entityTypes.get(id) ?? "");
  }

  /** The ids of an end; undefined where the claim is left out. Whoever is not there yet is made. */
  #ends(draft: Draft, key: End, type: string, end: End): string[] | undefined {
    const named = [draft.keys[key] ?? []].flat().map((each) => String(each).trim());
    if (named.every((each) => each === "")) return this.#leaveOut(draft, `${key} is empty`);
    const ids: string[] = [];
    for (const name of named) {
      const [known, other] = this.#directory.find(name, ["entity"]);
      if (other !== undefined && known !== undefined)
        return this.#leaveOut(draft, `“${name}” may mean ${known.id} or ${other.id}`, "write the id");
      const id = known?.id ?? this.#stub(name, draft, this.#stubType(type, end));
      if (id === undefined) return undefined;
      ids.push(id);
    }
    return ids;
  }

  /** What somebody must be to stand there, as far as the ontology says. */
  #stubType(type: string, end: End): string {
    const { entityType = FALLBACK.entity } = this.#options;
    const allowed = this.#content.ontology.edgeTypes.get(type)?.[end] ?? [entityType];
    return allowed.includes(entityType) ? entityType : (allowed[0] ?? entityType);
  }

  #stub(name: string, { place }: Draft, type: string): string | undefined {
    const draft: Draft = { kind: "entity", place, calls: [name], keys: { type, name }, body: "" };
    const id = this.#placeEntity(draft);
    if (id !== undefined)
      this.#note(
        "made",
        place,
        `“${name}” is named as an end and is no entity: one is made, of type “${type}”`,
      );
    return id;
  }

  /** With the ids of all records that it refers to, and links by ids in its body. */
  #resolved({ draft, id, keys }: Placed): Placed {
    const resolved: Record<string, unknown> = { ...keys };
    for (const key of REFERENCE_KEYS[draft.kind])
      if (!isEnd(key) && keys[key] !== undefined) resolved[key] = this.#references(draft, key, keys[key]);
    if (draft.kind !== "source" && keys.sources !== undefined)
      resolved.sources = this.#citations(draft, keys.sources);
    const { body, lost } = linkBody(draft.body, this.#directory, this.#images);
    for (const { line, link } of lost)
      this.#note(
        "left-out",
        { file: draft.place.file, line: draft.bodyLines?.[line] ?? draft.place.line },
        `the link ${link} leads to no record, or to several: it becomes text`,
      );
    return { draft: { ...draft, body }, id, keys: this.#fitted({ ...draft, keys: resolved }) ?? keys };
  }

  #references(draft: Draft, key: ReferenceKey, written: unknown): string[] {
    return [written]
      .flat()
      .flatMap((each) => this.#reference(draft, key, String(each), REFERENCES[key]) ?? []);
  }

  #reference(draft: Draft, key: string, name: string, kinds: readonly RecordKind[]): string | undefined {
    const [known, other] = this.#directory.find(name, kinds);
    if (known !== undefined && other === undefined) return known.id;
    const why = known === undefined ? "is no record that may stand there" : "may mean several";
    this.#note("left-out", draft.place, `${key} “${name}” ${why}; the value is left out`);
    return undefined;
  }

  #citations(draft: Draft, written: unknown): unknown[] {
    return [written].flat().flatMap((each: unknown) => {
      const isPlain = typeof each !== "object" || each === null;
      const name = isPlain ? each : (each as { source?: unknown }).source;
      const source = this.#reference(draft, "sources", String(name), ["source"]);
      if (source === undefined) return [];
      return [isPlain ? source : { ...each, source }];
    });
  }

  /** Whether the content has the record; what it says otherwise is told. */
  #isPresent({ draft, id, keys }: Placed): boolean {
    const record = this.#content.byId.get(id);
    if (record === undefined) return false;
    const others = differences(record, draft, keys);
    if (others.length > 0)
      this.#note(
        "differs",
        draft.place,
        `${id} is there already, and stays as it is; the import says something else of ${others.join(", ")}`,
        `compare it with ${record.file}`,
      );
    return true;
  }

  /** The new records, each claim with a source: the one that was named, its own, or one that stands in. */
  #sourced(added: readonly Placed[]): Placed[] {
    const { source } = this.#options;
    const cites = (id: string) => (placed: Placed) => {
      const own = [placed.keys.sources ?? []].flat();
      const isCited = own.some((each) => each === id || Object(each).source === id);
      return isCited ? placed : { ...placed, keys: { ...placed.keys, sources: [...own, id] } };
    };
    const isClaim = ({ draft }: Placed) => draft.kind === "edge";
    if (source !== undefined)
      return added.map((placed) => (isClaim(placed) ? cites(source)(placed) : placed));
    const isBare = (placed: Placed) => isClaim(placed) && [placed.keys.sources ?? []].flat().length === 0;
    if (!this.#content.settings.requireSources || !added.some(isBare)) return [...added];
    const placeholder = this.#placeholder();
    const cited = added.map((placed) => (isBare(placed) ? cites(placeholder.id)(placed) : placed));
    return this.#content.byId.has(placeholder.id) ? cited : [...cited, placeholder];
  }

  #placeholder(): Placed {
    const { input } = this.#options;
    const name = input.file.replace(/[\\/]+$/, "").replace(/^.*[\\/]/, "");
    const keys = { title: `Import of ${name}`, type: "dataset", placeholder: "true" };
    const draft: Draft = { kind: "source", place: input, calls: [], keys, body: "" };
    const id = this.#ids.make(["import", name], draft);
    const claims = "the claims that name no source cite";
    if (!this.#content.byId.has(id))
      this.#note(
        "made",
        input,
        `${claims} “${id}”, which stands in for it`,
        `say in sources/${id}.md what it is`,
      );
    return { draft, id, keys };
  }
}

type End = "from" | "to";

interface Ends {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const isEnd = (key: string): boolean => key === "from" || key === "to";

/** What a draft says itself, and by whom else it says it. The ends of a claim are ids by now. */
function apart({ kind, keys }: Draft) {
  const isReference = (key: string) =>
    (kind !== "source" && key === "sources") ||
    (!isEnd(key) && REFERENCE_KEYS[kind].includes(key as ReferenceKey));
  const entries = Object.entries(keys);
  return {
    own: Object.fromEntries(entries.filter(([key]) => !isReference(key))),
    references: Object.fromEntries(entries.filter(([key]) => isReference(key))),
  };
}

/** The keys of a draft whose values the record has not, as readers know them. */
function differences(
  record: AnyRecord,
  { kind, body }: Draft,
  keys: Readonly<Record<string, unknown>>,
): string[] {
  const { value } = readFields(kind, keys);
  const told = Object.keys(ownKeys(keys).known);
  const has = record as unknown as Readonly<Record<string, unknown>>;
  const says = (value ?? {}) as Readonly<Record<string, unknown>>;
  const others = told.filter((key) => !isDeepStrictEqual(plain(says[key]), plain(has[key])));
  const isOtherBody = body.trim() !== "" && body.trim() !== record.body.trim();
  return [...others, ...(isOtherBody ? ["its text"] : [])];
}

/** Of a date, what was written. */
const plain = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "edtf" in value ? value.edtf : value;

function recordOf({ draft, id, keys }: Placed): NewRecord {
  const { kind, body, place } = draft;
  const text = fileText(kind, asTyped(kind, keys), body);
  return { kind, id, file: `${FOLDERS[kind]}/${id}.md`, text, place, name: nameOf({ kind, keys }) };
}

/** Numbers and flags without the quotes that texts like them need. */
function asTyped(kind: RecordKind, keys: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const forms = new Map(formsOf(kind));
  const typed = (key: string, value: unknown): unknown => {
    if (forms.get(key) === "flag") return value === "true" || undefined;
    return forms.get(key) === "number" && value !== undefined ? Number(value) : value;
  };
  return Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, typed(key, value)]));
}
