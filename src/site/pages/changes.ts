/** What was added to the content, changed and removed, by day, newest first, as git has it. */
import { COMMITS_LIMIT, type Commit } from "../../content/history.ts";
import { type Html, html, join } from "../../shared/html.ts";
import { storyPath } from "../../shared/paths.ts";
import { isId } from "../../shared/text.ts";
import { repositoryOf } from "../editor.ts";
import { dayInWords, dayOf, historyOf, recordsByFile } from "../history.ts";
import { oncePerSite } from "../once.ts";
import { rootFrom } from "../page.ts";
import { linkTo } from "../parts/claim.ts";
import { authorName, CHANGES, dayTime } from "../parts/last-changed.ts";
import { overviewPage } from "../parts/overview.ts";
import { type Part, pager, partsOf, summaryOfPart } from "../parts/pager.ts";
import type { Site } from "../site.ts";

type Action = "added" | "changed" | "renamed" | "removed";

/** What stands in the messages as it is typed. */
const CODE = {
  init: html`<code>git init</code>`,
  commit: html`<code>git commit</code>`,
  config: html`<code>git config --global --add safe.directory</code>`,
  fsck: html`<code>git fsck</code>`,
  command: html`<code>git fetch --unshallow</code>`,
  setting: html`<code>fetch-depth: 0</code>`,
};

/** Commits on a page, and records of one: those of an import are as many as there are files. */
const COMMITS_PER_PART = 100;
const RECORDS_LIMIT = 12;

interface ListedCommit {
  readonly commit: Commit;
  readonly items: readonly ListedChange[];
}

interface ListedChange {
  readonly action: Action;
  readonly path: string;
  readonly formerPath?: string;
  readonly file: string | undefined;
}

/**
 * Without what readers do not see: drafts, files that were moved to another folder, names that never named a record, and
 * commits with nothing else.
 */
const listedCommits = oncePerSite((site): readonly ListedCommit[] => {
  const records = recordsByFile(site);
  return (historyOf(site)?.commits ?? []).flatMap((commit) => {
    const items = commit.changes.filter(
      ({ path, formerPath, file }) =>
        (file === undefined ? isId(nameOf(path)) : records.has(file)) &&
        (formerPath === undefined || nameOf(formerPath) !== nameOf(path)),
    );
    return items.length === 0 ? [] : [{ commit, items }];
  });
});

/** The list of changes in parts. */
export function changesParts(site: Site): Part<ListedCommit>[] {
  return partsOf(listedCommits(site), CHANGES, COMMITS_PER_PART);
}

export function changesPage(site: Site, part: Part<ListedCommit>): string {
  const root = rootFrom(part.address);
  const total = listedCommits(site).length;
  const { history } = site;
  const days = new Map<string, ListedCommit[]>();
  for (const listed of part.items) {
    const day = dayOf(listed.commit.time);
    const commits = days.get(day);
    if (commits === undefined) days.set(day, [listed]);
    else commits.push(listed);
  }
  const before = listedCommits(site)[(part.number - 1) * COMMITS_PER_PART - 1];
  const isRest = (day: string) => before !== undefined && dayOf(before.commit.time) === day;
  const { messages, say, mark } = site.words;
  const { shell, changes: said } = messages;
  const summary = total > 0 ? say(said.counted, { summary: said.summary, n: total }) : said.summary;
  return overviewPage(site, {
    name: "changes",
    address: part.address,
    title: shell.changes,
    summary: summaryOfPart(site, summary, part),
    part: part.number,
    body: html`${whatIsMissing(site, history)}${[...days].map(
      ([day, commits]) => html`<section class="changes" aria-labelledby="day-${day}">
<h2 id="day-${day}">${isRest(day) ? mark(said.continued, { day: dayTime(site, day) }) : dayTime(site, day)}</h2>
<ul>
${commits.map((listed) => commitItem(site, listed, root))}</ul>
</section>
`,
    )}${pager(site, part, root)}`,
  });
}

function whatIsMissing(site: Site, history: Site["history"]): Html | false {
  const { messages, mark } = site.words;
  const { changes: said } = messages;
  if (history === undefined || "missing" in history)
    return html`<p class="notice">${mark(said.missing[history?.missing ?? "no-repository"], CODE)}</p>\n`;
  const { begins } = history;
  if (begins !== undefined)
    return html`<p class="notice">${mark(said[begins.because], { ...CODE, day: dayInWords(site, dayOf(begins.time)), n: COMMITS_LIMIT })}</p>\n`;
  return listedCommits(site).length === 0 && html`<p class="empty">${said.none}</p>\n`;
}

function commitItem(site: Site, { commit, items }: ListedCommit, root: string): Html {
  const address = repositoryOf(site).pages?.commit(commit.id);
  const { messages, say } = site.words;
  const { parts, changes: said } = messages;
  const shown = items.slice(0, RECORDS_LIMIT);
  const actions = (["added", "changed", "renamed", "removed"] as const).filter((action) =>
    shown.some((item) => item.action === action),
  );
  return html`<li class="change">
<p class="change-subject">${commit.subject === "" ? said.wordless : html`<bdi>${commit.subject}</bdi>`}</p>
<p class="claim-facts">${authorName(site, commit.author)}${address !== undefined && html` <span aria-hidden="true">·</span> <a href="${address}" rel="external nofollow noopener">${say(said.commit, { id: commit.id.slice(0, 7) })}</a>`}</p>
<dl>
${actions.map(
  (action) =>
    html`<div><dt>${said.actions[action]}</dt>${shown
      .filter((item) => item.action === action)
      .map((item) => html`<dd>${changedRecord(site, item, root)}</dd>`)}</div>\n`,
)}</dl>
${items.length > RECORDS_LIMIT && html`<p class="and-more">${say(parts.andMore, { n: items.length - RECORDS_LIMIT })}</p>\n`}</li>
`;
}

/** A link to the page of the record under its name of today; what is gone has nothing but the name of its file. */
function changedRecord(site: Site, { action, path, formerPath, file }: ListedChange, root: string): Html {
  const record = file === undefined ? undefined : recordsByFile(site).get(file);
  const { messages, mark } = site.words;
  const { parts, changes: said } = messages;
  const kinds: Readonly<Record<string, string>> = said.kinds;
  const notes = [
    kinds[path.split("/")[0] ?? ""],
    formerPath !== undefined &&
      isId(nameOf(formerPath)) &&
      mark(said.formerly, { name: html`<bdi>${nameOf(formerPath)}</bdi>` }),
    record === undefined && action !== "removed" && said.removedSince,
  ].filter((note) => note !== undefined && note !== false);
  const name =
    record === undefined
      ? html`<bdi>${nameOf(path)}</bdi>`
      : "kind" in record
        ? linkTo(site, record, root)
        : html`<a href="${root}${storyPath(record.id)}"><bdi>${record.title}</bdi></a>`;
  return html`${name} <span class="change-note">${join(notes, parts.comma)}</span>`;
}

const nameOf = (path: string): string => path.replace(/^.*\//, "").replace(/\.md$/, "");
