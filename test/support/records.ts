/** Arbitrary records, with every key of the content model, as `loadContent` gives them. */
import fc from "fast-check";
import { parseDate } from "../../src/shared/dates.ts";
import type { Edge, Entity, Source } from "../../src/shared/records.ts";
import { STATUSES } from "../../src/shared/schema.ts";

const isBlank = (text: string): boolean => text.trim() === "";
const text = fc
  .oneof(
    fc.string({ unit: "binary-ascii" }),
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom("\\", ";", " ", "\n", "\r", "'", '"', "=", "-", "[", "a", "|", ",") }),
  )
  .filter((value) => !isBlank(value));
const texts = fc.array(text, { maxLength: 3 });
const id = fc.constantFrom("ada", "bo", "li-shangfu", "尚福", "a-1");
const ids = fc.uniqueArray(id, { maxLength: 3 });
const end = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
const date = fc
  .constantFrom("2023-06-15", "2018/..", "-0044-03-15", "1998~", "2023-06-XX")
  .map((edtf) => parseDate(edtf) ?? { edtf, min: 0, max: 0 });
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string(),
    text,
    fc.array(tie("value")),
    fc.dictionary(fc.string(), tie("value")),
  ),
}));
const extra = fc.dictionary(
  fc.string({ unit: "grapheme" }).map((name) => `x-${name}`),
  value,
  { maxKeys: 3 },
);

const citation = fc.record(
  {
    source: id,
    stance: fc.constantFrom("supports" as const, "disputes" as const, "mentions" as const),
    locator: text,
    quote: text,
    note: text,
  },
  { requiredKeys: ["source", "stance"] },
);
const citations = fc.array(citation, { maxLength: 3 });

/** Bodies as files give them, but for the white space around them. */
const body = fc.string({ unit: "grapheme" }).map((each) => each.trim());
const recorded = { id, file: fc.constant("entities/a.md"), bodyLine: fc.constant(1), body, extra };
const kept = { tags: texts, formerIds: ids, draft: fc.boolean() };

export const entity: fc.Arbitrary<Entity> = fc.record({
  ...recorded,
  ...kept,
  kind: fc.constant("entity" as const),
  type: id,
  name: text,
  aliases: texts,
  description: maybe(text),
  date: maybe(date),
  image: maybe(
    fc.record({ src: text, alt: text, credit: text, url: text }, { requiredKeys: ["src", "alt"] }),
  ),
  sameAs: texts,
  sources: citations,
});

export const edge: fc.Arbitrary<Edge> = fc.record({
  ...recorded,
  ...kept,
  kind: fc.constant("edge" as const),
  type: id,
  from: end,
  to: end,
  date: maybe(date),
  title: maybe(text),
  status: fc.constantFrom(...STATUSES),
  attributedTo: ids,
  about: ids,
  respondsTo: ids,
  supersedes: ids,
  sources: citations,
  credibility: maybe(fc.integer({ min: 1, max: 6 })),
});

export const source: fc.Arbitrary<Source> = fc.record({
  ...recorded,
  ...kept,
  kind: fc.constant("source" as const),
  title: text,
  type: fc.constantFrom("article" as const, "report" as const),
  publisher: maybe(text),
  authors: texts,
  url: maybe(text),
  archiveUrl: maybe(text),
  published: maybe(date),
  accessed: maybe(date),
  language: maybe(fc.constant("zh-Hans")),
  derivedFrom: ids,
  reliability: maybe(fc.constantFrom("A" as const, "F" as const)),
  placeholder: fc.boolean(),
});
