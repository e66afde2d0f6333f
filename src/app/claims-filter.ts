/** What narrows the claims on the pages of all claims: words, a type, a status; in the fields and in the address. */
import type { NetworkClaim } from "../shared/network.ts";
import { claimSentence } from "../shared/sentence.ts";
import { fold } from "../shared/text.ts";
import type { CommonWords } from "../shared/words/words.ts";

/** An empty text stands for “any”. */
export interface ClaimsFilter {
  readonly text: string;
  readonly type: string;
  readonly status: string;
}

export const NO_FILTER: ClaimsFilter = { text: "", type: "", status: "" };

export const isFiltering = ({ text, type, status }: ClaimsFilter): boolean =>
  fold(text) !== "" || type !== "" || status !== "";

/** Reads the filter in the parameters of an address. */
export function filterIn(parameters: URLSearchParams): ClaimsFilter {
  const get = (key: string) => parameters.get(key) ?? "";
  return { text: get("text"), type: get("type"), status: get("status") };
}

/** Puts the filter into the parameters of an address. */
export function putFilter(parameters: URLSearchParams, filter: ClaimsFilter): void {
  for (const key of ["text", "type", "status"] as const)
    if (filter[key] !== "") parameters.set(key, filter[key]);
}

/** Finds the claims that pass, in their own order: each word must be in the claim’s sentence or in a name of its ends. */
export function claimsFinder(
  claims: readonly NetworkClaim[],
  words: CommonWords,
): (filter: ClaimsFilter) => readonly NetworkClaim[] {
  let texts: Map<NetworkClaim, string> | undefined;
  return ({ text, type, status }) => {
    const wanted = fold(text).split(" ").filter(Boolean);
    if (wanted.length > 0) texts ??= new Map(claims.map((claim) => [claim, textOf(claim, words)]));
    return claims.filter(
      (claim) =>
        (type === "" || claim.type.id === type) &&
        (status === "" || claim.status === status) &&
        wanted.every((word) => texts?.get(claim)?.includes(word)),
    );
  };
}

function textOf(claim: NetworkClaim, words: CommonWords): string {
  const people = [...claim.from, ...claim.to, ...claim.attributedTo];
  const names = people.flatMap(({ name, aliases }) => [name, ...aliases]);
  return fold([claimSentence(claim, words), claim.type.label, ...names, ...claim.tags].join(" \n "));
}

export interface FilterFields {
  show(filter: ClaimsFilter): void;
}

/** Listens to the fields that the page has for it. */
export function mountFilterFields(onChange: (filter: ClaimsFilter) => void): FilterFields {
  const field = (id: string) => document.querySelector<HTMLInputElement | HTMLSelectElement>(`#filter-${id}`);
  const [text, type, status] = [field("text"), field("type"), field("status")];
  const clear = document.querySelector<HTMLButtonElement>("#filter-clear");
  const now = (): ClaimsFilter => ({
    text: text?.value ?? "",
    type: type?.value ?? "",
    status: status?.value ?? "",
  });
  const changed = () => {
    const filter = now();
    if (clear !== null) clear.disabled = !isFiltering(filter);
    onChange(filter);
  };
  for (const each of [text, type, status]) each?.addEventListener("input", changed);
  const show = (filter: ClaimsFilter) => {
    if (text !== null) text.value = filter.text;
    if (type !== null) type.value = filter.type;
    if (status !== null) status.value = filter.status;
    if (clear !== null) clear.disabled = !isFiltering(now());
  };
  clear?.addEventListener("click", () => {
    show(NO_FILTER);
    text?.focus();
    onChange(NO_FILTER);
  });
  return { show };
}
