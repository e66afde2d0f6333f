/** The list of claims that a filter and a window of time leave, and the way to the same on the network page. */
import { type Html, html, join } from "../shared/html.ts";
import type { Network, NetworkClaim } from "../shared/network.ts";
import { pagePath } from "../shared/paths.ts";
import { inOrderOfTime } from "../shared/periods.ts";
import { claimSentence } from "../shared/sentence.ts";
import { count } from "../shared/text.ts";
import { timeList } from "../shared/time-list.ts";
import { isWithin, type TimeWindow } from "../shared/timeline-picture.ts";
import { addressOf, dayText, PLAIN_VIEWPOINT } from "../shared/viewpoint.ts";
import type { CommonWords } from "../shared/words/words.ts";
import type { ClaimsFilter } from "./claims-filter.ts";

const WORDS = {
  found: (claims: string, of: number) => `${claims} of ${of.toLocaleString("en-GB")}.`,
  withoutDate: (claims: string) => `${claims} without a date left out.`,
  network: "On the network",
  none: "No claim passes.",
  more: (rest: string) => `Show more: there are ${rest}`,
  undated: "undated",
};

export interface Found {
  readonly network: Network;
  readonly filter: ClaimsFilter;
  /** The claims that pass the filter. */
  readonly passing: readonly NetworkClaim[];
  /** Undefined for all of time, the undated among it. */
  readonly window: TimeWindow | undefined;
  readonly root: string;
  readonly words: CommonWords;
}

/** The first `limit` of the claims, and a button where there are more. */
export function foundList({ network, filter, passing, window, root, words }: Found, limit: number): Html {
  const seen = window === undefined ? passing : passing.filter((claim) => isWithin(claim, window));
  const undated = window === undefined ? 0 : passing.filter(({ date }) => date === undefined).length;
  const groups = inOrderOfTime(seen);
  const sizes = new Map(groups.map(({ period, items }) => [period.id, items.length]));
  const shown = inOrderOfTime(groups.flatMap(({ items }) => items).slice(0, limit));
  const rest = seen.length - limit;
  const said =
    seen.length === 0 ? WORDS.none : WORDS.found(count(seen.length, "claim"), network.claims.length);
  return html`<p class="tally">${said}${undated > 0 && ` ${WORDS.withoutDate(count(undated, "claim"))}`}${seen.length > 0 && html` <a href="${root}${networkView(filter, window, network)}">${WORDS.network}</a>`}</p>
${timeList(shown, { language: words.locale, root, print: (claim) => claimItem(claim, root, words), sizeOf: ({ id }) => sizes.get(id) ?? 0 })}${rest > 0 && html`<p class="and-more"><button type="button" data-action="more">${WORDS.more(count(rest, "more claim"))}</button></p>`}`;
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
function claimItem(claim: NetworkClaim, root: string, words: CommonWords): Html {
  const link = (kind: "entity" | "edge", id: string, name: string) =>
    html`<a href="${root}${pagePath(kind, id)}"><bdi>${name}</bdi></a>`;
  const facts = [
    html`${claim.date?.words ?? WORDS.undated}`,
    claim.status !== "reported" && html`<span class="badge status-${claim.status}">${claim.status}</span>`,
    claim.attributedTo.length > 0 &&
      html`says ${join(
        claim.attributedTo.map(({ id, name }) => link("entity", id, name)),
        ", ",
      )}`,
    claim.respondsTo.length > 0 &&
      html`answers ${join(
        claim.respondsTo.slice(0, 10).map((other) => link("edge", other.id, claimSentence(other, words))),
        ", ",
      )}`,
  ].filter((fact) => fact !== false);
  return html`<li class="claim">
<p class="claim-sentence">${link("edge", claim.id, claimSentence(claim, words))}</p>
<p class="claim-facts">${join(facts, html` <span aria-hidden="true">·</span> `)}</p>
</li>
`;
}
