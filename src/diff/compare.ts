/** Two contents → what is different. Pure: the same two give the same value. */
import { supersededClaims } from "../graph/build.ts";
import type { AnyRecord, Content, Edge, Story } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import type {
  Changed,
  Difference,
  MapChange,
  Named,
  RecordChanges,
  Renamed,
  Side,
  SideFacts,
  Single,
  StatusChange,
} from "./difference.ts";
import { fieldChanges } from "./fields.ts";
import { likelyDuplicates } from "./likely.ts";
import { type Namer, namerOf } from "./named.ts";
import { heirOf, type Pairing, type Pairs, pairContents } from "./pairing.ts";
import { problemChanges } from "./problems.ts";
import { fileChanges, keyChanges } from "./settings.ts";
import { supportChanges } from "./support.ts";
import { threadChanges } from "./threads.ts";

/** Compares two sides, which may hold mistakes. Every list is sorted, in the order of ids where nothing else is said. */
export function compare(base: Side, head: Side, map?: MapChange): Difference {
  const pairing = pairContents(base.content, head.content);
  const names = { base: namerOf(base.content), head: namerOf(head.content) };
  const sides = { base, head, names, idInHead: pairing.idInHead };
  const files = filesInHead(pairing);
  return {
    base: factsOf(base),
    head: factsOf(head),
    records: {
      edge: changesOf(pairing.edge, sides),
      entity: changesOf(pairing.entity, sides),
      source: changesOf(pairing.source, sides),
      story: changesOf(pairing.story, sides),
    },
    statuses: statusChanges(pairing.edge, names.head),
    support: supportChanges(base.content, head.content, pairing, names.head),
    superseded: supersededChanges(base.content, head.content, pairing, names.head),
    threads: threadChanges(base.content, head.content, pairing, names.head),
    likely: likelyDuplicates(head.content, pairing, names),
    problems: problemChanges(base.diagnostics, head.diagnostics, (file) => files.get(file) ?? file),
    settings: keyChanges(base, head),
    files: fileChanges(base, head),
    ...(map !== undefined && { map }),
  };
}

function factsOf({ label, content, diagnostics }: Side): SideFacts {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return {
    label,
    entities: content.entities.length,
    claims: content.edges.length,
    sources: content.sources.length,
    stories: content.stories.length,
    errors,
    warnings: diagnostics.length - errors,
  };
}

interface Sides {
  readonly base: Side;
  readonly head: Side;
  readonly names: { readonly base: Namer; readonly head: Namer };
  readonly idInHead: (id: string) => string;
}

function changesOf<T extends AnyRecord | Story>(pairs: Pairs<T>, sides: Sides): RecordChanges {
  const { base, head, names, idInHead } = sides;
  const renamed = pairs.both
    .filter((pair) => pair.base.id !== pair.head.id)
    .map((pair): Renamed => ({ ...names.head(pair.head), formerId: pair.base.id }));
  const changed = pairs.both.flatMap((pair): Changed[] => {
    const fields = fieldChanges(pair.base, pair.head, idInHead);
    return fields.length === 0 ? [] : [{ ...names.head(pair.head), fields }];
  });
  const [inBase, inHead] = [reasonsIn(base), reasonsIn(head)];
  return {
    added: pairs.onlyHead.map((record) => singleOf(record, names.head, inBase, base.content)).sort(byId),
    removed: pairs.onlyBase.map((record) => singleOf(record, names.base, inHead, head.content)).sort(byId),
    renamed: renamed.sort(byId),
    changed: changed.sort(byId),
  };
}

const byId = (a: Named, b: Named): number => compareText(a.id, b.id);

function singleOf(
  record: AnyRecord | Story,
  nameOf: Namer,
  reasonFor: (file: string) => Single["because"],
  other: Content,
): Single {
  const because = reasonFor(record.file);
  const heir = "formerIds" in record ? heirOf(record, other) : undefined;
  return {
    ...nameOf(record),
    ...(because !== undefined && { because }),
    ...(heir !== undefined && { partOf: heir.id }),
  };
}

/** Why a side that has the file of a record may not have the record. */
function reasonsIn({ folder, diagnostics, content }: Side): (file: string) => Single["because"] {
  const broken = new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ file }) => file));
  const read = new Set([...content.byId.values(), ...content.stories].map(({ file }) => file));
  const passedOver = new Set(folder.passedOver.map(({ path }) => path));
  return (file) => {
    if (!folder.texts.has(file) && !passedOver.has(file)) return undefined;
    if (read.has(file)) return undefined;
    return broken.has(file) ? "unreadable" : "draft";
  };
}

function statusChanges({ both }: Pairs<Edge>, nameOf: Namer): StatusChange[] {
  return both.flatMap(({ base, head }) =>
    base.status === head.status ? [] : [{ ...nameOf(head), before: base.status, after: head.status }],
  );
}

function supersededChanges(
  base: Content,
  head: Content,
  { edge }: Pairing,
  nameOf: Namer,
): Difference["superseded"] {
  const [before, after] = [supersededClaims(base.edges), supersededClaims(head.edges)];
  const named = (isSuperseded: (pair: (typeof edge.both)[number]) => boolean): Named[] =>
    edge.both.filter(isSuperseded).map((pair) => nameOf(pair.head));
  return {
    now: named((pair) => !before.has(pair.base.id) && after.has(pair.head.id)),
    noLonger: named((pair) => before.has(pair.base.id) && !after.has(pair.head.id)),
  };
}

/** Where the files of the base have gone, as far as their records are there. */
function filesInHead({ entity, edge, source, story }: Pairing): Map<string, string> {
  // An edge in its entity’s file may have moved to one of its own: the entity says where the file is.
  const pairs = [...edge.both, ...source.both, ...story.both, ...entity.both];
  return new Map(pairs.map(({ base, head }) => [base.file, head.file]));
}
