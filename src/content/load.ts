/** A folder of Markdown → content, with everything that is wrong with it. Pure: the same folder gives the same result. */
import type { Diagnostic } from "../shared/diagnostic.ts";
import type { OnPhase } from "../shared/phase.ts";
import type { AnyRecord, Content, Edge, Entity, LinkTargets, Source } from "../shared/records.ts";
import { siteSchema } from "../shared/schema.ts";
import { fold } from "../shared/text.ts";
import { wordsIn } from "../shared/words/languages.ts";
import { checkClaims } from "./claims.ts";
import type { Folder, PassedOver } from "./folder.ts";
import type { YamlPath } from "./front-matter.ts";
import { checkFiles, checkLikeness } from "./likeness.ts";
import { checkLinks, makeLinkTargets } from "./links.ts";
import { LoadCache } from "./load-cache.ts";
import { namesOf } from "./names.ts";
import { checkOntology, makeOntology } from "./ontology.ts";
import { parseFolder } from "./parse.ts";
import { type Place, type Problem, Problems } from "./problems.ts";
import { checkUse, indexRecords, References, resolveRecords } from "./resolve.ts";
import { wordsOf } from "./steps.ts";
import { loadStories } from "./stories.ts";
import { Suggestions } from "./suggestions.ts";
import { checkContrast } from "./theme/contrast.ts";
import { loadTheme } from "./theme/theme.ts";

export interface Loaded {
  /** Fit to publish only where no diagnostic is an error. */
  readonly content: Content;
  readonly diagnostics: readonly Diagnostic[];
}

export interface LoadOptions {
  /** Whether records marked `draft: true` are part of the content. */
  readonly drafts: boolean;
  /** What is known from the last time: files whose text is the same are not parsed again. */
  readonly cache?: LoadCache;
  readonly onPhase?: OnPhase;
}

export function loadContent(
  folder: Folder,
  { drafts, cache = new LoadCache(), onPhase = () => {} }: LoadOptions,
): Loaded {
  onPhase("Parsing files", folder.texts.size);
  const problems = new Problems(folder);
  const suggestions = new Suggestions();
  for (const { path, reason } of folder.passedOver) {
    problems.add({ file: path, line: 1, column: 1, endLine: 1, endColumn: 1 }, PASSED_OVER[reason]);
  }
  const files = parseFolder(folder, problems, cache.files);
  onPhase("Checking files", folder.texts.size);
  const settings = files.settings ?? siteSchema.parse({});
  // What broken settings would have allowed is no second mistake.
  const requireSources = files.settings?.requireSources ?? false;
  const ontology = makeOntology(files.ontology, wordsIn(settings.language));
  checkOntology(files.ontology, ontology, problems);
  const theme = loadTheme(settings, folder, problems);
  const { colors, dark } = settings.theme ?? {};
  checkContrast({ colors, dark }, theme, ontology, files.ontology, problems);
  const { byId, twins } = indexRecords(files, problems);
  const isWhole =
    twins.length + files.broken.size + files.remains.length === 0 &&
    files.settings !== undefined &&
    files.ontology !== undefined;
  cache.see(folder, drafts, isWhole);
  const twinNames = twins.flatMap((record) => [record.id, ...namesOf(record)]);
  const parsed = { ...files, broken: new Set([...files.broken, ...twinNames, ...twinNames.map(fold)]) };
  const resolved = resolveRecords(
    parsed,
    byId,
    ontology,
    folder,
    requireSources,
    drafts,
    suggestions,
    cache.right,
    problems,
  );
  const records = cache.sorted(resolved);
  const current = currentIndex(records, byId);
  const { stories, texts } = loadStories(
    folder,
    {
      get words() {
        return parsed.broken.size === 0 ? wordsOf(records) : undefined;
      },
      // Where the ontology holds a mistake, what it lacks is no second one.
      ontology: files.ontology === undefined ? undefined : ontology,
      references: new References(parsed, byId, drafts, suggestions, problems),
      suggestions,
    },
    drafts,
    problems,
  );
  // What nothing seems to use may be what a misspelt reference or an unreadable file means.
  if (parsed.broken.size === 0 && !problems.has("unknown-reference"))
    cache.unused = problems.found(() => checkUse(records, texts, problems), cache.unused);
  const links = makeLinkTargets(current);
  let names: string[] | undefined;
  const allNames = () => {
    names ??= records.flatMap((record) =>
      record.kind === "entity" ? [record.id, record.name] : [record.id],
    );
    return names;
  };
  let draftLinks: LinkTargets | undefined;
  const { broken } = parsed;
  const linkable = {
    targets: links,
    get drafts() {
      draftLinks ??= makeLinkTargets(new Map([...byId].filter(([id]) => !current.has(id))));
      return draftLinks;
    },
    broken,
    names: allNames,
    suggestions,
    assets: folder.assets,
  };
  const at = (record: AnyRecord, path: YamlPath): Place => {
    const original = byId.get(record.id);
    return { file: record.file, path: [...((original && parsed.places.get(original)) ?? []), ...path] };
  };
  cache.alike = problems.found(() => checkLikeness(records, at, problems), cache.alike);
  checkFiles(folder.assets, problems);
  checkClaims(records, cache.rightClaims, current, ontology, at, problems);
  // Those that make no record, and link to something all the same.
  const leftOut = [...twins, ...parsed.remains].filter(({ draft }) => drafts || !draft);
  for (const record of [...leftOut, ...texts]) checkLinks(record, linkable, problems);
  for (const record of records) {
    if (cache.rightBodies.has(record)) continue;
    const found = problems.count;
    checkLinks(record, linkable, problems);
    if (problems.count === found) cache.rightBodies.add(record);
  }
  const lists = cache.sameLists(byKind(records));
  const content = { settings, ontology, theme, ...lists, stories, byId: current, links };
  return { content, diagnostics: problems.sorted() };
}

function byKind(records: readonly AnyRecord[]): Pick<Content, "entities" | "edges" | "sources"> {
  const [entities, edges, sources]: [Entity[], Edge[], Source[]] = [[], [], []];
  for (const record of records) {
    if (record.kind === "entity") entities.push(record);
    else if (record.kind === "edge") edges.push(record);
    else sources.push(record);
  }
  return { entities, edges, sources };
}

function currentIndex(
  records: readonly AnyRecord[],
  byId: ReadonlyMap<string, AnyRecord>,
): Map<string, AnyRecord> {
  const current = new Map<string, AnyRecord>();
  for (const record of records) current.set(record.id, record);
  for (const [id, record] of byId) {
    const renamed = current.get(record.id);
    if (id !== record.id && renamed !== undefined) current.set(id, renamed);
  }
  return current;
}

const PASSED_OVER: Record<PassedOver, Problem> = {
  "not-utf8": {
    code: "unreadable-file",
    message: "the file is not in UTF-8",
    help: "save it in the encoding UTF-8",
  },
  "too-large": { code: "unreadable-file", message: "the file is larger than 1 MiB", help: "split it" },
  unreadable: {
    code: "unreadable-file",
    message: "the file cannot be opened",
    help: "check its permissions",
  },
  link: {
    code: "misplaced-file",
    message: "links and devices are not followed",
    help: "put the file itself here",
  },
  misplaced: {
    code: "misplaced-file",
    message: "the file is not read here",
    help: "put Markdown (.md) into entities, edges, sources or stories, and settings into site.yml or ontology.yml",
  },
  "not-image": {
    code: "misplaced-file",
    message: "the file is not published",
    help: "put only png, jpg, gif, webp and avif images into assets; SVG can carry scripts",
  },
  "not-theme": {
    code: "misplaced-file",
    message: "the file is no part of a theme",
    help: "put .css and .mustache files into theme, without folders in it: nothing else of a theme is read, and no code is run",
  },
  "not-text": {
    code: "misplaced-file",
    message: "the file is not read here",
    help: "put images into assets, and end the names of texts in .md; names that begin with . or _ are ignored",
  },
};
