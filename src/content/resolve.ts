/** Records → content: what only the whole folder can tell. References, ends of edges, answers, sources, links. */

import { FOLDERS, type RecordKind } from "../shared/paths.ts";
import type { AnyRecord, Edge, Entity, Ontology, Source, Written } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import type { Folder } from "./folder.ts";
import type { YamlPath } from "./front-matter.ts";
import { unknownType } from "./ontology.ts";
import type { Parsed } from "./parse.ts";
import type { Place, Problems, Stretch } from "./problems.ts";
import { REFERENCE_KEYS, REFERENCES, type ReferenceKey, type Remains } from "./references.ts";
import type { Suggestions } from "./suggestions.ts";

export interface Index {
  /** Records by id, and entities by their former ids as well. */
  readonly byId: ReadonlyMap<string, AnyRecord>;
  /** Records that another has the id of: what refers to them may mean either. */
  readonly twins: readonly AnyRecord[];
}

/** Gives each id its first record, and reports the others. */
export function indexRecords(parsed: Parsed, problems: Problems): Index {
  const byId = new Map<string, AnyRecord>();
  const twins: AnyRecord[] = [];
  for (const record of parsed.records) {
    const other = byId.get(record.id);
    if (other === undefined) byId.set(record.id, record);
    else {
      reportTwin(record, record.id, other, placeOf(record, parsed), parsed, problems);
      twins.push(record);
    }
  }
  for (const record of parsed.records) {
    if (record.formerIds.length === 0) continue;
    for (const [i, id] of record.formerIds.entries()) {
      const other = byId.get(id);
      if (other === undefined) byId.set(id, record);
      else reportTwin(record, id, other, { file: record.file, path: ["formerIds", i] }, parsed, problems);
    }
  }
  return { byId, twins };
}

function reportTwin(
  record: AnyRecord,
  id: string,
  other: AnyRecord,
  place: Place,
  parsed: Parsed,
  problems: Problems,
) {
  const otherPlace = placeOf(other, parsed);
  problems.add(place, {
    code: "duplicate-id",
    message: `the id “${id}” is also that of ${other.file}`,
    help: twinHelp(record, id, other),
    related: [{ file: other.file, ...problems.span(otherPlace), message: `“${id}” is here too` }],
  });
}

function twinHelp(record: AnyRecord, id: string, other: AnyRecord): string {
  if (record === other || id !== record.id || id !== other.id)
    return "remove it from formerIds: a former id leads to one record";
  return record.kind === other.kind
    ? "rename one of the two, or merge them"
    : "rename one of the two: kinds share their ids";
}

/** Where a record has its id from: the file, or the key of an edge in its entity’s file. */
function placeOf(record: AnyRecord, parsed: Parsed): Place {
  const path = parsed.places.get(record) ?? [];
  return { file: record.file, path: path.length === 0 ? path : [...path, "id"] };
}

/**
 * Checks everything that crosses files, and returns the records with each reference as the current id. Those that are
 * known to be right are not looked at again; those that are found right are added to them.
 */
export function resolveRecords(
  parsed: Parsed,
  byId: ReadonlyMap<string, AnyRecord>,
  ontology: Ontology,
  folder: Folder,
  requireSources: boolean,
  includeDrafts: boolean,
  suggestions: Suggestions,
  right: Set<AnyRecord>,
  problems: Problems,
): AnyRecord[] {
  const references = new References(parsed, byId, includeDrafts, suggestions, problems);
  const kept = parsed.records.filter(
    (record) => byId.get(record.id) === record && (includeDrafts || !record.draft),
  );
  const resolved = kept.map((record) => (right.has(record) ? record : references.resolve(record)));
  for (const record of parsed.records) {
    // One whose id another has is left out, and refers to something all the same.
    if (byId.get(record.id) !== record && (includeDrafts || !record.draft)) references.resolve(record);
  }
  for (const remains of parsed.remains) {
    if (remains.draft && !includeDrafts) continue;
    references.check(remains);
    if (parsed.ontology !== undefined) checkTypesOf(remains, ontology, problems);
  }
  let byCurrentId: Map<string, AnyRecord> | undefined;
  const current = () => {
    byCurrentId ??= new Map(resolved.map((record) => [record.id, record]));
    return byCurrentId;
  };
  for (const record of resolved) {
    if (right.has(record)) continue;
    const found = problems.count;
    const at = (path: YamlPath): Place => ({
      file: record.file,
      path: [...references.pathOf(record.id), ...path],
    });
    if (record.kind === "entity") checkEntity(record, folder, suggestions, at, problems);
    if (record.kind === "source") checkPlaceholder(record, at, problems);
    if (record.kind === "edge" && requireSources) checkSources(record, at, problems);
    // Where the ontology holds a mistake, what it lacks is no second one.
    if (parsed.ontology !== undefined) checkTypes(record, ontology, current, at, problems);
    // A copy had other ids than the current ones.
    if (problems.count === found && byId.get(record.id) === record) right.add(record);
  }
  checkCircles(
    resolved,
    (edge, index) => ({ file: edge.file, path: [...references.pathOf(edge.id), "respondsTo", index] }),
    problems,
  );
  return resolved;
}

/** Looks up what references name. */
export class References {
  readonly #parsed: Parsed;
  readonly #byId: ReadonlyMap<string, AnyRecord>;
  readonly #includeDrafts: boolean;
  readonly #suggestions: Suggestions;
  readonly #problems: Problems;

  constructor(
    parsed: Parsed,
    byId: ReadonlyMap<string, AnyRecord>,
    includeDrafts: boolean,
    suggestions: Suggestions,
    problems: Problems,
  ) {
    this.#parsed = parsed;
    this.#byId = byId;
    this.#includeDrafts = includeDrafts;
    this.#suggestions = suggestions;
    this.#problems = problems;
  }

  pathOf(id: string): YamlPath {
    const record = this.#byId.get(id);
    return record === undefined ? [] : (this.#parsed.places.get(record) ?? []);
  }

  /** The record with each reference as the current id: the record itself where they are, which nearly all are. */
  resolve(record: AnyRecord): AnyRecord {
    if (this.#isCurrent(record)) return record;
    const base = this.#parsed.places.get(record) ?? [];
    const ids = (key: ReferenceKey, values: readonly string[]) =>
      values.map((id, i) =>
        this.current(id, REFERENCES[key], { file: record.file, path: [...base, key, i] }),
      );
    const citations = <C extends { source: string }>(list: readonly C[]): C[] =>
      list.map((citation, i) => ({
        ...citation,
        source: this.current(citation.source, ["source"], {
          file: record.file,
          path: [...base, "sources", i, "source"],
        }),
      }));
    if (record.kind === "source") return { ...record, derivedFrom: ids("derivedFrom", record.derivedFrom) };
    if (record.kind === "entity") return { ...record, sources: citations(record.sources) };
    return {
      ...record,
      from: ids("from", record.from),
      to: ids("to", record.to),
      attributedTo: ids("attributedTo", record.attributedTo),
      about: ids("about", record.about),
      respondsTo: ids("respondsTo", record.respondsTo),
      supersedes: ids("supersedes", record.supersedes),
      sources: citations(record.sources),
    };
  }

  #isCurrent(record: AnyRecord): boolean {
    for (const key of REFERENCE_KEYS[record.kind]) {
      // The keys of its own kind, each of which it has.
      for (const id of (record as unknown as Record<ReferenceKey, readonly string[]>)[key])
        if (!this.#names(id, REFERENCES[key])) return false;
    }
    return record.kind === "source" || record.sources.every(({ source }) => this.#names(source, ["source"]));
  }

  /** Whether a reference is the current id of a record that may stand there. */
  #names(id: string, kinds: readonly RecordKind[]): boolean {
    const record = this.#byId.get(id);
    return record?.id === id && kinds.includes(record.kind) && (this.#includeDrafts || !record.draft);
  }

  /** Reports the mistakes in the references of a file that makes no record. */
  check({ file, references }: Remains): void {
    for (const { id, kinds, path } of references) this.current(id, kinds, { file, path });
  }

  /** The current id of what a reference names; every mistake in it is reported. */
  current(id: string, kinds: readonly RecordKind[], place: Place | Stretch): string {
    const record = this.#byId.get(id);
    const wanted = kinds.map((kind) => NOUNS[kind]).join(" or ");
    if (record === undefined) {
      if (!this.#parsed.broken.has(id)) this.#reportUnknown(id, kinds, wanted, place);
      return id;
    }
    if (!kinds.includes(record.kind)) {
      if (this.#parsed.broken.has(id)) return id;
      const message = `“${id}” is ${NOUNS[record.kind]}, and ${wanted} belongs here`;
      this.#problems.add(place, { code: "wrong-kind", message, help: `name the id of ${wanted}` });
    } else if (record.draft && !this.#includeDrafts) {
      const message = `“${id}” is a draft, and is not published`;
      const help = "publish it, or mark this a draft too: draft: true";
      this.#problems.add(place, { code: "reference-to-draft", message, help });
    } else if (record.id !== id) {
      const message = `“${id}” is now “${record.id}”`;
      this.#problems.add(place, { code: "former-id", message, help: `write ${record.id}` });
    }
    return record.id;
  }

  #reportUnknown(id: string, kinds: readonly RecordKind[], wanted: string, place: Place | Stretch): void {
    const candidates = () =>
      [...this.#byId.values()].filter((record) => kinds.includes(record.kind)).map((record) => record.id);
    const meant = this.#suggestions.for(id, candidates);
    const kind = kinds.map((each) => WORDS[each]).join(" or ");
    this.#problems.add(place, {
      code: "unknown-reference",
      message: `no ${kind} “${id}”${meant === undefined ? "" : `; did you mean “${meant}”?`}`,
      help: meant === undefined ? `name the id of ${wanted}, or add the file for it` : `write ${meant}`,
    });
  }
}

const WORDS: Record<RecordKind, string> = { entity: "entity", edge: "edge", source: "source" };
const NOUNS: Record<RecordKind, string> = { entity: "an entity", edge: "an edge", source: "a source" };

type At = (path: YamlPath) => Place;

function checkEntity(
  entity: Entity,
  folder: Folder,
  suggestions: Suggestions,
  at: At,
  problems: Problems,
): void {
  if (entity.image === undefined || folder.assets.has(`assets/${entity.image.src}`)) return;
  const images = () => [...folder.assets].map((path) => path.slice("assets/".length));
  const meant = suggestions.for(entity.image.src, images);
  problems.add(at(["image", "src"]), {
    code: "missing-image",
    message: `no file “${entity.image.src}” in assets${meant === undefined ? "" : `; did you mean “${meant}”?`}`,
    help: "write the path below the assets folder",
  });
}

function checkSources(edge: Edge, at: At, problems: Problems): void {
  if (edge.sources.length > 0) return;
  problems.add(at([]), {
    code: "missing-source",
    message: "this claim cites no source",
    help: "add a line sources: [id-of-the-source], or requireSources: false to site.yml",
  });
}

function checkPlaceholder(source: Source, at: At, problems: Problems): void {
  if (!source.placeholder) return;
  problems.add(at(["placeholder"]), {
    code: "placeholder-source",
    message: `“${source.id}” stands in for a source that nobody has named yet`,
    help: "say what the source is, and remove this line",
  });
}

function checkTypes(
  record: AnyRecord,
  ontology: Ontology,
  current: () => ReadonlyMap<string, AnyRecord>,
  at: At,
  problems: Problems,
): void {
  if (record.kind === "entity") checkType("entity", record.type, ontology.entityTypes, at, problems);
  if (record.kind === "edge" && checkType("edge", record.type, ontology.edgeTypes, at, problems))
    checkEnds(record, ontology, current, at, problems);
}

function checkTypesOf({ file, types }: Remains, ontology: Ontology, problems: Problems): void {
  const known = { entity: ontology.entityTypes, edge: ontology.edgeTypes };
  for (const { id, kinds, path } of types) {
    const whole = path.slice(0, -1);
    checkType(kinds, id, known[kinds], (below) => ({ file, path: [...whole, ...below] }), problems);
  }
}

function checkType(
  kind: "entity" | "edge",
  type: string,
  types: ReadonlyMap<string, unknown>,
  at: At,
  problems: Problems,
): boolean {
  if (types.has(type)) return true;
  problems.add(at(["type"]), unknownType(kind, type, types));
  return false;
}

function checkEnds(
  edge: Edge,
  ontology: Ontology,
  current: () => ReadonlyMap<string, AnyRecord>,
  at: At,
  problems: Problems,
): void {
  const type = ontology.edgeTypes.get(edge.type);
  for (const end of ["from", "to"] as const) {
    const allowed = type?.[end];
    if (allowed === undefined || allowed.some((each) => !ontology.entityTypes.has(each))) continue;
    for (const [i, id] of edge[end].entries()) {
      const record = current().get(id);
      // Of a type that there is not, that is said; what it may be an end of follows from a type.
      if (record?.kind !== "entity" || !ontology.entityTypes.has(record.type)) continue;
      if (allowed.includes(record.type)) continue;
      const choices = allowed.join(" or ");
      const message = `${end} of “${edge.type}” must be ${choices}, and “${id}” is ${record.type}`;
      const help = "name another entity or another type, or widen the type in ontology.yml";
      // An edge in its entity’s file has no `from`: its type is what the author wrote.
      const isWritten = end === "to" || edge.file.startsWith(`${FOLDERS.edge}/`);
      problems.add(at(isWritten ? [end, i] : ["type"]), { code: "edge-ends", message, help });
    }
  }
}

/** Where the claim of the given number stands among those that an edge answers. */
type PlaceOfAnswer = (edge: Edge, index: number) => Place;

/** Reports each circle of answers once, at its first edge by id. */
function checkCircles(records: readonly AnyRecord[], place: PlaceOfAnswer, problems: Problems): void {
  const edges = new Map<string, Edge>();
  for (const record of records)
    if (record.kind === "edge" && record.respondsTo.length > 0) edges.set(record.id, record);
  const done = new Set<string>();
  for (const start of [...edges.keys()].sort(compareText)) {
    const path = new Set<string>();
    const stack: { id: string; next: number }[] = done.has(start) ? [] : [{ id: start, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      if (top === undefined) break;
      if (top.next === 0) path.add(top.id);
      const answered = edges.get(top.id)?.respondsTo[top.next++];
      if (answered === undefined) {
        done.add(top.id);
        path.delete(top.id);
        stack.pop();
      } else if (path.has(answered)) {
        const steps = [...path];
        reportCircle(steps.slice(steps.indexOf(answered)), edges, place, problems);
      } else if (!done.has(answered) && edges.has(answered)) stack.push({ id: answered, next: 0 });
    }
  }
}

function reportCircle(
  found: readonly string[],
  edges: ReadonlyMap<string, Edge>,
  place: PlaceOfAnswer,
  problems: Problems,
): void {
  const start = found.indexOf([...found].sort(compareText)[0] ?? "");
  const circle = [...found.slice(start), ...found.slice(0, start)];
  const first = edges.get(circle[0] ?? "");
  if (first === undefined) return;
  problems.add(place(first, first.respondsTo.indexOf(circle[1] ?? first.id)), {
    code: "response-circle",
    message: `these claims answer one another in a circle: ${[...circle, first.id].join(" → ")}`,
    help: "remove the answer that came first in time",
  });
}

/** Warns of sources that no record and no story cites, and of entities that no edge touches. */
export function checkUse(
  records: readonly AnyRecord[],
  stories: readonly Written[],
  problems: Problems,
): void {
  const used = new Set<string>();
  for (const record of records) {
    if (record.kind === "source") for (const id of record.derivedFrom) used.add(id);
    else for (const citation of record.sources) used.add(citation.source);
    if (record.kind !== "edge") continue;
    for (const id of [...record.from, ...record.to, ...record.about, ...record.attributedTo]) used.add(id);
  }
  const unused = records.filter(({ kind, id }) => kind !== "edge" && !used.has(id));
  if (unused.length === 0) return;
  const cited = citedInBodies([...records, ...stories]);
  for (const record of unused) {
    if (record.kind === "source" && cited.has(record.id)) continue;
    const place = { file: record.file, path: [] };
    if (record.kind === "entity") {
      problems.add(place, {
        code: "lonely-entity",
        message: `no edge touches “${record.id}”`,
        help: "add an edge from or to it, or remove the file",
      });
    } else {
      problems.add(place, {
        code: "uncited-source",
        message: `nothing cites “${record.id}”`,
        help: "cite it in the sources of a claim, or remove the file",
      });
    }
  }
}

function citedInBodies(records: readonly Written[]): Set<string> {
  const marks = records.flatMap(({ body }) => [...body.matchAll(/\[\^([^[\]\s]+)\]/g)]);
  return new Set(marks.map(([, id = ""]) => id.normalize("NFC")));
}
