/**
 * The threads that share the work of a large build: parsing files, laying out the map, and making the pages of records. Which of them does
 * what makes no difference to what comes out.
 */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Folder } from "../../content/folder.ts";
import { kindOf, type ParsedFile, parseFile } from "../../content/parse.ts";
import type { ParseCache } from "../../content/parse-cache.ts";
import { drawMap, type MapTask } from "../../graph/layout.ts";
import { PACKAGE_FOLDER } from "../../site/package-folder.ts";
import { type Press, printAll, printShare, Shares } from "../../site/press.ts";
import type { Publication, SiteParts } from "../../site/publication.ts";
import type { KnownPages } from "../../site/reads/known.ts";
import { heapLimits } from "../heap.ts";
import type { Answer, ParseTask, Task } from "./tasks.ts";

/** So many are done by one thread while another starts: for fewer, it takes longer to start than it saves. */
const HEAD_START = 1500;
/** More would wait for the disk and for what one thread alone can do. */
const THREADS_LIMIT = 8;
/**
 * Each thread that makes pages has a site of its own, which takes 10 GB with a million claims: with more claims than
 * this, one thread makes them all.
 */
const SHARED_CLAIMS_LIMIT = 400_000;

/** How many claims make the files for other programs as much work as one page, by and by. */
const CLAIMS_PER_FILE = 8;

export class Crew {
  readonly #limit: number;
  readonly #headStart: number;
  readonly #sharedClaims: number;
  #threads: Thread[] = [];
  #parts: SiteParts | undefined;

  /**
   * With at most so many threads beside this one, each for a number of files that is worth it, and of a site with more
   * claims than `sharedClaims` none.
   */
  constructor(
    limit = Math.min(availableParallelism() - 1, THREADS_LIMIT),
    headStart = HEAD_START,
    sharedClaims = SHARED_CLAIMS_LIMIT,
  ) {
    this.#limit = limit;
    this.#headStart = headStart;
    this.#sharedClaims = sharedClaims;
  }

  /** Parses the files of a folder into a cache; of few files nothing, which is left to who asks the cache. */
  async parse(folder: Folder, cache: ParseCache<ParsedFile>): Promise<void> {
    const files = [...folder.texts].flatMap(([file, text]) => {
      const kind = kindOf(file);
      return kind === undefined || cache.get(file, text) !== undefined ? [] : [{ kind, file, text }];
    });
    this.#grow(files.length);
    if (this.#threads.length === 0) return;
    const shares = sharesOf(files, this.#threads.length, this.#headStart);
    const answers = this.#threads.map((thread, i) =>
      thread.ask({ task: "parse", files: shares[i + 1] ?? [] }),
    );
    const own = (shares[0] ?? []).map(({ kind, file, text }) => parseFile(kind, file, text));
    const parsed = [
      own,
      ...(await Promise.all(answers)).map((answer) => ("parsed" in answer ? answer.parsed : [])),
    ];
    // In the order of the files, which is that of what is found wrong with them.
    for (const [i, share] of shares.entries())
      for (const [j, { file, text }] of share.entries()) {
        const found = parsed[i]?.[j];
        if (found !== undefined) cache.add(file, text, found);
      }
  }

  /** Draws a map, in another thread where there is one. */
  readonly draw = async (task: MapTask): Promise<Float64Array> => {
    const [thread] = this.#threads;
    if (thread === undefined) return drawMap(task);
    const answer = await thread.ask({ task: "layout", ...task });
    return "drawn" in answer ? answer.drawn : new Float64Array();
  };

  /** Has a thread begin, where there are so many claims that the files for other programs are worth one. */
  expect(claims: number): void {
    if (claims <= this.#sharedClaims && claims >= this.#headStart * CLAIMS_PER_FILE) this.#growTo(1);
  }

  /** Gives what a site is made of to the threads, which begin to make it; one that is too large stays with this thread. */
  give(parts: SiteParts): void {
    if (parts.content.edges.length > this.#sharedClaims) return;
    for (const thread of this.#threads) thread.give(parts);
    this.#parts = parts;
  }

  /** Prints pages of the site that was given. `onKnown` gets what is known then of those that other threads have made. */
  pressOf({ many }: Pick<Publication, "many">, onKnown?: (known: KnownPages) => void): Press {
    const parts = this.#parts;
    if (parts === undefined) return printAll;
    return (work, folder, rendering, onPages) => {
      const { together, many: pages } = work;
      const isShared = pages.length >= this.#headStart;
      this.#grow(pages.length);
      for (const thread of this.#threads) thread.give(parts);
      const [first, ...others] = this.#threads;
      if (first === undefined || (together.length === 0 && !isShared))
        return printAll(work, folder, rendering, onPages);
      const taken = Shares.memory();
      const shared = pages.length === many.length ? undefined : pages.map(({ path }) => path);
      const paths = isShared ? shared : [];
      const task = { task: "print", paths, folder, taken, notes: onKnown !== undefined } as const;
      const answers = Promise.all([
        first.ask({ ...task, together: together.map(({ path }) => path) }),
        ...(isShared ? others : []).map((thread) => thread.ask({ ...task, together: [] })),
      ]);
      // Where this thread fails first, nobody waits for the others.
      answers.catch(() => {});
      return async () => {
        await printShare(pages, folder, rendering, new Shares(pages.length, taken), onPages);
        for (const answer of await answers)
          if ("printed" in answer && answer.printed !== undefined) onKnown?.(answer.printed);
      };
    };
  }

  /** Ends the threads, whatever they do. */
  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
    this.#threads = [];
  }

  #grow(files: number): void {
    this.#growTo(Math.floor(files / this.#headStart));
  }

  #growTo(threads: number): void {
    while (this.#threads.length < Math.min(threads, this.#limit)) this.#threads.push(new Thread());
  }
}

/** Whoever waits for an answer. */
interface Waiting {
  readonly done: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

class Thread {
  readonly #worker = new Worker(join(PACKAGE_FOLDER, "bin/thread.js"), {
    workerData: { entry: "cli/crew/thread" },
    resourceLimits: heapLimits(),
  });
  /** In the order in which they have asked, which is that of the answers. */
  #waiting: Waiting[] = [];
  #given: SiteParts | undefined;
  /** What it has ended with, where it has ended too early. */
  #end: unknown;

  constructor() {
    this.#worker.on("message", (answer: Answer) => this.#waiting.shift()?.done(answer));
    this.#worker.on("error", (error) => {
      this.#end = error;
      for (const { fail } of this.#waiting.splice(0)) fail(error);
    });
  }

  /** Rejects with what the thread threw. */
  async ask(task: Task): Promise<Answer> {
    if (this.#end !== undefined) throw this.#end;
    const answered = new Promise<Answer>((done, fail) => this.#waiting.push({ done, fail }));
    this.#worker.postMessage(task);
    const answer = await answered;
    if ("error" in answer) throw Object.assign(Object(answer.error), answer.facts);
    return answer;
  }

  /** Has it make a site, unless it has it. Where that fails, so does what is asked of it next. */
  give(parts: SiteParts): void {
    if (this.#given === parts) return;
    this.#given = parts;
    this.ask({ task: "site", parts }).catch(() => {});
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** A list in as many parts and one more, one behind the other; the first, of this thread, has a head start. */
function sharesOf(files: ParseTask["files"], threads: number, headStart: number): ParseTask["files"][] {
  const size = Math.floor(Math.max(0, files.length - headStart) / (threads + 1));
  const first = files.length - size * threads;
  const others = Array.from({ length: threads }, (_, i) =>
    files.slice(first + i * size, first + (i + 1) * size),
  );
  return [files.slice(0, first), ...others];
}
