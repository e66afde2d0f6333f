/** A graph of everything that a page can show, and random edits of it, for tests of what a second build need not do. */
import { join } from "node:path";
import fc from "fast-check";
import { folderOf, readFolder } from "../../src/content/folder.ts";
import type { History } from "../../src/content/history.ts";
import { loadContent } from "../../src/content/load.ts";
import { analyse } from "../../src/graph/analyse.ts";
import type { Content } from "../../src/shared/records.ts";
import { makeSite, type Site } from "../../src/site/site.ts";
import { AROUND } from "./content.ts";
import { AWKWARD } from "./exchange.ts";
import { PROJECT } from "./skein.ts";

export interface Version {
  readonly files: Readonly<Record<string, string>>;
  /** What was committed, the newest first: each commit by the files that it changed. */
  readonly commits: readonly (readonly string[])[];
  /** Whether the map is made anew, and not from that of the version before. */
  readonly isMapNew: boolean;
}

/** Ten claims between two, a thread longer than a page shows, links by every way, an entity with claims of its own. */
const MORE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from({ length: 32 }, (_, i) => [
      `edges/note-${i + 10}.md`,
      `---\ntype: statement\nfrom: ${i % 2 === 0 ? "bo" : "guild"}\nto: ${i % 2 === 0 ? "guild" : "bo"}\ndate: "19${i + 10}"\n${i === 0 ? "" : `respondsTo: [note-${i + 9}]\n`}sources: [log]\ntags: [sea]\n---\n`,
    ]),
  ),
  "entities/harbour.md":
    "---\ntype: place\nname: The harbour\nedges:\n  - { type: located-in, to: atlantis, id: harbour-in-atlantis, sources: [copy] }\n---\n\nWhere [[Bo]] lives, says [the guild](guild.md#rules).[^log] See [[the guild|them]] and [[rumour]].\n",
  "sources/letter.md":
    "---\ntitle: A letter\ntype: document\nderivedFrom: [copy]\n---\n\nOf [[ada]] to [[bo]].\n",
  "stories/short.md":
    "---\ntitle: A short one\norder: 2\n---\n\nOf [[ada]].\n\n## One\n\n```map\nselect: bo\n```\n\n[[guild]].[^log]\n",
  "site.yml":
    "title: Two <islands>\ndescription: Who & why\nbaseUrl: https://example.org/graph\nrepository: https://github.com/ada/graph\n",
};

/** The graph that comes with Skein, and an awkward one beside it. */
export const FIRST: Version = {
  files: {
    ...Object.fromEntries(readFolder(join(PROJECT, "content")).texts),
    ...AROUND,
    ...AWKWARD,
    ...MORE,
  },
  commits: [["entities/ada.md", "edges/joint.md"], ["entities/bo.md"]],
  isMapNew: true,
};

/** Undefined where there are errors. */
export const contentOf = ({ files }: Version): Content | undefined => {
  const { content, diagnostics } = loadContent(folderOf(files, ["assets/ada.png"]), { drafts: false });
  return diagnostics.some(({ severity }) => severity === "error") ? undefined : content;
};

export const hasErrors = (version: Version): boolean => contentOf(version) === undefined;

const historyOf = ({ commits }: Version): History => ({
  folder: "content/",
  commits: commits.map((files, i) => ({
    id: `commit-${commits.length - i}`,
    time: Date.UTC(2026, 0, commits.length - i),
    author: "Ada",
    subject: "Say more",
    changes: files.map((file) => ({ action: "changed", path: file, file })),
  })),
});

/** Undefined where the version has errors. Throws nothing else. */
export function siteOf(version: Version, before?: Site): Site | undefined {
  const content = contentOf(version);
  if (content === undefined) return undefined;
  const from = version.isMapNew ? undefined : before?.analysis.positions;
  return makeSite(content, analyse(content, { from }), {
    history: historyOf(version),
    texts: new Map(Object.entries(version.files)),
  });
}

/** One thing that somebody does to a version. */
export type Edit = (version: Version) => Version;

const pick = (files: Version["files"], at: number, of = /^(?:entities|edges|sources)\//): string => {
  const paths = Object.keys(files).filter((path) => of.test(path));
  return paths[at % paths.length] ?? "";
};

const withFile = (version: Version, path: string, change: (text: string) => string): Version => ({
  ...version,
  files: { ...version.files, [path]: change(version.files[path] ?? "---\n---\n") },
});

/** Sets a key of a front matter, in place of the line that has it. */
export const set =
  (path: string, key: string, value: string): Edit =>
  (version) =>
    withFile(version, path, (text) => {
      const line = new RegExp(`^${key}:.*\n`, "m");
      return text.replace(line, "").replace(/^---\n/, `---\n${key}: ${value}\n`);
    });

export const append =
  (path: string, more: string): Edit =>
  (version) =>
    withFile(version, path, (text) => `${text}\n${more}\n`);

export const write =
  (path: string, text: string): Edit =>
  (version) => ({ ...version, files: { ...version.files, [path]: text } });

export const remove =
  (path: string): Edit =>
  (version) => {
    const { [path]: _, ...files } = version.files;
    return { ...version, files };
  };

/** Gives a record another id everywhere. */
export const rename =
  (path: string): Edit =>
  (version) => {
    const id = path.replace(/^.*\/|\.md$/g, "");
    const word = new RegExp(`(?<![\\w-])${id}(?![\\w-])`, "g");
    const files = Object.entries(version.files).map(([each, text]): [string, string] => [
      each === path ? path.replace(/[^/]+$/, `new-${id}.md`) : each,
      text.replace(word, `new-${id}`),
    ]);
    const renamed = { ...version, files: Object.fromEntries(files) };
    return set(path.replace(/[^/]+$/, `new-${id}.md`), "formerIds", `[${id}]`)(renamed);
  };

const at = fc.nat(1000);
const ENTITY = /^entities\//;
const EDGE = /^edges\//;
const SOURCE = /^sources\//;
const STORY = /^stories\//;

const setIn = (of: RegExp, key: string, values: readonly string[]): fc.Arbitrary<Edit> =>
  fc.tuple(at, fc.constantFrom(...values)).map(
    ([place, value]): Edit =>
      (version) =>
        set(pick(version.files, place, of), key, value)(version),
  );

const newClaim = fc.tuple(at, at, at).map(
  ([from, to, about]): Edit =>
    (version) => {
      const [a, b] = [from, to].map((place) =>
        pick(version.files, place, ENTITY).replace(/^.*\/|\.md$/g, ""),
      );
      const matter = pick(version.files, about, EDGE).replace(/^.*\/|\.md$/g, "");
      const text = `---\ntype: statement\nfrom: ${a}\nto: ${b}\nabout: [${matter}]\nsources: [log]\n---\n\nOf [[${a}]].\n`;
      return write(`edges/new-${from}-${to}.md`, text)(version);
    },
);

/** Edits of every kind; one that makes an error of a version is no edit. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  setIn(ENTITY, "name", ["Somebody else", "艾达", "<b>&", "Bo"]),
  setIn(ENTITY, "aliases", ["[Bo, the guild]", "[]"]),
  setIn(ENTITY, "description", ["Another line.", '""']),
  setIn(ENTITY, "type", ["person", "organisation", "state"]),
  setIn(ENTITY, "date", ["1900/1950", "2001-02-03"]),
  setIn(ENTITY, "tags", ["[sea, land]"]),
  setIn(ENTITY, "sources", ["[log, copy]", "[]"]),
  setIn(EDGE, "title", ["They did something", "艾达 <b>&"]),
  setIn(EDGE, "date", ["1999", "2023-06-15", "2018~/.."]),
  setIn(EDGE, "status", ["alleged", "disputed", "reported", "withdrawn"]),
  setIn(EDGE, "sources", ["[log]", "[copy, book]", "[{ source: log, stance: disputes }]"]),
  setIn(EDGE, "attributedTo", ["[ada]", "[guild, bo]"]),
  setIn(EDGE, "about", ["[ada, joint]", "[rumour]"]),
  setIn(EDGE, "respondsTo", ["[rumour]", "[]"]),
  setIn(EDGE, "supersedes", ["[fellow]", "[rumour]"]),
  setIn(EDGE, "to", ["bo", "[ada, guild]"]),
  setIn(EDGE, "type", ["meeting", "sanction", "statement"]),
  setIn(EDGE, "tags", ["[sea, land]", "[]"]),
  setIn(SOURCE, "title", ["Another title"]),
  setIn(SOURCE, "publisher", ["The other press"]),
  setIn(SOURCE, "derivedFrom", ["[book]", "[]"]),
  setIn(SOURCE, "reliability", ["A", "F"]),
  setIn(STORY, "title", ["Another story"]),
  setIn(STORY, "order", ["1", "9"]),
  setIn(/./, "draft", ["true"]),
  fc
    .tuple(
      at,
      fc.constantFrom("More.", "[[ada]] met [[Bo]] and [[the guild]].[^copy]", "[her](../entities/ada.md)"),
    )
    .map(
      ([place, text]): Edit =>
        (version) =>
          append(pick(version.files, place, /^(?:entities|edges|sources|stories)\//), text)(version),
    ),
  at.map(
    (place): Edit =>
      (version) =>
        remove(pick(version.files, place, /^(?:entities|edges|sources|stories)\//))(version),
  ),
  at.map(
    (place): Edit =>
      (version) =>
        rename(pick(version.files, place))(version),
  ),
  newClaim,
  at.map((place) => write(`entities/new-${place}.md`, `---\ntype: person\nname: Bo\n---\n\nOf [[ada]].\n`)),
  at.map((place) => write(`sources/new-${place}.md`, `---\ntitle: New\nderivedFrom: [log]\n---\n`)),
  fc.constantFrom<Edit>(
    set("site.yml", "title", "Another title"),
    set("site.yml", "language", "zh"),
    set("site.yml", "license", "CC0"),
    set("site.yml", "menus", '[{ label: Us, url: "https://us.example/" }]'),
    remove("site.yml"),
    write("ontology.yml", "edgeTypes:\n  statement: { label: Says, verb: says of }\n"),
    write("ontology.yml", "entityTypes:\n  person: { label: Human, plural: Humans }\n"),
    write("theme/footer.mustache", "<footer>{{navigation}}{{notice}}</footer>\n"),
    write("theme/theme.css", "body { margin: 0 }\n"),
  ),
  at.map(
    (place): Edit =>
      (version) => ({
        ...version,
        commits: [[pick(version.files, place)], ...version.commits],
      }),
  ),
);
