/** All claims in time: a drawing, and below it a list by year and month. A script zooms and narrows both. */
import { dayInWords } from "../../shared/calendar.ts";
import { type Html, html } from "../../shared/html.ts";
import type { Network, NetworkClaim } from "../../shared/network.ts";
import { oncePer } from "../../shared/once.ts";
import { TIMELINE, TIMELINE_SCRIPT } from "../../shared/paths.ts";
import { type Group, inOrderOfTime, type Period, periodOf } from "../../shared/periods.ts";
import { periodFragment, timeList } from "../../shared/time-list.ts";
import { assetPath } from "../assets.ts";
import { rootFrom } from "../page.ts";
import { claimItem } from "../parts/claim.ts";
import { overviewPage } from "../parts/overview.ts";
import { PART_SIZE, type Part, pager, partAt } from "../parts/pager.ts";
import { leftOut } from "../parts/standing.ts";
import { timeDrawing } from "../parts/time-drawing.ts";
import { wordsBlock } from "../parts/words-block.ts";
import type { Site } from "../site.ts";

interface Timeline {
  /** Oldest first; at the end those that cover more than a year, and the undated. */
  readonly claims: readonly NetworkClaim[];
  readonly groups: readonly Group<NetworkClaim>[];
}

export const timelineOf = oncePer(({ claims }: Network): Timeline => {
  const groups = inOrderOfTime(claims);
  return { groups, claims: groups.flatMap(({ items }) => items) };
});

export function timelinePage(site: Site, network: Network, part: Part<NetworkClaim>): string {
  const timeline = timelineOf(network);
  const root = rootFrom(part.address);
  const total = network.claims.length;
  const { messages, say } = site.words;
  const { common, parts, shell, timeline: said } = messages;
  const isFirst = part.number === 1;
  return overviewPage(site, {
    name: "timeline",
    address: part.address,
    title: shell.timeline,
    summary: say(said.summary, { claims: say(common.claims, { n: total }) }),
    section: "edges",
    isWide: true,
    part: part.number,
    head:
      isFirst && total > 0
        ? html`${wordsBlock(site, ["common", "lists"])}<script type="module" src="${root}${assetPath(site, TIMELINE_SCRIPT)}"></script>\n`
        : undefined,
    body:
      total === 0
        ? html`<p class="empty">${parts.noClaims}</p>\n`
        : html`${leftOut(site, root)}${
            isFirst
              ? (timeDrawing(site, network, root) ?? html`<p class="empty">${said.noDates}</p>\n`)
              : html`<p class="measure"><a href="${root}${TIMELINE}">${said.onFirst}</a></p>\n`
          }<div class="time-list">
${yearLinks(site, timeline, part, root)}${list(site, timeline, part, root)}${pager(site, part, root)}</div>
`,
  });
}

function list(site: Site, timeline: Timeline, part: Part<NetworkClaim>, root: string): Html {
  const sizes = new Map(timeline.groups.map(({ period, items }) => [period.id, items.length]));
  const before = timeline.claims[(part.number - 1) * PART_SIZE - 1];
  return timeList(inOrderOfTime(part.items), {
    words: site.words,
    root,
    print: ({ id }) => {
      const record = site.content.byId.get(id);
      return record?.kind === "edge" ? claimItem(site, record, root) : html``;
    },
    sizeOf: ({ id }) => sizes.get(id) ?? 0,
    continues: before && periodOf(before).id,
  });
}

const YEARS_LIMIT = 60;

/** Where each year begins; of many years, those with which a part of the list begins. */
function yearLinks(site: Site, timeline: Timeline, part: Part<NetworkClaim>, root: string): Html | false {
  const starts = yearsOf(timeline);
  if (starts.length < 2) return false;
  const isShort = starts.length <= YEARS_LIMIT;
  const shown = isShort
    ? starts
    : starts.filter(({ at }, i) => partWith(at) !== partWith(starts[i - 1]?.at ?? -1));
  const { locale, messages, number, say } = site.words;
  const { lists, timeline: said } = messages;
  const name = ({ kind, first }: Period) =>
    kind === "years"
      ? lists.periods.years
      : kind === "undated"
        ? lists.periods.undated
        : isShort
          ? dayInWords(first, "year", locale)
          : say(said.from, { year: dayInWords(first, "year", locale) });
  const link = (period: Period, at: number) => {
    const here = partWith(at) === part.number;
    const page = here ? "" : root + partAt(TIMELINE, partWith(at));
    return html`${page}#${periodFragment(period.year ?? period.id)}`;
  };
  return html`<nav class="time-years" aria-label="${said.years}">
<ul>
${shown.map(({ period, at, size }) => html`<li><a href="${link(period, at)}">${name(period)}</a>${isShort && html` <span class="tally">${number(size)}</span>`}</li>\n`)}</ul>
</nav>
`;
}

const partWith = (at: number): number => Math.floor(at / PART_SIZE) + 1;

interface YearStart {
  readonly period: Period;
  /** The place of its first claim in the whole list. */
  readonly at: number;
  readonly size: number;
}

function yearsOf({ groups }: Timeline): YearStart[] {
  const years = new Map<string, YearStart>();
  let at = 0;
  for (const { period, items } of groups) {
    const key = period.year ?? period.id;
    const known = years.get(key);
    years.set(key, {
      period: known?.period ?? period,
      at: known?.at ?? at,
      size: (known?.size ?? 0) + items.length,
    });
    at += items.length;
  }
  return [...years.values()];
}
