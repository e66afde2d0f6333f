/**
 * The analysis of a content that changes: kept while nothing it depends on does. Else the map and the measures are those
 * of before, as far as they go, while the new ones are worked out aside.
 */
import { type Analysis, analyse, type Measures } from "../../graph/analyse.ts";
import { buildGraph } from "../../graph/build.ts";
import { provisionalMeasures } from "../../graph/provisional.ts";
import { topologyOf } from "../../graph/topology.ts";
import type { Content } from "../../shared/records.ts";
import { aside } from "./aside.ts";

/** The pages that are waited for come first: the analysis begins when so many milliseconds have passed without a change. */
const PAUSE = 400;

export class Analyst {
  readonly #onAnalysed: () => void;
  readonly #onError: (error: Error) => void;
  #measures: Measures | undefined;
  #topology = "";
  #timer: NodeJS.Timeout | undefined;
  #stop: () => void = () => {};

  /** `onAnalysed` is called when there is something better than what `of` has given last. */
  constructor(onAnalysed: () => void, onError: (error: Error) => void) {
    this.#onAnalysed = onAnalysed;
    this.#onError = onError;
  }

  of(content: Content): Analysis {
    const topology = topologyOf(content);
    if (this.#measures === undefined) {
      this.#topology = topology;
      const analysis = analyse(content);
      this.#measures = analysis;
      return analysis;
    }
    const graph = buildGraph(content);
    if (topology !== this.#topology) {
      this.#topology = topology;
      this.#measures = provisionalMeasures(graph, this.#measures);
      this.#begin();
    }
    return { graph, ...this.#measures };
  }

  #begin(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      const done = (measures: Measures) => {
        this.#measures = measures;
        this.#onAnalysed();
      };
      this.#stop = aside({ type: "analyse", topology: this.#topology }, done, this.#onError);
    }, PAUSE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stop();
  }
}
