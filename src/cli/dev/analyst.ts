/**
 * The analysis of a content that changes: kept while nothing it depends on does. Else everybody stays where they were on
 * the map, and the measures are those of before, as far as they go, while the new ones are worked out aside.
 */
import { type Analysis, analyse, byPresentId, type Measures } from "../../graph/analyse.ts";
import { buildGraph } from "../../graph/build.ts";
import { layOut } from "../../graph/layout.ts";
import { provisionalMeasures } from "../../graph/provisional.ts";
import { tiesOf } from "../../graph/ties.ts";
import { haveSameGraph, topologyOf } from "../../graph/topology.ts";
import type { Places } from "../../shared/place.ts";
import type { Content } from "../../shared/records.ts";
import { aside } from "./aside.ts";

/** The pages that are waited for come first: the analysis begins when so many milliseconds have passed without a change. */
const PAUSE = 400;

export class Analyst {
  readonly #onAnalysed: () => void;
  readonly #onError: (error: Error) => void;
  #content: Content | undefined;
  #analysis: Analysis | undefined;
  #topology = "";
  #timer: NodeJS.Timeout | undefined;
  #stop: () => void = () => {};

  /** `onAnalysed` is called when there is something better than what `of` has given last. */
  constructor(onAnalysed: () => void, onError: (error: Error) => void) {
    this.#onAnalysed = onAnalysed;
    this.#onError = onError;
  }

  /** The very same value where the content has the same graph as the last time; `from` is where the first map starts. */
  of(content: Content, from: Places): Analysis {
    const before = this.#content;
    this.#content = content;
    if (this.#analysis === undefined || before === undefined) {
      this.#topology = topologyOf(content);
      this.#analysis = analyse(content, { from });
    } else if (!haveSameGraph(before, content)) this.#analysis = this.#after(content, this.#analysis);
    return this.#analysis;
  }

  #after(content: Content, before: Analysis): Analysis {
    const graph = buildGraph(content);
    const positions = layOut(graph, tiesOf(graph), byPresentId(content, before.positions));
    const topology = topologyOf(content);
    if (topology === this.#topology) return { ...before, graph, positions };
    this.#topology = topology;
    this.#begin();
    return { graph, positions, given: before.given, ...provisionalMeasures(graph, before) };
  }

  #begin(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      const done = (measures: Measures) => {
        if (this.#analysis !== undefined) this.#analysis = { ...this.#analysis, ...measures };
        this.#onAnalysed();
      };
      this.#stop = aside({ type: "measure", topology: this.#topology }, done, this.#onError);
    }, PAUSE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stop();
  }
}
