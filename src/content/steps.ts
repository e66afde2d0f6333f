/** The steps of a story: what the map shows at each, read from blocks of YAML and checked against the graph. */
import type { z } from "zod";
import type { Span } from "../shared/diagnostic.ts";
import { parseBody, type Token } from "../shared/markdown.ts";
import type { RecordKind } from "../shared/paths.ts";
import type { AnyRecord, Ontology, Written } from "../shared/records.ts";
import type { stepSchema } from "../shared/schema.ts";
import { isMapBlock, sectionsOf } from "../shared/sections.ts";
import { compareText } from "../shared/text.ts";
import { daysIn, PLAIN_VIEWPOINT, pairIn, type Viewpoint } from "../shared/viewpoint.ts";
import { readFields } from "./fields.ts";
import { locator, readYaml, type YamlPath } from "./front-matter.ts";
import { unknownType } from "./ontology.ts";
import type { Problem, Problems, Stretch } from "./problems.ts";
import type { References } from "./resolve.ts";
import type { Suggestions } from "./suggestions.ts";

/** What a step may name. */
export interface Graph {
  /** All tags, and all names of publishers; undefined where a file that may hold more of them could not be read. */
  readonly words: Readonly<Record<"tag" | "publisher", ReadonlySet<string>>> | undefined;
  /** Undefined where it could not be read. */
  readonly ontology: Ontology | undefined;
  readonly references: References;
  readonly suggestions: Suggestions;
}

/** The words that the records hold. */
export function wordsOf(records: readonly AnyRecord[]): NonNullable<Graph["words"]> {
  const publishers = records.flatMap((record) => (record.kind === "source" ? (record.publisher ?? []) : []));
  return { tag: new Set(records.flatMap(({ tags }) => tags)), publisher: new Set(publishers) };
}

type Step = z.output<typeof stepSchema>;

interface Lined extends Written {
  /** The lines of the body. */
  readonly lines: readonly string[];
}

/** What the map shows at each step: what its block says, else what it shows at the step before. */
export function readSteps(written: Written, graph: Graph | undefined, problems: Problems): Viewpoint[] {
  const text = { ...written, lines: written.body.split("\n") };
  const { introduction, steps, notes } = sectionsOf(parseBody(text.body));
  if (steps.length === 0) {
    problems.add(
      { file: text.file, path: [] },
      {
        code: "story-steps",
        message: "this story has no step",
        help: "begin each step with a heading of the second level: ## The purchase",
      },
    );
  }
  for (const token of [...introduction, ...notes]) if (isMapBlock(token)) reportStray(token, text, problems);
  let shown = PLAIN_VIEWPOINT;
  return steps.map((step) => {
    const [block, ...others] = step.filter((token) => isMapBlock(token) && token.level === 0);
    for (const token of step) if (isMapBlock(token) && token.level > 0) reportStray(token, text, problems);
    for (const other of others) {
      problems.add(lineOf(other, text), {
        code: "story-steps",
        message: "this step has a second map block",
        help: "keep one of the two, or begin another step with a heading",
      });
    }
    if (block !== undefined) shown = readBlock(block, text, graph, problems) ?? shown;
    return shown;
  });
}

function reportStray(token: Token, text: Lined, problems: Problems): void {
  problems.add(lineOf(token, text), {
    code: "story-steps",
    message: "this map block belongs to no step",
    help: "put it below the heading of a step, outside lists, quotations and notes",
  });
}

/** The first line of a block of code. */
function lineOf({ map, markup }: Token, { file, lines, bodyLine }: Lined): Stretch {
  const number = map?.[0] ?? 0;
  const line = (lines[number] ?? "").trimEnd();
  const [at, spot] = [bodyLine + number, { column: line.indexOf(markup) + 1, endColumn: line.length + 1 }];
  return { file, line: at, endLine: at, ...spot };
}

function readBlock(
  token: Token,
  text: Lined,
  graph: Graph | undefined,
  problems: Problems,
): Viewpoint | undefined {
  const [first, end] = token.map ?? [0, 0];
  const count = token.content === "" ? 0 : token.content.replace(/\n$/, "").split("\n").length;
  if (end - first - 1 === count) {
    problems.add(lineOf(token, text), {
      code: "yaml-syntax",
      message: "this map block is never closed",
      help: `write ${token.markup} on a line below its last key`,
    });
    return undefined;
  }
  // As written, not as the token has it, so that its columns are those of the file.
  const lines = text.lines.slice(first + 1, first + 1 + count);
  // Without half of a Windows line end.
  const yaml = lines.join("\n").replace(/\r$/, "");
  const inFile = (span: Span): Stretch => {
    const above = text.bodyLine + first;
    return { ...span, file: text.file, line: above + span.line, endLine: above + span.endLine };
  };
  const { data, problems: yamlProblems } = readYaml(yaml);
  for (const problem of yamlProblems) problems.add(inFile(problem.span), problem);
  if (yamlProblems.length > 0) return undefined;
  const { problems: fieldProblems } = readFields("step", data);
  const locate = locator(yaml, true);
  const at: At = (path, part = "value") => inFile(locate(path, part));
  for (const problem of fieldProblems) problems.add(at(problem.path, problem.part), problem);
  // What the other keys name is checked all the same.
  const wrong = new Set(fieldProblems.map(({ path }) => path[0]));
  const sound = Object.fromEntries(Object.entries(data).filter(([key]) => !wrong.has(key)));
  const { value } = readFields("step", sound);
  if (value === undefined || graph === undefined) return undefined;
  return viewpointOf(value, graph, at, problems);
}

/** Where a value of a block stands in its file. */
type At = (path: YamlPath, part?: "key" | "value") => Stretch;

/** Checks what a block names against the graph. */
function viewpointOf(step: Step, graph: Graph, at: At, problems: Problems): Viewpoint {
  const { references, ontology } = graph;
  const current = (key: "select" | "route" | "source", ...kinds: RecordKind[]) => {
    const written = step[key];
    const pair = pairIn(written);
    if (written === undefined) return undefined;
    if (pair === undefined) return references.current(written, kinds, at([key]));
    const [a, b] = halvesOf(at([key]), pair);
    return `${references.current(pair[0], ["entity"], a)}--${references.current(pair[1], ["entity"], b)}`;
  };
  if (ontology !== undefined) {
    reportTypes("entity", "hide", step, ontology.entityTypes, at, problems);
    reportTypes("edge", "hideClaims", step, ontology.edgeTypes, at, problems);
  }
  for (const key of ["tag", "publisher"] as const) {
    const problem = wordProblem(key, step[key], graph);
    if (problem !== undefined) problems.add(at([key]), problem);
  }
  if (step.from !== undefined && step.to !== undefined && isBefore(step.to, step.from)) {
    problems.add(at(["to"]), {
      code: "invalid-value",
      message: `to is ${step.to}, before from, ${step.from}`,
      help: "correct one of the two",
    });
  }
  return {
    ...PLAIN_VIEWPOINT,
    ...step,
    select: current("select", "entity", "edge", "source"),
    source: current("source", "source"),
    route: current("route", "entity"),
    hide: asSet(step.hide),
    hideClaims: asSet(step.hideClaims),
    hideStatus: asSet(step.hideStatus),
  };
}

/** Where the two ids of a pair stand; for a pair in quotes, the whole of it for both. */
function halvesOf(whole: Stretch, [a, b]: readonly [string, string]): [Stretch, Stretch] {
  if (whole.endColumn - whole.column !== `${a}--${b}`.length) return [whole, whole];
  return [
    { ...whole, endColumn: whole.column + a.length },
    { ...whole, column: whole.endColumn - b.length },
  ];
}

/** In the order of the alphabet, as an address has it. */
const asSet = (words: readonly string[]): string[] => [...new Set(words)].sort(compareText);

const isBefore = (a: string, b: string): boolean =>
  (daysIn(a)?.last ?? Number.POSITIVE_INFINITY) < (daysIn(b)?.first ?? Number.NEGATIVE_INFINITY);

function reportTypes(
  kind: "entity" | "edge",
  key: "hide" | "hideClaims",
  step: Step,
  types: ReadonlyMap<string, unknown>,
  at: At,
  problems: Problems,
): void {
  for (const [i, type] of step[key].entries()) {
    if (!types.has(type)) problems.add(at([key, i]), unknownType(kind, type, types));
  }
}

/** What is wrong with a tag, or with the name of a publisher: nothing has it. */
function wordProblem(
  key: "tag" | "publisher",
  word: string | undefined,
  { words, suggestions }: Graph,
): Problem | undefined {
  if (word === undefined || words === undefined) return undefined;
  const known = words[key];
  if (known.has(word)) return undefined;
  const meant = suggestions.for(word, () => known);
  const nothing = key === "tag" ? "no record has the tag" : "no source has the publisher";
  return {
    code: "invalid-value",
    message: `${nothing} “${word}”${meant === undefined ? "" : `; did you mean “${meant}”?`}`,
    help: meant === undefined ? `write a ${key} as the records have it` : `write ${meant}`,
  };
}
