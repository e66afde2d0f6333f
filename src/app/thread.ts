/** A thread: the demands, refusals and acts that a claim is part of, by what each answers and is about. */
import type { NetworkClaim } from "../shared/network.ts";
import { reachedFrom } from "../shared/threads.ts";
import type { Model } from "./model.ts";

/** Every claim that can be reached from one over “answers” and “is about”, itself among them, oldest first. */
export function threadOf(claim: NetworkClaim, model: Model): readonly NetworkClaim[] {
  const found = reachedFrom(claim, (each) =>
    [each.respondsTo, each.aboutClaims, model.answersTo(each), model.claimsAbout(each)].flat(),
  );
  return [...found].sort(oldestFirst);
}

/** By the first day that each can mean, the undated last, ties by id. */
export function oldestFirst(a: NetworkClaim, b: NetworkClaim): number {
  const [first, second] = [
    a.date?.first ?? Number.POSITIVE_INFINITY,
    b.date?.first ?? Number.POSITIVE_INFINITY,
  ];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
