/**
 * What is known of a content from the last time that it was loaded: what its files hold, and which records nothing was
 * wrong with. Nothing is known of a record again as soon as something changes that a check of it may have looked at.
 */
import type { Diagnostic } from "../shared/diagnostic.ts";
import { STORIES } from "../shared/paths.ts";
import type { AnyRecord, Content } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import type { Folder } from "./folder.ts";
import { namesOf } from "./names.ts";
import type { ParsedFile } from "./parse.ts";
import { type FileChange, ParseCache } from "./parse-cache.ts";

type Change = FileChange<ParsedFile>;

export class LoadCache {
  readonly files = new ParseCache<ParsedFile>();
  /** Records whose references, ends, pictures and types are right. */
  readonly right = new Set<AnyRecord>();
  /** Claims that can be. */
  readonly rightClaims = new Set<AnyRecord>();
  /** Records whose bodies are right. */
  readonly rightBodies = new Set<AnyRecord>();
  /** What is wrong with records that are alike, and with those that nothing uses, of all together. */
  alike: readonly Diagnostic[] | undefined;
  unused: readonly Diagnostic[] | undefined;
  #around = "";
  #stories = "";
  #order: { readonly ids: readonly string[]; readonly order: readonly number[] } = { ids: [], order: [] };
  #lists: Pick<Content, "entities" | "edges" | "sources"> | undefined;

  /**
   * Takes notice of a folder whose files were parsed. `isWhole` says whether each of them holds records that no other has
   * the ids of.
   */
  see(folder: Folder, drafts: boolean, isWhole: boolean): void {
    const changes = this.files.finish((file) => folder.texts.has(file));
    const [around, stories] = [aroundOf(folder, drafts, isWhole), storiesIn(folder)];
    const isSame = isWhole && around === this.#around;
    const keepsAll = (facts: (record: AnyRecord) => unknown, isNew: (record: AnyRecord) => boolean) =>
      isSame && changes.every((change) => keeps(change, facts) && addsNone(change, isNew));
    for (const record of changes.flatMap(({ before }) => recordsIn(before)))
      for (const set of [this.right, this.rightClaims, this.rightBodies]) set.delete(record);
    if (!keepsAll(standing, () => false)) {
      this.right.clear();
      this.rightClaims.clear();
    }
    if (!keepsAll(names, hasNames)) this.rightBodies.clear();
    const files = new Set(changes.map(({ file }) => file));
    if (!keepsAll(likeness, hasNames) || this.alike?.some((each) => isIn(each, files)))
      this.alike = undefined;
    if (
      !keepsAll(uses, () => true) ||
      stories !== this.#stories ||
      this.unused?.some((each) => isIn(each, files))
    )
      this.unused = undefined;
    [this.#around, this.#stories] = [around, stories];
  }

  /** Records in order of their ids, which is mostly that of the last time. */
  sorted(records: readonly AnyRecord[]): AnyRecord[] {
    const before = this.#order;
    const isSame = before.ids.length === records.length && records.every(({ id }, i) => id === before.ids[i]);
    const order = isSame
      ? before.order
      : [...records.keys()].sort((a, b) => compareText(records[a]?.id ?? "", records[b]?.id ?? ""));
    if (!isSame) this.#order = { ids: records.map(({ id }) => id), order };
    return order.flatMap((i) => records[i] ?? []);
  }

  /** The lists of the last time in place of those that hold the very same records. */
  sameLists<C extends Pick<Content, "entities" | "edges" | "sources">>(content: C): C {
    const before = this.#lists;
    const same = <T>(list: readonly T[], last: readonly T[] | undefined): readonly T[] =>
      last?.length === list.length && last.every((item, i) => item === list[i]) ? last : list;
    const lists = {
      entities: same(content.entities, before?.entities),
      edges: same(content.edges, before?.edges),
      sources: same(content.sources, before?.sources),
    };
    this.#lists = lists;
    return { ...content, ...lists };
  }
}

/** What every check may look at. */
const aroundOf = ({ texts, assets }: Folder, drafts: boolean, isWhole: boolean): string =>
  JSON.stringify([drafts, isWhole, texts.get("site.yml"), texts.get("ontology.yml"), [...assets]]);

function storiesIn({ texts }: Folder): string {
  const stories: string[] = [];
  for (const [file, text] of texts) if (file.startsWith(`${STORIES}/`)) stories.push(file, text);
  return JSON.stringify(stories);
}

const isIn = ({ file, related = [] }: Diagnostic, files: ReadonlySet<string>): boolean =>
  files.has(file) || related.some((place) => files.has(place.file));

const recordsIn = (file: ParsedFile | undefined): readonly AnyRecord[] =>
  file !== undefined && "records" in file.found ? file.found.records.map(({ record }) => record) : [];

/** Whether the records that a file held say the same of themselves as before. */
function keeps({ before, after }: Change, facts: (record: AnyRecord) => unknown): boolean {
  const now = new Map(recordsIn(after).map((record) => [record.id, record]));
  return recordsIn(before).every((record) => {
    const other = now.get(record.id);
    return other !== undefined && JSON.stringify(facts(record)) === JSON.stringify(facts(other));
  });
}

/** Whether no record has come that is of the kind. */
function addsNone({ before, after }: Change, isOfKind: (record: AnyRecord) => boolean): boolean {
  const known = new Set(recordsIn(before).map(({ id }) => id));
  return recordsIn(after).every((record) => known.has(record.id) || !isOfKind(record));
}

/** What checks of other records look at. */
const standing = (record: AnyRecord): unknown => [
  record.kind,
  record.kind === "source" || record.type,
  record.draft,
  record.formerIds,
  record.kind === "edge" && [record.date?.edtf, record.respondsTo],
];

/** What links of other records look at. */
const names = (record: AnyRecord): unknown => [standing(record), record.file, namesOf(record)];
const hasNames = (record: AnyRecord): boolean => namesOf(record).length + record.tags.length > 0;

const likeness = (record: AnyRecord): unknown => [names(record), record.tags];

/** What a record makes others used by. */
const uses = (record: AnyRecord): unknown => {
  const cited = record.kind === "source" ? record.derivedFrom : record.sources.map(({ source }) => source);
  const ends =
    record.kind === "edge" ? [record.from, record.to, record.about, record.attributedTo] : undefined;
  return [standing(record), cited, ends, record.body.match(/\[\^[^[\]\s]+\]/g)];
};
