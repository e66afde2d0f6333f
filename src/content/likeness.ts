/** What is probably one thing written twice: entities of one name, tags of one word, and files that some systems confuse. */
import { FILE_START } from "../shared/diagnostic.ts";
import type { AnyRecord, Entity } from "../shared/records.ts";
import { compareText, fold } from "../shared/text.ts";
import type { YamlPath } from "./front-matter.ts";
import type { PlaceIn, Problems } from "./problems.ts";

/** Warns of names and tags that differ in nothing but case, accents, spaces and punctuation, or in nothing at all. */
export function checkLikeness(records: readonly AnyRecord[], at: PlaceIn, problems: Problems): void {
  checkNames(
    records.filter((record) => record.kind === "entity"),
    at,
    problems,
  );
  checkTags(records, at, problems);
}

/** “Li Shang-fu”, “LI SHANGFU” and “Lǐ Shàngfú” are alike. A name of nothing but signs is itself, without the space around it. */
export function likenessOf(name: string): string {
  const folded = fold(name);
  return folded.replace(/[\s\p{P}]+/gu, "") || folded || name.trim();
}

/** Warns of files whose paths are one on file systems that ignore case. */
export function checkFiles(files: Iterable<string>, problems: Problems): void {
  const first = new Map<string, string>();
  for (const file of files) {
    const key = file.normalize("NFC").toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, file);
    else
      problems.add(
        { file, ...FILE_START },
        {
          code: "similar-files",
          message: `many systems take this file and ${other} for one`,
          help: "rename one of the two",
        },
      );
  }
}

interface Naming {
  readonly entity: Entity;
  readonly name: string;
  readonly path: YamlPath;
}

function namingsOf(entity: Entity): Naming[] {
  return [
    { entity, name: entity.name, path: ["name"] },
    ...entity.aliases.map((name, i) => ({ entity, name, path: ["aliases", i] })),
  ];
}

function checkNames(entities: readonly Entity[], at: PlaceIn, problems: Problems): void {
  const first = new Map<string, Naming>();
  const told = new Set<string>();
  for (const naming of entities.flatMap(namingsOf)) {
    const key = likenessOf(naming.name);
    const other = first.get(key);
    if (other === undefined) first.set(key, naming);
    else if (other.entity !== naming.entity && !told.has(`${other.entity.id} ${naming.entity.id}`)) {
      told.add(`${other.entity.id} ${naming.entity.id}`);
      reportNames(naming, other, at, problems);
    }
  }
}

function reportNames(naming: Naming, other: Naming, at: PlaceIn, problems: Problems): void {
  const { entity, name, path } = naming;
  const areTwins =
    entity.type === other.entity.type && name === entity.name && other.name === other.entity.name;
  const otherPlace = at(other.entity, other.path);
  const related = [
    { file: otherPlace.file, ...problems.span(otherPlace), message: `“${other.name}” is here` },
  ];
  problems.add(
    at(entity, path),
    areTwins
      ? {
          code: "duplicate-entity",
          message: `“${name}” is probably the same ${entity.type} as “${other.entity.id}”`,
          help: "merge the two files, with the id that goes under formerIds, or tell the names apart",
          related,
        }
      : {
          code: "shared-name",
          message: `“${name}” is also a name of “${other.entity.id}”`,
          help: `tell the names apart, and link by id: [[${entity.id}]] or [[${other.entity.id}]]`,
          related,
        },
  );
}

function checkTags(records: readonly AnyRecord[], at: PlaceIn, problems: Problems): void {
  const spellings = new Map<string, Map<string, number>>();
  for (const tag of records.flatMap((record) => record.tags)) {
    const key = likenessOf(tag);
    const counts = spellings.get(key) ?? new Map<string, number>();
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
    spellings.set(key, counts);
  }
  for (const record of records) {
    for (const [i, tag] of record.tags.entries()) {
      const usual = usualOf(spellings.get(likenessOf(tag)));
      if (usual === undefined || usual === tag) continue;
      problems.add(at(record, ["tags", i]), {
        code: "tag-spelling",
        message: `the tag “${tag}” is written “${usual}” elsewhere`,
        help: `write ${usual}`,
      });
    }
  }
}

/** The spelling that most have; of equally many, the one in small letters, which comes last by code unit. */
function usualOf(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  if (counts === undefined || counts.size < 2) return undefined;
  const [usual] = [...counts].sort(([a, n], [b, m]) => m - n || compareText(b, a));
  return usual?.[0];
}
