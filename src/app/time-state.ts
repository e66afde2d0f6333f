/** What a reader has made of the page of all claims in time, as its address holds it. */
import type { TimeWindow } from "../shared/timeline-picture.ts";
import { daysIn, dayText } from "../shared/viewpoint.ts";
import { type ClaimsFilter, filterIn, isFiltering, putFilter } from "./claims-filter.ts";

export interface TimeState {
  readonly filter: ClaimsFilter;
  /** What the address asks for, infinite where it leaves an end out; undefined for all of time. */
  readonly window?: TimeWindow;
}

/** Reads the `search` of an address; a day that is none is left out. */
export function stateIn(search: string): TimeState {
  const parameters = new URLSearchParams(search);
  const [from, to] = ["from", "to"].map((key) => daysIn(parameters.get(key) ?? ""));
  const window =
    from === undefined && to === undefined
      ? undefined
      : { first: from?.first ?? Number.NEGATIVE_INFINITY, last: to?.last ?? Number.POSITIVE_INFINITY };
  return { filter: filterIn(parameters), window };
}

/** `?from=2023-01-01&to=2023-06-30&type=sanction`; empty where all is as it was. */
export function addressOf({ filter, window }: TimeState): string {
  const parameters = new URLSearchParams();
  if (window !== undefined && Number.isFinite(window.first)) parameters.set("from", dayText(window.first));
  if (window !== undefined && Number.isFinite(window.last)) parameters.set("to", dayText(window.last));
  if (isFiltering(filter)) putFilter(parameters, filter);
  return parameters.size === 0 ? "" : `?${parameters}`;
}
