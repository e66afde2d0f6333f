/** The list of claims that a filter and a window of time leave, and the way to the same on the network page. */
import { type Html, html, join } from "../shared/html.ts";
import type { Network, NetworkClaim } from "../shared/network.ts";
import { pagePath } from "../shared/paths.ts";
import { inOrderOfTime } from "../shared/periods.ts";
import { claimSentence } from "../shared/sentence.ts";
import { timeList } from "../shared/time-list.ts";
import { isWithin, type TimeWindow } from "../shared/timeline-picture.ts";
import { addressOf, dayText, PLAIN_VIEWPOINT } from "../shared/viewpoint.ts";
import type { ListWords } from "../shared/words/words.ts";
import type { ClaimsFilter } from "./claims-filter.ts";

export interface Found {
  readonly network: Network;
  readonly filter: ClaimsFilter;
  /** The claims that pass the filter. */
  readonly passing: readonly NetworkClaim[];
  /** Undefined for all of time, the undated among it. */
  readonly window: TimeWindow | undefined;
  readonly root: string;
  readonly words: ListWords;
}

/** The first `limit` of the claims, and a button where there are more. */
export function foundList({ network, filter, passing, window, root, words }: Found, limit: number): Html {
  const seen = window === undefined ? passing : passing.filter((claim) => isWithin(claim, window));
  const undated = window === undefined ? 0 : passing.filter(({ date }) => date === undefined).length;
  const groups = inOrderOfTime(seen);
  const sizes = new Map(groups.map(({ period, items }) => [period.id, items.length]));
  const shown = inOrderOfTime(groups.flatMap(({ items }) => items).slice(0, limit));
  const rest = seen.length - limit;
  const { say, messages } = words;
  const { common, lists } = messages;
  const found =
    seen.length === 0 ? lists.none : say(lists.found, { n: seen.length, all: network.claims.length });
  const said = undated > 0 ? say(lists.withoutDate, { found, n: undated }) : found;
  return html`<p class="tally">${said}${seen.length > 0 && html` <a href="${root}${networkView(filter, window, network)}">${lists.onNetwork}</a>`}</p>
${timeList(shown, { words, root, print: (claim) => claimItem(claim, root, words), sizeOf: ({ id }) => sizes.get(id) ?? 0 })}${rest > 0 && html`<p class="and-more"><button type="button" data-action="more">${say(common.moreClaims, { n: rest })}</button></p>`}`;
}

/** The same claims on the network page: what the filter leaves out is hidden there. Words have no place in its address. */
function networkView(filter: ClaimsFilter, window: TimeWindow | undefined, network: Network): string {
  const others = (ids: readonly string[], chosen: string) =>
    chosen === "" ? [] : [...new Set(ids)].filter((id) => id !== chosen).sort();
  return addressOf({
    ...PLAIN_VIEWPOINT,
    ...(window && { from: dayText(window.first), to: dayText(window.last), undated: false }),
    hideClaims: others(
      network.edgeTypes.map(({ id }) => id),
      filter.type,
    ),
    hideStatus: others(
      network.claims.map(({ status }) => status),
      filter.status,
    ),
  });
}

/** A claim as the list without a script has it. */
function claimItem(claim: NetworkClaim, root: string, words: ListWords): Html {
  const link = (kind: "entity" | "edge", id: string, name: string) =>
    html`<a href="${root}${pagePath(kind, id)}"><bdi>${name}</bdi></a>`;
  const { common } = words.messages;
  const facts = [
    html`${claim.date?.words ?? common.undated}`,
    claim.status !== "reported" &&
      html`<span class="badge status-${claim.status}">${common.status[claim.status]}</span>`,
    claim.attributedTo.length > 0 &&
      words.mark(common.says, {
        names: words.listed(claim.attributedTo.map(({ id, name }) => link("entity", id, name))),
      }),
    claim.respondsTo.length > 0 &&
      words.mark(common.answers, {
        claims: words.listed(
          claim.respondsTo.slice(0, 10).map((other) => link("edge", other.id, claimSentence(other, words))),
        ),
      }),
  ].filter((fact) => fact !== false);
  return html`<li class="claim">
<p class="claim-sentence">${link("edge", claim.id, claimSentence(claim, words))}</p>
<p class="claim-facts">${join(facts, html` <span aria-hidden="true">·</span> `)}</p>
</li>
`;
}
