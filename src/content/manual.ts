/**
 * A folder of plain Markdown → the manual of a site: pages that explain rather than claim. Its `README.md` is the table
 * of contents: each heading of the second level begins a group, each list item that leads to a file is a page of it.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileOf, isFileLink, parseBody, type Token } from "../shared/markdown.ts";
import { compareText } from "../shared/text.ts";

/** A folder that makes no manual; the message names the file, and says the way out. */
export class ManualError extends Error {}

export interface ManualPage {
  /** The name of its file without the ending, which is its address below `docs/`; empty for the table of contents. */
  readonly name: string;
  readonly title: string;
  /** What the table of contents says of it. */
  readonly summary: string;
  /** Markdown, without the title. */
  readonly body: string;
}

export interface Manual {
  readonly contents: ManualPage;
  readonly groups: readonly { readonly title: string; readonly pages: readonly ManualPage[] }[];
  /** Paths of pictures, seen from the folder, by their full path. */
  readonly pictures: ReadonlyMap<string, string>;
}

const CONTENTS = "README.md";
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif)$/i;

/** Throws `ManualError` where there is no table of contents, or it and the files do not go together. */
export function readManual(folder: string): Manual {
  const names = namesIn(folder);
  const contents = pageOf(folder, CONTENTS, "");
  const groups = groupsIn(contents.body).map(({ title, items }) => ({
    title,
    pages: items.map(({ file, summary }) => {
      if (!names.includes(file))
        throw new ManualError(
          `${join(folder, CONTENTS)} lists ${file}, which is not there; write it, or take the line out`,
        );
      return pageOf(folder, file, summary);
    }),
  }));
  const listed = new Set(groups.flatMap(({ pages }) => pages.map(({ name }) => `${name}.md`)));
  const forgotten = names.find((name) => name.endsWith(".md") && name !== CONTENTS && !listed.has(name));
  if (forgotten !== undefined)
    throw new ManualError(
      `${join(folder, forgotten)} is in no list of ${CONTENTS}; add it there: - [Title](${forgotten}): what is in it`,
    );
  const pictures = names
    .filter((name) => PICTURE.test(name))
    .map((name) => [join(folder, name), name] as const);
  return { contents, groups, pictures: new Map(pictures) };
}

/** The files of a folder and of the folders in it, but those whose names begin with a dot. */
function namesIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new ManualError(`there is no folder ${folder}; name one with --docs`);
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(join(folder, "/").length).replaceAll("\\", "/"),
    )
    .filter((name) => !/(?:^|\/)\./.test(name))
    .sort(compareText);
}

function pageOf(folder: string, file: string, summary: string): ManualPage {
  const path = join(folder, file);
  if (statSync(path, { throwIfNoEntry: false }) === undefined)
    throw new ManualError(`there is no ${path}; it is the table of contents of the manual`);
  const [, title, rest] =
    /^# (.+)\n([\s\S]*)$/.exec(readFileSync(path, "utf8").replaceAll("\r\n", "\n")) ?? [];
  if (title === undefined || rest === undefined)
    throw new ManualError(`${path} has no title; begin it with a line such as: # How to publish a graph`);
  const body = rest.replaceAll(/^<!--[\s\S]*?-->\n/gm, "");
  return { name: file === CONTENTS ? "" : file.replace(/\.md$/, ""), title, summary, body };
}

interface Item {
  readonly file: string;
  readonly summary: string;
}

function groupsIn(body: string): { title: string; items: Item[] }[] {
  const groups: { title: string; items: Item[] }[] = [];
  const tokens = parseBody(body);
  for (const [i, token] of tokens.entries()) {
    if (token.type === "heading_open" && token.tag === "h2")
      groups.push({ title: tokens[i + 1]?.content ?? "", items: [] });
    if (token.type !== "list_item_open") continue;
    const item = itemOf(tokens[i + 2]?.children ?? []);
    if (item !== undefined) groups.at(-1)?.items.push(item);
  }
  return groups.filter(({ items }) => items.length > 0);
}

/** `[Title](file.md): what is in it`. */
function itemOf(inline: readonly Token[]): Item | undefined {
  const address = String(inline[0]?.type === "link_open" ? inline[0].attrGet("href") : "");
  if (!isFileLink(address)) return undefined;
  const end = inline.findIndex(({ type }) => type === "link_close");
  const text = inline
    .slice(end + 1)
    .map(({ content }) => content)
    .join("");
  return { file: fileOf(address), summary: text.replace(/^[:,\s]+/, "") };
}
