/** What was added to the content, changed and removed, by day, newest first, as git has it. */
import { type Beginning, COMMITS_LIMIT, type Commit, type NoHistory } from "../../content/history.ts";
import { type Html, html } from "../../shared/html.ts";
import { storyPath } from "../../shared/paths.ts";
import { count, isId } from "../../shared/text.ts";
import { dayInWords, dayOf, historyOf, recordsByFile } from "../history.ts";
import { oncePerSite } from "../once.ts";
import { rootFrom } from "../page.ts";
import { linkTo } from "../parts/claim.ts";
import { authorName, CHANGES, dayTime } from "../parts/last-changed.ts";
import { overviewPage } from "../parts/overview.ts";
import { type Part, pager, partsOf } from "../parts/pager.ts";
import { repositoryPages } from "../repository.ts";
import type { Site } from "../site.ts";

type Action = "added" | "changed" | "renamed" | "removed";

const WORDS = {
  title: "Changes",
  summary: "What was added here, corrected and removed, by day, newest first, as git recorded it.",
  total: (commits: number) => ` ${count(commits, "commit")}.`,
  part: (number: number, of: number) => ` Part ${number} of ${of}.`,
  continued: " (continued)",
  actions: { added: "Added", changed: "Changed", renamed: "Renamed", removed: "Removed" },
  kinds: { entities: "entity", edges: "claim", sources: "source", stories: "story" } as Record<
    string,
    string
  >,
  formerly: (name: Html) => html`formerly ${name}`,
  removedSince: "removed since",
  more: (n: number) => `And ${count(n, "more", "more")}.`,
  commit: (id: string) => `commit ${id}`,
  wordless: "Without a word",
  none: "No record has been committed yet.",
  begins: {
    shallow: (day: Html) =>
      html`The history begins on ${day}: this site was made from a clone that has nothing older. A whole one shows all of it (<code>git fetch --unshallow</code>; in GitHub Actions <code>fetch-depth: 0</code>).`,
    limit: (day: Html) =>
      html`The history begins on ${day}: only the last ${COMMITS_LIMIT.toLocaleString("en-GB")} commits are listed.`,
  } satisfies Record<Beginning["because"], (day: Html) => Html>,
  missing: {
    "not-installed": html`There is no history, because git was not there where this site was made: install it, and build again.`,
    "no-repository": html`There is no history, because the content is in no git repository: <code>git init</code> makes one, and <code>git commit</code> begins its history.`,
    "no-commits": html`There is no history yet: it begins with the first <code>git commit</code>.`,
    "not-trusted": html`There is no history, because the content belongs to another user than the one who built this site, and git does not trust it: <code>git config --global --add safe.directory</code> and the folder of the repository says that it may.`,
    "too-slow": html`There is no history, because git took too long to tell it.`,
    failed: html`There is no history, because git could not read it: <code>git fsck</code> in the content folder may say why.`,
  } satisfies Record<NoHistory["missing"], Html>,
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
  return overviewPage(site, {
    address: part.address,
    title: WORDS.title,
    summary:
      WORDS.summary +
      (total > 0 ? WORDS.total(total) : "") +
      (part.of > 1 ? WORDS.part(part.number, part.of) : ""),
    part: part.number,
    body: html`${whatIsMissing(site, history)}${[...days].map(
      ([day, commits]) => html`<section class="changes" aria-labelledby="day-${day}">
<h2 id="day-${day}">${dayTime(site, day)}${isRest(day) && WORDS.continued}</h2>
<ul>
${commits.map((listed) => commitItem(site, listed, root))}</ul>
</section>
`,
    )}${pager(site, part, root)}`,
  });
}

function whatIsMissing(site: Site, history: Site["history"]): Html | false {
  if (history === undefined || "missing" in history)
    return html`<p class="notice">${WORDS.missing[history?.missing ?? "no-repository"]}</p>\n`;
  const { begins } = history;
  if (begins !== undefined)
    return html`<p class="notice">${WORDS.begins[begins.because](html`${dayInWords(site, dayOf(begins.time))}`)}</p>\n`;
  return listedCommits(site).length === 0 && html`<p class="empty">${WORDS.none}</p>\n`;
}

function commitItem(site: Site, { commit, items }: ListedCommit, root: string): Html {
  const address = repositoryPages(site.content.settings.repository)?.commit(commit.id);
  const shown = items.slice(0, RECORDS_LIMIT);
  const actions = (["added", "changed", "renamed", "removed"] as const).filter((action) =>
    shown.some((item) => item.action === action),
  );
  return html`<li class="change">
<p class="change-subject">${commit.subject === "" ? WORDS.wordless : html`<bdi>${commit.subject}</bdi>`}</p>
<p class="claim-facts">${authorName(commit.author)}${address !== undefined && html` <span aria-hidden="true">·</span> <a href="${address}" rel="external nofollow noopener">${WORDS.commit(commit.id.slice(0, 7))}</a>`}</p>
<dl>
${actions.map(
  (action) =>
    html`<div><dt>${WORDS.actions[action]}</dt>${shown
      .filter((item) => item.action === action)
      .map((item) => html`<dd>${changedRecord(site, item, root)}</dd>`)}</div>\n`,
)}</dl>
${items.length > RECORDS_LIMIT && html`<p class="and-more">${WORDS.more(items.length - RECORDS_LIMIT)}</p>\n`}</li>
`;
}

/** A link to the page of the record under its name of today; what is gone has nothing but the name of its file. */
function changedRecord(site: Site, { action, path, formerPath, file }: ListedChange, root: string): Html {
  const record = file === undefined ? undefined : recordsByFile(site).get(file);
  const notes = [
    WORDS.kinds[path.split("/")[0] ?? ""],
    formerPath !== undefined &&
      isId(nameOf(formerPath)) &&
      WORDS.formerly(html`<bdi>${nameOf(formerPath)}</bdi>`),
    record === undefined && action !== "removed" && WORDS.removedSince,
  ].filter((note) => note !== undefined && note !== false);
  const name =
    record === undefined
      ? html`<bdi>${nameOf(path)}</bdi>`
      : "kind" in record
        ? linkTo(site, record, root)
        : html`<a href="${root}${storyPath(record.id)}"><bdi>${record.title}</bdi></a>`;
  return html`${name} <span class="change-note">${notes.map((note, i) => html`${i > 0 && ", "}${note}`)}</span>`;
}

const nameOf = (path: string): string => path.replace(/^.*\//, "").replace(/\.md$/, "");
