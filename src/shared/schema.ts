/**
 * What may stand in a content file: one schema for each kind, from which the types (`records.ts`), the checks
 * (`content/`) and the published JSON Schema all come.
 *
 * Front matter arrives with every scalar as the text its author typed (YAML's failsafe schema), so numbers and
 * booleans are read here, where their keys are known, and dates and codes stay as written.
 */
import { z } from "zod";
import { hexOf } from "./color.ts";
import { parseDate } from "./dates.ts";
import { familiesIn } from "./fonts.ts";
import { isId, isTooLong } from "./text.ts";
import { daysIn, LENSES, pairIn } from "./viewpoint.ts";

/** Why a value was refused, where the schema knows more than “wrong”. */
export type Refusal = "invalid-date" | "invalid-id" | "empty-value";

const refuse = (code: Refusal, message: string) => ({ error: message, params: { code } });

/** For what the message does not say of itself: the way out. */
const advise = (message: string, help: string) => ({ error: message, params: { help } });

const text = z.string().refine((value) => value.trim() !== "", refuse("empty-value", "is empty"));

/** Control characters, halves of characters, and what embeds, overrides or isolates a direction of text. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** Text for readers. Marks such as U+200F, which act on their neighbours only, may stand in it. */
const prose = text.refine(
  (value) => !UNSEEN.test(value),
  advise(
    "has an unseen character in it that may reorder or hide the text around it",
    "remove it: names are set apart from what is around them in any script",
  ),
);

/** Longer than any name, title or summary: each is measured, broken into lines and searched. */
const LINE_LENGTH = 1000;

const line = prose
  .transform((value) => value.trim())
  .refine(
    ({ length }) => length <= LINE_LENGTH,
    advise("is longer than 1,000 characters", "shorten it, or put it below the front matter"),
  )
  .refine(
    (value) => !/[\r\n]/.test(value),
    advise("must stand on one line", "shorten it, or put what is longer below the front matter"),
  );

/** Said of an id, and of the name of a file. */
export const TOO_LONG = "is too long for an id: 150 characters at most, and 200 bytes in UTF-8";

/** What an id looks like, for programs that cannot call `isId`. */
export const ID_PATTERN = "^[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}]+(?:-[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}]+)*$";

/** Composed, as the names of files are read: editors and file systems differ in how they write an é. */
const id = text
  .transform((value) => value.normalize("NFC"))
  .refine(isId, {
    error: ({ input }) =>
      isTooLong(String(input)) ? TOO_LONG : "is no id: lower-case letters, digits and single hyphens",
    params: { code: "invalid-id" satisfies Refusal },
  })
  .meta({ description: "An id: the base name of the record’s file.", pattern: ID_PATTERN });

/**
 * What a date looks like: everything that EDTF allows and a little more, such as the 31st of any month, so that a program
 * that has nothing else refuses no date that is right.
 */
export const DATE_PATTERN = (() => {
  const sure = "[?~%]?";
  const year = "(?:Y-?\\d+(?:E\\d+)?|[\\dX]{2,4})(?:S\\d+)?";
  const month = "(?:0[1-9]|1[0-2]|2[1-9]|3\\d|4[01]|[0-4]X|X[\\dX])";
  const day = "(?:0[1-9]|[12]\\d|3[01]|[0-3]X|X[\\dX])";
  const time = "T[\\d:.]+(?:Z|[+-][\\d:]+)?";
  const moment = `${sure}-?${year}${sure}(?:-${sure}${month}${sure}(?:-${sure}${day}${sure}(?:${time})?)?)?`;
  const end = `(?:${moment}|\\.\\.)?`;
  return `^\\s*(?:${moment}|${end}/${end}|[\\[{][^\\]}]+[\\]}])\\s*$`;
})();

const date = text
  .transform((value, context) => {
    const parsed = parseDate(value);
    if (parsed === undefined) {
      context.addIssue({ code: "custom", message: "is no EDTF date", params: { code: "invalid-date" } });
      return z.NEVER;
    }
    return parsed;
  })
  .meta({
    description: "A date in Extended Date/Time Format (EDTF): 2023-06-15, 2023-06, 2018/.., 2023?-06, 1998~.",
    pattern: DATE_PATTERN,
  });

const url = prose
  .refine(
    isWebAddress,
    advise("is no http or https address", "write the whole address, beginning with https://"),
  )
  .meta({ pattern: "^\\s*[hH][tT][tT][pP][sS]?:" });

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

const color = text
  .refine(
    (value) => /^#[0-9a-f]{6}$/i.test(value),
    advise("is no colour of the form #2e86ab", 'write # and six digits, in quotes: "#2e86ab"'),
  )
  .meta({ pattern: "^#[0-9a-fA-F]{6}$" });

const boolean = z
  .enum(["true", "false"])
  .transform((value) => value === "true")
  .meta({ type: "boolean" });

const language = text.refine(
  isLanguage,
  advise("is no language tag of BCP 47", "write a tag such as en, pt-BR or zh-Hans, with hyphens"),
);

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const ids = z.array(id);

const oneOrMoreIds = z
  .union([id.transform((one) => [one]), z.array(id).min(1)])
  .meta({ description: "An entity id, or a list of them for a joint act." });

const citation = z
  .union([
    id.transform((source) => ({ source, stance: "supports" as const })),
    z.strictObject({
      source: id,
      locator: line.optional(),
      stance: z.enum(["supports", "disputes", "mentions"]).default("supports"),
      quote: prose.optional(),
      note: prose.optional(),
    }),
  ])
  .meta({ description: "A source id, or a source with the place in it." });

const image = z.strictObject({
  src: line,
  alt: prose,
  credit: line.optional(),
  url: url.optional(),
});

export const STATUSES = ["reported", "alleged", "confirmed", "disputed", "denied", "withdrawn"] as const;

const edgeShape = {
  type: id,
  to: oneOrMoreIds,
  date: date.optional(),
  title: line.optional(),
  status: z.enum(STATUSES).default("reported"),
  attributedTo: ids.default([]),
  about: ids.default([]),
  respondsTo: ids.default([]),
  supersedes: ids.default([]),
  sources: z.array(citation).default([]),
  credibility: z.enum(["1", "2", "3", "4", "5", "6"]).transform(Number).optional().meta({
    description: "Credibility of the information, 1 to 6 of the Admiralty code.",
    type: "integer",
    minimum: 1,
    maximum: 6,
  }),
  tags: z.array(line).default([]),
  formerIds: ids.default([]),
  draft: boolean.default(false),
};

/** An edge written in an entity's own file. */
const inlineEdge = z.strictObject({ id: id.optional(), ...edgeShape });

// In the order in which a claim is read, which is that of its keys: type, from, to.
const { type: edgeTypeId, ...edgeRest } = edgeShape;

export const edgeSchema = z.strictObject({ type: edgeTypeId, from: oneOrMoreIds, ...edgeRest });

export const entitySchema = z.strictObject({
  type: id,
  name: line,
  aliases: z.array(line).default([]),
  description: line.optional(),
  date: date.optional(),
  image: image.optional(),
  sameAs: z.array(url).default([]),
  sources: z.array(citation).default([]),
  tags: z.array(line).default([]),
  edges: z.array(inlineEdge).default([]),
  formerIds: ids.default([]),
  draft: boolean.default(false),
});

export const SOURCE_TYPES = [
  "article",
  "report",
  "dataset",
  "document",
  "interview",
  "post",
  "broadcast",
  "book",
] as const;

export const sourceSchema = z.strictObject({
  title: line,
  type: z.enum(SOURCE_TYPES).default("article"),
  publisher: line.optional(),
  authors: z.array(line).default([]),
  url: url.optional(),
  archiveUrl: url.optional(),
  published: date.optional(),
  accessed: date.optional(),
  language: language.optional(),
  derivedFrom: ids.default([]),
  reliability: z
    .enum(["A", "B", "C", "D", "E", "F"])
    .optional()
    .meta({ description: "Reliability of the source, A to F of the Admiralty code." }),
  tags: z.array(line).default([]),
  formerIds: ids.default([]),
  placeholder: boolean.default(false).meta({
    description: "Stands in for a source that nobody has named yet.",
    type: "boolean",
  }),
  draft: boolean.default(false),
});

const wholeNumber = text
  .refine(
    (value) => /^\d{1,3}$/.test(value),
    advise("is no whole number from 0 to 999", "write it in digits: 2"),
  )
  .transform(Number)
  .meta({ type: "integer", minimum: 0, maximum: 999 });

export const storySchema = z.strictObject({
  title: line,
  description: line.optional(),
  order: wholeNumber.optional(),
  draft: boolean.default(false),
});

const isPair = (value: string): boolean => pairIn(value)?.every(isId) === true;

const pair = text
  .transform((value) => value.normalize("NFC"))
  .refine(
    isPair,
    advise("does not name two entities", "write two ids with two hyphens between them: united-states--china"),
  )
  .meta({ description: "The ids of two entities, with two hyphens between them." });

const selection = text
  .transform((value) => value.normalize("NFC"))
  .refine(
    (value) => isId(value) || isPair(value),
    advise(
      "names neither a record nor two entities",
      "write an id, or two ids with two hyphens between them",
    ),
  )
  .meta({ description: "The id of an entity, a claim or a source, or those of two entities: a--b." });

const moment = text
  .refine(
    (value) => daysIn(value) !== undefined,
    advise("is no year, month or day", "write it as 2018, 2018-09 or 2018-09-20"),
  )
  .meta({ description: "A year, a month or a day: 2018, 2018-09, 2018-09-20." });

/** As in the address of the network page, whose parameters these keys are. */
const yesOrNo = z.enum(["yes", "no"]).transform((value) => value === "yes");

const STEPS_AWAY = { "1": 1, "2": 2, "3": 3 } as const;

/** What the map shows at a step of a story: a `Viewpoint`, without what is about one reader’s screen. */
export const stepSchema = z.strictObject({
  select: selection.optional(),
  within: z
    .enum(["1", "2", "3"])
    .transform((steps) => STEPS_AWAY[steps])
    .optional()
    .meta({ type: "integer", minimum: 1, maximum: 3 }),
  hide: ids.default([]),
  hideClaims: ids.default([]),
  hideStatus: z.array(z.enum(STATUSES)).default([]),
  tag: line.optional(),
  source: id.optional(),
  publisher: line.optional(),
  lens: z.enum(LENSES).default("supports"),
  minSources: wholeNumber.default(0),
  from: moment.optional(),
  to: moment.optional(),
  asOf: moment.optional(),
  undated: yesOrNo.default(true),
  route: pair.optional(),
  onlyConfirmed: yesOrNo.default(false),
  forward: yesOrNo.default(false),
  color: z.enum(["type", "community"]).default("type"),
});

const menuAddress = line.refine(
  (value) => !/^[a-z][a-z0-9+.-]*:/i.test(value) || /^https?:/i.test(value),
  advise(
    "is neither a path in the site nor an http or https address",
    "write a path such as entities/, or an address that begins with https://",
  ),
);

/** Read here, so that nothing else than # and six digits comes into a stylesheet. */
const cssColor = text
  .transform((value, context) => {
    const hex = hexOf(value);
    if (hex !== undefined) return hex;
    context.addIssue({
      code: "custom",
      message: "is no colour, or lets through what is below it",
      params: {
        help: 'write # and six digits in quotes, as "#0b5c8a", or rgb(), hsl(), oklch() or the name of a colour',
      },
    });
    return z.NEVER;
  })
  .meta({
    description: "A colour as CSS writes it, opaque: #0b5c8a, hsl(202 85% 29%), oklch(0.45 0.1 240), navy.",
  });

const palette = z.strictObject({
  paper: cssColor.optional(),
  surface: cssColor.optional(),
  ink: cssColor.optional(),
  muted: cssColor.optional(),
  rule: cssColor.optional(),
  link: cssColor.optional(),
  focus: cssColor.optional(),
});

const fontList = line
  .transform((value, context) => {
    const families = familiesIn(value);
    if (families !== undefined) return families;
    context.addIssue({
      code: "custom",
      message: "is no list of fonts",
      params: { help: "write the names of families with commas between: Georgia, Noto Serif, serif" },
    });
    return z.NEVER;
  })
  .meta({
    description:
      "Names of font families on the reader’s machine, the first that is there counts: Georgia, serif.",
  });

const dashes = text
  .transform((value) => value.trim().replace(/\s+/g, " "))
  .refine(
    (value) =>
      /^(?:(?:[1-9]|[1-3]\d)(?:\.\d)?|0\.[5-9])(?: (?:(?:[1-9]|[1-3]\d)(?:\.\d)?|0\.[5-9])){1,5}$/.test(
        value,
      ),
    advise(
      "is no pattern of dashes",
      "write the lengths of a dash and of a gap in pixels, from 0.5 to 39.9: 6 4",
    ),
  )
  .meta({ description: "Lengths of dashes and gaps, in pixels: 6 4." });

const theme = z.strictObject({
  colors: palette.optional(),
  dark: palette.optional(),
  fonts: z
    .strictObject({ serif: fontList.optional(), sans: fontList.optional(), mono: fontList.optional() })
    .optional(),
  signs: z
    .strictObject({
      alleged: dashes.optional(),
      disputed: dashes.optional(),
      denied: dashes.optional(),
      withdrawn: dashes.optional(),
    })
    .optional(),
});

/** What git forbids in the name of a branch: it becomes a part of addresses. */
const NO_BRANCH = /^[-/.]|\.\.|\/[/.]|@\{|[\s~^:?*[\\]|\.lock$|[/.]$/;

const branch = line
  .refine((value) => !NO_BRANCH.test(value), advise("is no name of a branch", "write it as git does: main"))
  .meta({ description: "The branch that corrections are proposed to; main where it is left out." });

/** Without a slash at its end, and empty for the root. */
const contentPath = line
  .refine(
    (value) => value === "." || value.split("/").every((step, i, all) => isStep(step, i === all.length - 1)),
    advise("is no folder in a repository", "write the way from its root, as docs/content, or . for the root"),
  )
  .transform((value) => value.replace(/^\.$|\/$/g, ""))
  .meta({ description: "Where the content folder is in the repository: docs/content; . is its root." });

function isStep(step: string, isLast: boolean): boolean {
  return step === "" ? isLast : !/^\.{1,2}$|[\\:?#]/.test(step);
}

export const siteSchema = z.strictObject({
  title: line.default("A graph without a title"),
  description: line.optional(),
  baseUrl: url.optional(),
  language: language.default("en"),
  repository: url.optional(),
  branch: branch.optional(),
  contentPath: contentPath.optional(),
  license: line.optional(),
  menus: z.array(z.strictObject({ label: line, url: menuAddress })).default([]),
  requireSources: boolean.default(true),
  theme: theme.optional(),
});

const entityType = z.strictObject({
  label: line.optional(),
  plural: line.optional(),
  color: color.optional(),
  icon: line.optional(),
  schemaOrg: line.optional(),
  ftm: line.optional(),
});

const edgeType = z.strictObject({
  label: line.optional(),
  verb: line.optional(),
  inverse: line.optional(),
  directed: boolean.optional(),
  reflexive: boolean.optional(),
  from: ids.optional(),
  to: ids.optional(),
  cameo: line.optional(),
  color: color.optional(),
});

export const ontologySchema = z.strictObject({
  entityTypes: z.record(id, entityType).default({}),
  edgeTypes: z.record(id, edgeType).default({}),
});

/** The ontology as a file gives it: any key may be left to the built-in one or to its default. */
export type OntologyFile = z.output<typeof ontologySchema>;

/** What the schema describes: kinds of file, and the blocks of a story’s steps. */
export const SCHEMAS = {
  entity: entitySchema,
  edge: edgeSchema,
  source: sourceSchema,
  story: storySchema,
  step: stepSchema,
  site: siteSchema,
  ontology: ontologySchema,
};

export type FileKind = keyof typeof SCHEMAS;

/** The JSON Schema (draft 2020-12) of a kind of file, for editors and other programs. */
export function jsonSchema(kind: FileKind): Record<string, unknown> {
  const schema = z.toJSONSchema(SCHEMAS[kind], {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema: node }) => {
      if (node.type === "boolean" || node.type === "integer") delete node.enum;
      // As in `content/fields.ts`: a record may have keys of its own, a part of one may not.
      if (zodSchema === SCHEMAS[kind] || zodSchema === inlineEdge) node.patternProperties = { "^x-": {} };
    },
  });
  return { ...schema, title: `Skein ${kind}` };
}
