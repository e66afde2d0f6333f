/** What `graph.json` holds: the schema that is published beside it, and the type of what is written. */
import { z } from "zod";
import { SOURCE_TYPES, STATUSES } from "../shared/schema.ts";

const text = z.string();
const texts = z.array(text);
const number = z.number();

const date = z
  .strictObject({
    edtf: text.meta({ description: "As its author wrote it, in Extended Date/Time Format." }),
    earliest: text.optional().meta({ description: "The first day it can mean; left out where it is open." }),
    latest: text.optional().meta({ description: "The last day it can mean; left out where it is open." }),
  })
  .meta({ description: "A date, which may be vague, doubtful or open." });

const citation = z.strictObject({
  source: text.meta({ description: "The id of a source." }),
  stance: z.enum(["supports", "disputes", "mentions"]),
  locator: text.optional(),
  quote: text.optional(),
  note: text.optional(),
});

const recorded = {
  id: text.meta({ description: "Unique among entities, claims and sources." }),
  page: text.meta({ description: "The address of its page, relative to the root of the site." }),
  tags: texts,
  formerIds: texts,
  draft: z.boolean(),
  body: text.meta({ description: "Markdown." }),
};

const entity = z.strictObject({
  ...recorded,
  type: text.meta({ description: "The id of one of entityTypes." }),
  name: text,
  aliases: texts,
  description: text.optional(),
  date: date.optional(),
  image: z
    .strictObject({ src: text, alt: text, credit: text.optional(), url: text.optional() })
    .optional()
    .meta({ description: "src is a path below assets/ of the site." }),
  sameAs: texts,
  sources: z.array(citation),
  x: number.meta({ description: "Place on the map in pixels, from the left to the right." }),
  y: number.meta({ description: "Place on the map in pixels, from the top to the bottom." }),
  pagerank: number,
  betweenness: number,
  community: z.int(),
});

const claim = z.strictObject({
  ...recorded,
  type: text.meta({ description: "The id of one of claimTypes." }),
  from: texts.min(1),
  to: texts.min(1),
  label: text.meta({ description: "The claim in words." }),
  date: date.optional(),
  title: text.optional(),
  status: z.enum(STATUSES),
  attributedTo: texts,
  about: texts,
  respondsTo: texts,
  supersedes: texts,
  sources: z.array(citation),
  credibility: z.int().min(1).max(6).optional(),
  directed: z.boolean(),
  superseded: z.boolean().meta({ description: "Whether another claim corrects it." }),
  independentSources: z.int().meta({ description: "How many sources support it that go back to no other." }),
});

const source = z.strictObject({
  ...recorded,
  title: text,
  type: z.enum(SOURCE_TYPES),
  publisher: text.optional(),
  authors: texts,
  url: text.optional(),
  archiveUrl: text.optional(),
  published: date.optional(),
  accessed: date.optional(),
  language: text.optional(),
  derivedFrom: texts,
  reliability: z.enum(["A", "B", "C", "D", "E", "F"]).optional(),
  placeholder: z
    .boolean()
    .meta({ description: "Whether it stands in for a source that nobody has named yet." }),
});

const entityType = z.strictObject({
  id: text,
  label: text,
  plural: text,
  color: text,
  icon: text.optional(),
  schemaOrg: text.optional(),
  ftm: text.optional(),
});

const claimType = z.strictObject({
  id: text,
  label: text,
  verb: text,
  inverse: text.optional(),
  directed: z.boolean(),
  reflexive: z.boolean().optional(),
  from: texts.optional(),
  to: texts.optional(),
  cameo: text.optional(),
  quad: text,
  color: text,
});

export const graphFileSchema = z.strictObject({
  $schema: text,
  version: z.literal(1).meta({
    description: "Rises when a key is removed or changes its meaning; new keys come without a new version.",
  }),
  title: text,
  description: text.optional(),
  baseUrl: text.optional(),
  language: text,
  license: text.optional(),
  repository: text.optional(),
  entityTypes: z.array(entityType),
  claimTypes: z.array(claimType),
  entities: z.array(entity),
  claims: z.array(claim),
  sources: z.array(source),
});

export type GraphFile = z.output<typeof graphFileSchema>;

/** Records that may have keys of their authors’ own. */
const RECORDS: ReadonlySet<unknown> = new Set([entity, claim, source]);

/** The JSON Schema (draft 2020-12) of `graph.json`. Keys that begin with `x-` are the authors’ own and hold anything. */
export function graphFileJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(graphFileSchema, {
    override: ({ zodSchema, jsonSchema }) => {
      if (RECORDS.has(zodSchema)) jsonSchema.patternProperties = { "^x-": {} };
    },
  });
  return { ...schema, title: "Graph of a site made by Skein" };
}
