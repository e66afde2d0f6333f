/** A difference → the sections of its Markdown, the gravest first: each a title and rows of one or more lines. */
import type { Diagnostic } from "../shared/diagnostic.ts";
import { count } from "../shared/text.ts";
import {
  type Difference,
  KINDS,
  type Kind,
  type Likely,
  type Named,
  type Single,
  type SupportChange,
  type ThreadChange,
} from "./difference.ts";
import { fieldRows, valueWords } from "./field-rows.ts";
import { code } from "./quoted.ts";
import { NOUNS } from "./summary.ts";

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** The lines of an item of a list. */
export type Row = readonly string[];

/** Sections without rows are left out. */
export function sectionsOf(difference: Difference): Section[] {
  const { statuses, support, superseded, threads, likely, problems, settings, files } = difference;
  const all: readonly Section[] = [
    {
      title: "Status",
      rows: statuses.map((each) => [`${item(each)}: ${code(each.before)} → ${code(each.after)}`]),
    },
    { title: "Support", rows: support.map(supportRow) },
    { title: "Superseded now", rows: superseded.now.map((each) => [item(each)]) },
    { title: "No longer superseded", rows: superseded.noLonger.map((each) => [item(each)]) },
    {
      title: "Leads nowhere",
      rows: threads.dangling.map((each) => [
        `${item(each)}: ${code(each.key)} names ${code(each.to)}, which is not there`,
      ]),
    },
    { title: "Threads that fall apart", rows: threads.cut.map((each) => threadRow(each, "without")) },
    { title: "Threads that grow together", rows: threads.joined.map((each) => threadRow(each, "through")) },
    { title: "Likely duplicates and renames", rows: likely.map(likelyRow) },
    { title: "New problems", rows: problems.appeared.map(problemRow) },
    { title: "Mended problems", rows: problems.mended.map(problemRow) },
    ...KINDS.flatMap((kind) => recordSections(kind, difference)),
    {
      title: "Settings and ontology",
      rows: settings.map((each) => [`- ${code(each.file)} ${code(each.key)}: ${valueWords(each)}`]),
    },
    { title: "Theme and pictures", rows: files.map(({ path, action }) => [`- ${code(path)} ${action}`]) },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

const item = ({ title, id }: Named): string =>
  title === id ? `- ${code(id)}` : `- ${code(title)} (${code(id)})`;

function recordSections(kind: Kind, { records }: Difference): Section[] {
  const { changed, added, removed, renamed } = records[kind];
  const [, many] = NOUNS[kind];
  const title = `${many.charAt(0).toUpperCase()}${many.slice(1)}`;
  return [
    { title: `${title} changed`, rows: changed.map((each) => [item(each), ...fieldRows(each.fields)]) },
    { title: `${title} added`, rows: added.map((each) => [item(each) + aside(each, "added")]) },
    { title: `${title} removed`, rows: removed.map((each) => [item(each) + aside(each, "removed")]) },
    {
      title: `${title} renamed`,
      rows: renamed.map((each) => [`${item(each)}, formerly ${code(each.formerId)}`]),
    },
  ];
}

const ASIDES = {
  added: { unreadable: ": could not be read before", draft: ": was a draft before" },
  removed: {
    unreadable: ": its file is there, and cannot be read",
    draft: ": its file is there, as a draft",
  },
} as const;

function aside({ because, partOf }: Single, action: keyof typeof ASIDES): string {
  if (partOf !== undefined)
    return action === "removed" ? `: is part of ${code(partOf)} now` : `: was part of ${code(partOf)}`;
  return because === undefined ? "" : ASIDES[action][because];
}

function supportRow(change: SupportChange): Row {
  const { before, after, lost, gained } = change;
  const sources = (ids: readonly string[]): string =>
    ids
      .slice(0, 10)
      .map((id) => code(id))
      .join(", ");
  const number = count(after, "independent source");
  const was = before === undefined ? `${number}, and new` : `${before} → ${number}`;
  const why = [gained.length > 0 && `+ ${sources(gained)}`, lost.length > 0 && `− ${sources(lost)}`].filter(
    Boolean,
  );
  return [`${item(change)}: ${was}${why.length > 0 ? ` (${why.join(", ")})` : ""}`];
}

function threadRow({ between, pieces }: ThreadChange, by: string): Row {
  const ids = (claims: readonly string[]): string =>
    [
      ...claims.slice(0, 10).map((id) => code(id)),
      ...(claims.length > 10 ? [`… and ${claims.length - 10} more`] : []),
    ].join(", ");
  return [
    `- ${count(pieces.length, "piece")}${between.length > 0 ? `, ${by} ${ids(between)}` : ""}`,
    ...pieces.slice(0, 10).map((claims) => `  - ${ids(claims)}`),
    ...(pieces.length > 10 ? [`  - … and ${count(pieces.length - 10, "more piece")}`] : []),
  ];
}

const REASONS: Readonly<Record<Likely["reason"], string>> = {
  "same-name": "has the same name as",
  "similar-name": "has nearly the same name as",
  "same-claim": "says the same as",
  "same-address": "is read at the same address as",
  "same-title": "has the same title as",
  renamed: "is perhaps what was removed as",
};

function likelyRow(likely: Likely): Row {
  const { other, reason } = likely;
  const way = reason === "renamed" ? `; if so, give it ${code(`formerIds: [${other.id}]`)}` : "";
  return [`${item(likely)} ${REASONS[reason]} ${item(other).slice(2)}${way}`];
}

function problemRow({ file, line, severity, code: name, message, help }: Diagnostic): Row {
  return [
    `- ${severity} ${code(name)} in ${code(`${file}:${line}`)}: ${code(message, 400)}`,
    ...(help === undefined ? [] : [`  - ${code(help, 400)}`]),
  ];
}
