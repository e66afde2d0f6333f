/** Drafts → the files that an import would write into a content, and what the caller should know of it. Pure. */
import { SIZE_LIMIT } from "../../content/folder.ts";
import type { RecordKind } from "../../shared/paths.ts";
import type { Content, EdgeType } from "../../shared/records.ts";
import { isId } from "../../shared/text.ts";
import { oneOrList } from "../written.ts";
import { Directory } from "./directory.ts";
import type { Draft, InputPlace, Note } from "./drafts.ts";
import { fitKeys, oneLine } from "./fit.ts";
import { Ids } from "./ids.ts";
import { Notes } from "./notes.ts";
import { differences, type ImportOptions, type NewRecord, type Placed, recordOf } from "./placed.ts";
import { apart, Resolver } from "./resolver.ts";
import { withSources } from "./sources.ts";
import { edgeTypesMeant, entityTypesMeant, type MeantTypes } from "./types.ts";

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

class Planner {
  readonly #content: Content;
  readonly #images: ReadonlySet<string>;
  readonly #options: ImportOptions;
  readonly #refused: ReadonlySet<string>;
  readonly #ids: Ids;
  readonly #directory: Directory;
  readonly #notes = new Notes();
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
    this.#directory = new Directory(content);
    this.#ids = new Ids(content, (name) => this.#directory.find(name, KINDS).length > 0);
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
    const resolver = new Resolver(this.#directory, this.#images, this.#notes);
    const resolved = this.#placed.map((placed) => resolver.resolved(placed));
    const added = resolved.filter((placed) => !this.#isPresent(placed));
    const sourced = withSources(added, this.#content, this.#options, this.#ids, this.#notes);
    return {
      records: sourced.map(recordOf),
      present: resolved.length - added.length,
      notes: this.#notes.list,
    };
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
      if (first !== undefined) this.#notes.leaveOut(draft, `it says the same as ${first.file}:${first.line}`);
      else said.set(whole, draft.place);
      return first === undefined;
    });
  }

  /** Gives a draft its id, and enters it; undefined where it is left out. Whom it refers to is looked up later. */
  #place(draft: Draft, words?: readonly string[]): string | undefined {
    // Before anything is looked for in it.
    if (draft.body.length > SIZE_LIMIT) return this.#notes.leaveOut(draft, "its text is larger than 1 MiB");
    const { own, references } = apart(draft);
    const keys = this.#notes.fitted({ ...draft, keys: own });
    if (keys === undefined) return undefined;
    const kept = { ...draft, keys };
    const isOwn = draft.id !== undefined && isId(draft.id);
    const made = words ?? [String(keys.name ?? keys.title)];
    const id = isOwn && draft.id !== undefined ? this.#ids.keep(draft.id, kept) : this.#ids.make(made, kept);
    if (id === undefined)
      return this.#notes.leaveOut(draft, `the id “${draft.id}” is that of another record`);
    if (this.#refused.has(id)) return undefined;
    this.#directory.add(kept, id);
    this.#placed.push({ draft, id, keys: { ...keys, ...references } });
    return id;
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
      this.#notes.add(
        "replaced",
        draft.place,
        `the ontology has no type of ${what} “${word}”: it becomes “${id}”, and x-type keeps the word`,
        `--type "${word}=TYPE" says what it means, or add it to ontology.yml first`,
      );
    else if (given === undefined)
      this.#notes.add(
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
    this.#notes.add(
      "replaced",
      draft.place,
      `${problem}: the claim becomes “${id}”, and x-type keeps the word`,
    );
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
    const named = [draft.keys[key] ?? []].flat().map((each) => oneLine(String(each)));
    if (named.every((each) => each === "")) return this.#notes.leaveOut(draft, `${key} is empty`);
    const ids: string[] = [];
    for (const name of named) {
      const [known, other] = this.#directory.find(name, ["entity"]);
      if (other !== undefined && known !== undefined)
        return this.#notes.leaveOut(draft, `“${name}” may mean ${known.id} or ${other.id}`, "write the id");
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
      this.#notes.add(
        "made",
        place,
        `“${name}” is named as an end and is no entity: one is made, of type “${type}”`,
      );
    return id;
  }

  /** Whether the content has the record; what it says otherwise is told. */
  #isPresent({ draft, id, keys }: Placed): boolean {
    const record = this.#content.byId.get(id);
    if (record === undefined) return false;
    const others = differences(record, draft, keys);
    if (others.length > 0)
      this.#notes.add(
        "differs",
        draft.place,
        `${id} is there already, and stays as it is; the import says something else of ${others.join(", ")}`,
        `compare it with ${record.file}`,
      );
    return true;
  }
}

const KINDS: readonly RecordKind[] = ["entity", "edge", "source"];

type End = "from" | "to";

interface Ends {
  readonly from: readonly string[];
  readonly to: readonly string[];
}
