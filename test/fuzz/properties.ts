/** What holds of every content folder, valid or not. Each property throws, with what is wrong, where it does not. */
import { stringify } from "yaml";
import { folderOf } from "../../src/content/folder.ts";
import { readFrontMatter } from "../../src/content/front-matter.ts";
import { type Loaded, loadContent } from "../../src/content/load.ts";
import { analyse } from "../../src/graph/analyse.ts";
import { pagesOf } from "../../src/site/pages.ts";
import { makeSite } from "../../src/site/site.ts";

type Files = Readonly<Record<string, string>>;

const SECONDS = 20;
const MEBIBYTES = 512;

function insist(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** The check ends, in time and in memory, and each problem is at a place that exists. */
export function checkEnds(files: Files): void {
  const start = performance.now();
  // What the inputs before have left behind is not this one's doing.
  const before = process.memoryUsage.rss();
  const { diagnostics } = loadContent(folderOf(files), { drafts: true });
  insist(performance.now() - start < SECONDS * 1000, `the check took more than ${SECONDS} seconds`);
  insist(
    process.memoryUsage.rss() - before < MEBIBYTES * 2 ** 20,
    `the check took more than ${MEBIBYTES} MiB`,
  );
  for (const { file, line, column, endLine, endColumn, message, help, code } of diagnostics) {
    const place = `${file}:${line}:${column} ${code}`;
    const lines = (files[file] ?? "").split("\n");
    insist(files[file] !== undefined, `${place}: there is no such file`);
    insist(line >= 1 && line <= lines.length && endLine >= line, `${place}: there is no such line`);
    insist(column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1, `${place}: there is no such column`);
    insist(endLine > line || endColumn >= column, `${place}: it ends before it begins`);
    insist(message !== "" && help !== "", `${place}: it says nothing`);
    insist(
      !/\[object |undefined|NaN|at \S+\.ts:/.test(message.replaceAll(/“[^”]*”/g, "")),
      `${place}: ${message}`,
    );
  }
}

/** What has no error becomes pages, and none of them holds an element, attribute or address of its author's making. */
export async function pagesAreSafe(files: Files): Promise<void> {
  const { content, diagnostics } = loadContent(folderOf(files), { drafts: true });
  if (diagnostics.some(({ severity }) => severity === "error")) return;
  for (const page of pagesOf(makeSite(content, analyse(content)))) {
    if (!/\.(html|json|css)$/.test(page.path)) continue;
    const text = String(await page.render());
    insist(!page.path.includes(".."), `${page.path} leaves the site`);
    if (!page.path.endsWith(".html")) continue;
    for (const [tag] of text.matchAll(/<[a-z][^>]*>/gi)) {
      insist(
        !/^<script(?! src="[./]*\/skein\/immutable\/theme-\w+\.js"(?: data-[a-z-]+="[^"]*")*>| type="module" src="[./]+\/skein\/immutable\/(?:network|embed|search|table|timeline)-\w+\.js">| type="application\/(?:ld\+json|json" id="words)">)/i.test(
          tag,
        ),
        `${page.path}: ${tag}`,
      );
      insist(!/\son\w+\s*=/i.test(tag.replaceAll(/"[^"]*"/g, '""')), `${page.path}: ${tag}`);
      insist(!/(href|src)="\s*(javascript|data|vbscript|file):/i.test(tag), `${page.path}: ${tag}`);
      insist(!/<img[^>]+src="(?!(\.\.?\/)+assets\/)/i.test(tag), `${page.path}: ${tag}`);
    }
  }
}

/** Over several lines, the printer would begin one of them with three hyphens, which end the front matter. */
const ON_ONE_LINE = {
  lineWidth: 0,
  defaultStringType: "QUOTE_DOUBLE",
  doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
} as const;

/** What was read, written again in any form that YAML allows, is read as the same. */
export function readsTheSameAgain(files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith(".md")) continue;
    const { data, body, problems } = readFrontMatter(text);
    // A key without a value in braces has none; written again, YAML makes a word of that.
    const isWritable = Object.keys(data).length > 0 && !JSON.stringify(data).includes(":null");
    if (problems.length > 0 || !isWritable) continue;
    const again = readFrontMatter(`---\n${stringify(data, ON_ONE_LINE)}---\n${body}`);
    insist(
      JSON.stringify([again.data, again.body]) === JSON.stringify([data, body]),
      `${path} is read otherwise again`,
    );
  }
}

/** The order in which files are read changes nothing. */
export function orderIsNothing(files: Files): void {
  const reversed = Object.fromEntries(Object.entries(files).reverse());
  const said = (loaded: Loaded) => JSON.stringify(loaded.diagnostics);
  const [one, other] = [files, reversed].map((each) => loadContent(folderOf(each), { drafts: false }));
  insist(one !== undefined && other !== undefined && said(one) === said(other), "the order of files matters");
}
