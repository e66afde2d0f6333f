/** Everything a page may ask of the graph, looked up once: the one value that all pages are made from. */

import type { History, NoHistory } from "../content/history.ts";
import type { Manual } from "../content/manual.ts";
import type { Analysis } from "../graph/analyse.ts";
import type { Content } from "../shared/records.ts";
import type { Spoken } from "../shared/titles.ts";
import { wordsIn } from "../shared/words/languages.ts";
import { holdCells } from "./reads/held.ts";
import { noteEverything } from "./reads/reader.ts";
import { trackAnalysis, trackBeside, trackContent, trackRelations } from "./reads/views.ts";
import { type Relations, relationsOf } from "./relations.ts";

export { dateWords, edgeTypeOf, entityName, entityTypeOf, titleOf } from "../shared/titles.ts";
export { newestFirst } from "./relations.ts";

/** Its words are the interface’s, in the language of the site. */
export interface Site extends Spoken, Beside {
  /** The content as it was loaded, for files about all of it: a page that asks for it reads everything. */
  readonly whole: Content;
  readonly analysis: Analysis;
  readonly relations: Relations;
}

/** What a site may have beside its graph; each is left out where nobody has it. */
export interface Beside {
  /** What git says of the content. */
  readonly history?: History | NoHistory;
  /** Pages that explain. */
  readonly manual?: Manual;
  /** The files of the content as they are written, by path. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Addresses of what pages load, by name, so that other threads need not make the files to know them. */
  readonly assets?: ReadonlyMap<string, string>;
}

/** Whoever reads of it while a page is rendered is noted, by `reads/`. */
export function makeSite(content: Content, analysis: Analysis, beside: Beside = {}): Site {
  const trackedContent = trackContent(content);
  const trackedAnalysis = trackAnalysis(analysis);
  const relations = trackRelations(relationsOf(content));
  const trackedBeside = trackBeside(beside);
  const site: Site = {
    content: trackedContent.value,
    get whole() {
      noteEverything();
      return content;
    },
    words: wordsIn(content.settings.language),
    analysis: trackedAnalysis.value,
    relations: relations.value,
    ...(beside.manual !== undefined && { manual: beside.manual }),
    ...(beside.assets !== undefined && { assets: beside.assets }),
    get history() {
      return trackedBeside.history();
    },
    ...(trackedBeside.texts !== undefined && { texts: trackedBeside.texts }),
  };
  holdCells(
    site,
    [...trackedContent.cells, ...trackedAnalysis.cells, ...trackedBeside.cells],
    relations.cells,
  );
  return site;
}
