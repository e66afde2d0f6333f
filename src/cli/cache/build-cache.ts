/** What a build keeps for the next one, and what it has from the last. */
import { dirname, join, resolve } from "node:path";
import type { Folder } from "../../content/folder.ts";
import type { ParsedFile } from "../../content/parse.ts";
import type { ParseCache } from "../../content/parse-cache.ts";
import { positionsText } from "../../content/positions.ts";
import type { Drift } from "../../graph/drift.ts";
import type { Places } from "../../shared/place.ts";
import type { KnownPages } from "../../site/reads/known.ts";
import type { Root } from "../../site/root.ts";
import type { Told } from "../report/told.ts";
import {
  type Account,
  accountIn,
  accountName,
  type BuildInputs,
  type InputState,
  inputState,
  isIntact,
  isUnchanged,
  positionsState,
  type ToldAgain,
} from "./last-build.ts";
import { type KnownFile, KnownFiles } from "./parsed.ts";
import { Store } from "./store.ts";

/** The folder that is taken where none is named: beside the site. */
const CACHE_FOLDER = ".skein-cache";

/** A site that is in its place. */
export interface Published {
  readonly root: Root;
  readonly paths: readonly string[];
  readonly known: KnownPages;
}

export class BuildCache {
  readonly #store: Store;
  readonly #inputs: BuildInputs;
  readonly #name: string;
  readonly #state: InputState;
  readonly #last: Account | undefined;
  readonly #isIntact: boolean;
  #files: KnownFiles | undefined;

  /** Looks at what there is. Throws what the file system throws where a folder of the inputs cannot be read. */
  constructor(inputs: BuildInputs, folder = join(dirname(resolve(inputs.output)), CACHE_FOLDER)) {
    this.#inputs = inputs;
    this.#store = new Store(folder);
    this.#name = accountName(inputs);
    this.#state = inputState(inputs);
    this.#last = accountIn(this.#store, this.#name);
    this.#isIntact = this.#last !== undefined && isIntact(this.#last, inputs.output);
  }

  /** What the last build told, where another one would make the same site, and leave the same map. */
  unchanged(savesMap: boolean): Pick<ToldAgain, "files" | "drift" | keyof Told> | undefined {
    const last = this.#site;
    if (last === undefined || !isUnchanged(last, this.#state)) return undefined;
    const { told, positions, inputs } = last;
    if (this.#state.positions === positions)
      return { ...told, drift: { shared: told.placed, mean: 0, largest: 0 } };
    return this.#state.positions === inputs.positions && !savesMap ? told : undefined;
  }

  /** The site as the last build left it; undefined where somebody has touched it since. */
  get #site(): Account | undefined {
    return this.#isIntact ? this.#last : undefined;
  }

  /** The text of a file that is as it was. */
  readonly textOf = (path: string): string | undefined => this.#known.get(path, this.#state.content)?.text;

  /** Gives what is known of the files of a folder. */
  fill(folder: Folder, files: ParseCache<ParsedFile>): void {
    for (const [path, text] of folder.texts) {
      const known = this.#known.get(path, this.#state.content);
      if (known?.parsed !== undefined && known.text === text) files.add(path, text, known.parsed);
    }
  }

  /** Keeps what the files of a folder hold. */
  keepFiles(folder: Folder, files: ParseCache<ParsedFile>): void {
    const known = new Map<string, KnownFile>();
    for (const [path, text] of folder.texts) {
      const signature = this.#state.content.get(path);
      if (signature !== undefined) known.set(path, { signature, text, parsed: files.get(path, text) });
    }
    this.#known.keep(known);
  }

  /**
   * Forgets the account of the site, which is about to be another, and gives it to the one who changes that site;
   * undefined where there is none that holds, or another build has taken it.
   */
  take(): { readonly paths: readonly string[]; readonly known: KnownPages } | undefined {
    const known = this.#site && (this.#store.read(`${this.#name}-pages`) as KnownPages | undefined);
    const isTaken = this.#store.take(this.#name);
    if (!isTaken || this.#site === undefined || known === undefined) return undefined;
    return { paths: this.#site.paths, known };
  }

  /** Keeps the account of a site that is whole. */
  end({ root, paths, known }: Published, told: Told, drift: Drift, places: Places): void {
    const { diagnostics, content } = told;
    const mentioned = new Set(
      diagnostics.flatMap(({ file, related = [] }) => [file, ...related.map((each) => each.file)]),
    );
    const account: Account = {
      inputs: this.#state,
      positions: positionsState(positionsText(places)),
      root,
      end: Date.now(),
      paths,
      told: {
        diagnostics,
        folder: { texts: new Map([...told.folder.texts].filter(([file]) => mentioned.has(file))) },
        content: {
          entities: lengthOf(content.entities),
          edges: lengthOf(content.edges),
          sources: lengthOf(content.sources),
        },
        files: paths.length,
        drift,
        placed: places.size,
      },
    };
    // The account comes last: without it, the rest is not asked for.
    this.#store.write(`${this.#name}-pages`, known);
    this.#store.write(this.#name, account);
    this.#store.forgetOthers();
  }

  get #known(): KnownFiles {
    this.#files ??= new KnownFiles(this.#store, resolve(this.#inputs.content));
    return this.#files;
  }
}

const lengthOf = ({ length }: { readonly length: number }) => ({ length });
