/** The columns of claims: when, between whom and of what type, as it follows from the claims before. */
import { bitsFor, Numbers, SignedNumbers, Symbols, SymbolsBy } from "./bit-models.ts";
import { codeEnds, codeTypes } from "./claim-ends.ts";
import { column, Lists, type Pen, positions } from "./columns.ts";
import type { Indexes } from "./indexes.ts";

/** How many of each there are. */
export interface ClaimSizes {
  readonly types: number;
  readonly statuses: number;
  readonly tags: number;
  readonly dates: number;
  readonly entities: number;
  readonly sources: number;
}

/** An item a claim. */
export interface ClaimColumns {
  readonly id: readonly string[];
  readonly type: readonly number[];
  readonly from: readonly Indexes[];
  readonly to: readonly Indexes[];
  /** Position in the dates plus one. */
  readonly date: readonly number[];
  readonly status: readonly number[];
  readonly tags: readonly Indexes[];
  readonly aboutClaims: readonly Indexes[];
  readonly respondsTo: readonly Indexes[];
  readonly sources: readonly Indexes[];
}

export function codeClaims(pen: Pen, sizes: ClaimSizes, known?: ClaimColumns): ClaimColumns {
  const { coder } = pen;
  const id = claimIds(pen, known?.id);
  const { length } = id;
  const { from, to } = codeEnds(pen, length, sizes.entities, known);
  const status = new SymbolsBy(bitsFor(sizes.statuses));
  const claims = new SignedNumbers();
  /** Claims by how far they stand from the one that names them. */
  const others = (list: readonly Indexes[] | undefined): Indexes[] => {
    const lists = new Lists(pen);
    return column(length, list, (each, i) =>
      lists.code(each, (value) => i + claims.code(coder, value === undefined ? undefined : value - i)),
    );
  };
  let before = 0;
  return {
    id,
    from,
    to,
    type: codeTypes(pen, sizes.types, { from, to }, known?.type),
    date: codeDateOf(pen, length, sizes.dates, known?.date),
    status: column(length, known?.status, (each) => {
      before = status.code(coder, before, each);
      return before;
    }),
    tags: positions(pen, length, sizes.tags, known?.tags),
    aboutClaims: others(known?.aboutClaims),
    respondsTo: others(known?.respondsTo),
    sources: positions(pen, length, sizes.sources, known?.sources),
  };
}

/** The id after another that ends in a number: `event-009` → `event-010`. */
function nextId(id: string): string {
  let start = id.length;
  while (start > 0 && id.length - start < 15 && /\d/.test(id[start - 1] ?? "")) start--;
  if (start === id.length) return "";
  return id.slice(0, start) + String(Number(id.slice(start)) + 1).padStart(id.length - start, "0");
}

/** Ids that count on, or share a beginning with the one before. */
function claimIds({ coder, numbers, texts }: Pen, known: readonly string[] | undefined): string[] {
  const isNext = new SymbolsBy(1);
  const shared = new Numbers();
  const length = numbers.code(coder, known?.length);
  let before = "";
  let was = 0;
  return column(length, known, (id) => {
    const next = nextId(before);
    was = isNext.code(coder, was, id === next ? 1 : 0);
    if (was === 1) before = next;
    else {
      let same = 0;
      while (id !== undefined && same < before.length && before[same] === id[same]) same++;
      // No character is cut in half.
      if (/[\ud800-\udbff]$/.test(before.slice(0, same))) same--;
      same = shared.code(coder, same);
      before = before.slice(0, same) + texts.code(coder, id?.slice(same));
    }
    return before;
  });
}

/** What a claim’s date is to the one before it. */
const DATE = { same: 0, next: 1, other: 2 } as const;

function codeDateOf(
  { coder }: Pen,
  length: number,
  dates: number,
  known: readonly number[] | undefined,
): number[] {
  const steps = new SymbolsBy(2);
  const others = new Symbols(bitsFor(dates + 1));
  let [before, newest, was] = [0, 0, 0];
  return column(length, known, (date) => {
    was = steps.code(coder, was, date === before ? DATE.same : date === newest + 1 ? DATE.next : DATE.other);
    if (was === DATE.next) before = newest + 1;
    else if (was === DATE.other) before = others.code(coder, date);
    newest = Math.max(newest, before);
    return before;
  });
}
