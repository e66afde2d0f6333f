/** `skein stats`: the graph in figures. */
import stringWidth from "string-width";
import { betweennessOf } from "../graph/betweenness.ts";
import { buildGraph } from "../graph/build.ts";
import { type Figures, figuresOf } from "../graph/figures.ts";
import { pagerankOf } from "../graph/pagerank.ts";
import { tiesOf } from "../graph/ties.ts";
import type { Content } from "../shared/records.ts";
import { count } from "../shared/text.ts";
import { progressOn } from "./progress.ts";
import { readContent } from "./read.ts";
import { printable } from "./report/printable.ts";
import { hasErrors, reportOf } from "./report/told.ts";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

export interface StatsOptions {
  readonly content: string;
  readonly drafts: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

export async function stats(options: StatsOptions, terminal: Terminal): Promise<ExitCode> {
  const progress = progressOn(terminal.err, options.quiet, terminal.now);
  const read = readContent(options.content, options.drafts, progress);
  if (hasErrors(read)) {
    progress.end();
    terminal.err.write(reportOf(read, { ...options, quiet: false }, terminal));
    terminal.err.write("Nothing was counted: the content has errors.\n");
    return EXIT.contentErrors;
  }
  progress.phase("Measuring the graph");
  const graph = buildGraph(read.content);
  const centrality = { pagerank: pagerankOf(graph), betweenness: betweennessOf(tiesOf(graph)).values };
  const figures = figuresOf(read.content, graph, centrality);
  progress.end();
  terminal.out.write(
    options.json ? `${JSON.stringify(figures, undefined, 2)}\n` : inWords(figures, read.content),
  );
  return EXIT.done;
}

/** A line a figure, in columns; what is below another is indented. */
function inWords(figures: Figures, content: Content): string {
  const rows = [
    ...whatThereIs(figures, content),
    ...whatItRestsOn(figures),
    ...howItHangsTogether(figures),
    ...central("Most central by PageRank", figures.central.pagerank, inPercent),
    ...central("Most central by betweenness", figures.central.betweenness, inPercent),
    ...central("Most lines", figures.central.degree, String),
  ];
  const width = Math.max(...rows.map(([label]) => stringWidth(label)));
  const padded = (label: string) => label + " ".repeat(width - stringWidth(label));
  return `${rows.map(([label, value]) => `${padded(label)}  ${value}`.trimEnd()).join("\n")}\n`;
}

type Row = readonly [label: string, value: string];

function whatThereIs({ entities, claims, sources }: Figures, { ontology }: Content): Row[] {
  const label = (types: ReadonlyMap<string, { readonly label: string }>) => (id: string) =>
    types.get(id)?.label ?? id;
  return [
    ["Entities", number(entities.total)],
    ...below(entities.byType, label(ontology.entityTypes)),
    ["Claims", number(claims.total)],
    ...below(claims.byType, label(ontology.edgeTypes)),
    ["Claims by status", ""],
    ...below(claims.byStatus, String),
    ["Sources", number(sources.total)],
    ...below(sources.byType, String),
    ["  made from others", number(sources.derived)],
  ];
}

function whatItRestsOn({ claims, dates }: Figures): Row[] {
  return [
    ["Claims by independent sources", ""],
    ...below(claims.byIndependentSources, String),
    ["Claims without a source", number(claims.unsourced)],
    ["Claims contested", number(claims.contested)],
    ["Claims that answer others", number(claims.answers)],
    ["Claims superseded", number(claims.superseded)],
    ["Dates covered", dates.first === undefined ? "none" : `${dates.first} to ${dates.last}`],
    ["Claims without a date", number(dates.undated)],
  ];
}

function howItHangsTogether({ network }: Figures): Row[] {
  const { degree } = network;
  return [
    ["Lines", number(network.lines)],
    ["Pairs with a line", number(network.ties)],
    ["Density", inPercent(network.density)],
    [
      "Components",
      `${number(network.components)}, the largest of ${count(network.largestComponent, "entity", "entities")}`,
    ],
    ["Entities without a line", number(network.isolated)],
    [
      "Lines an entity",
      `${degree.mean} on average, median ${degree.median}, at most ${number(degree.greatest)}`,
    ],
  ];
}

function central(
  heading: string,
  places: Figures["central"]["degree"],
  write: (value: number) => string,
): Row[] {
  return [[heading, ""], ...places.map(({ name, value }): Row => [`  ${printable(name)}`, write(value)])];
}

const below = (counts: Readonly<Record<string, number>>, labelOf: (id: string) => string): Row[] =>
  Object.entries(counts).map(([id, n]) => [`  ${printable(labelOf(id))}`, number(n)]);

const number = (value: number): string => value.toLocaleString("en-GB");

const inPercent = (value: number): string => `${(100 * value).toFixed(1)} %`;
