/** A difference in one sentence, so that a maintainer sees at a glance what a change does. */
import { count } from "../shared/text.ts";
import { type Difference, isSame, KINDS, type Kind, type Single } from "./difference.ts";

export const NOUNS: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  edge: ["claim", "claims"],
  entity: ["entity", "entities"],
  source: ["source", "sources"],
  story: ["story", "stories"],
};

/** “1 claim changed, 1 source added; 1 claim now rests on no independent source”; “Nothing changes” where nothing does. */
export function summaryOf(difference: Difference): string {
  if (isSame(difference)) return "Nothing changes";
  const parts = [changesIn(difference), ...consequencesOf(difference)].filter((part) => part !== "");
  return parts.join("; ");
}

/** “1 claim changed, 2 entities and 1 source added”, the commonest first. */
function changesIn({ records, settings, files }: Difference): string {
  const counted = (verb: string, numberOf: (kind: Kind) => number): string => {
    const numbers = KINDS.flatMap((kind) => {
      const n = numberOf(kind);
      return n === 0 ? [] : [count(n, ...NOUNS[kind])];
    });
    return numbers.length === 0 ? "" : `${listed(numbers)} ${verb}`;
  };
  const plain = (singles: readonly Single[]): number =>
    singles.filter(({ because }) => because !== "unreadable").length;
  const unread = (singles: readonly Single[]): number => singles.length - plain(singles);
  const theme = files.filter(({ path }) => path.startsWith("theme/")).length;
  return [
    counted("changed", (kind) => records[kind].changed.length),
    counted("added", (kind) => plain(records[kind].added)),
    counted("removed", (kind) => plain(records[kind].removed)),
    counted("renamed", (kind) => records[kind].renamed.length),
    counted("no longer readable", (kind) => unread(records[kind].removed)),
    counted("readable again", (kind) => unread(records[kind].added)),
    ...["site.yml", "ontology.yml"].map((file) => {
      const keys = settings.filter((change) => change.file === file).length;
      return keys > 0 ? `${count(keys, "key")} of ${file} changed` : "";
    }),
    theme > 0 ? `${count(theme, "file")} of the theme changed` : "",
    files.length > theme ? `${count(files.length - theme, "picture")} changed` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** What follows for the graph, the gravest first. */
function consequencesOf(difference: Difference): string[] {
  const { head, statuses, support, superseded, threads, likely, problems } = difference;
  const groundless = support.filter(({ after }) => after === 0).length;
  const weaker = support.filter(({ before = 0, after }) => after > 0 && after < before).length;
  const stronger = support.filter(({ before, after }) => before !== undefined && after > before).length;
  const renamed = likely.filter(({ reason }) => reason === "renamed").length;
  const appeared = (severity: string) =>
    problems.appeared.filter((each) => each.severity === severity).length;
  const said: readonly (readonly [n: number, one: string, many: string])[] = [
    [groundless, "claim now rests on no independent source", "claims now rest on no independent source"],
    [weaker, "claim lost support", "claims lost support"],
    [stronger, "claim gained support", "claims gained support"],
    [statuses.length, "claim has another status", "claims have another status"],
    [superseded.now.length, "claim is superseded", "claims are superseded"],
    [superseded.noLonger.length, "claim is no longer superseded", "claims are no longer superseded"],
    [threads.cut.length, "thread falls apart", "threads fall apart"],
    [
      threads.dangling.length,
      "claim answers or is about what is not there",
      "claims answer or are about what is not there",
    ],
    [threads.joined.length, "thread grows together", "threads grow together"],
    [likely.length - renamed, "likely duplicate", "likely duplicates"],
    [renamed, "likely rename without its former id", "likely renames without their former ids"],
    [appeared("error"), "new error", "new errors"],
    [appeared("warning"), "new warning", "new warnings"],
    [problems.mended.length, "problem mended", "problems mended"],
  ];
  const parts = said.filter(([n]) => n > 0).map(([n, one, many]) => count(n, one, many));
  return head.errors === 0
    ? parts
    : [...parts, `${count(head.errors, "error")} in all, so nothing can be published`];
}
