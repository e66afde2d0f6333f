/** The links in an imported body: by what the input calls its records → by their ids. What leads nowhere becomes text. */
import { fileOf, isFileLink, wikilink } from "../../shared/markdown.ts";
import { FOLDERS, type RecordKind } from "../../shared/paths.ts";
import type { Directory, Known } from "./directory.ts";
import { Fences, outsideCode } from "./markdown.ts";

export interface Linked {
  readonly body: string;
  /** Links that became text, with their lines in the body, from 0. */
  readonly lost: readonly { readonly line: number; readonly link: string }[];
}

const LINKS =
  /\[\[(?<inside>[^[\]\n]+)\]\]|\[\^(?<mark>[^[\]\s]+)\](?<colon>:?)|(?<picture>!?)\[(?<text>[^[\]]*)\]\((?<address>[^()\s]+)\)/g;

/** `images` are the pictures that the content has, by their paths. */
export function linkBody(body: string, directory: Directory, images: ReadonlySet<string>): Linked {
  const lost: { line: number; link: string }[] = [];
  const notes = new Set([...body.matchAll(/^\[\^([^[\]\s]+)\]:/gm)].map(([, mark]) => mark));
  const fences = new Fences();
  const lines = body.split("\n").map((line, at) => {
    if (fences.isCode(line)) return line;
    return outsideCode(line, (text) =>
      text.replace(LINKS, (whole, ...rest) => {
        // The groups come last, and the types of the language do not say so.
        const groups = rest.at(-1) as Groups;
        const isNote = groups.colon === ":" || notes.has(groups.mark);
        const written = isNote ? whole : pieceFor(whole, groups, directory, images);
        if (written !== undefined) return written;
        lost.push({ line: at, link: whole });
        return textOf(groups);
      }),
    );
  });
  return { body: lines.join("\n"), lost };
}

type Groups = Readonly<
  Record<"inside" | "mark" | "colon" | "picture" | "text" | "address", string | undefined>
>;

/** What to write for a link; undefined where it leads nowhere. */
function pieceFor(
  whole: string,
  { inside, mark, picture, text = "", address = "" }: Groups,
  directory: Directory,
  images: ReadonlySet<string>,
): string | undefined {
  if (inside !== undefined) return wikilinkFor(whole, inside, directory);
  if (mark !== undefined) return citationFor(whole, mark, directory);
  if (picture === "!") return pictureFor(whole, address, text, images);
  return isFileLink(address) ? fileLinkFor(address, text, directory) : whole;
}

/** What a reader sees of a link that leads nowhere. */
function textOf({ inside, mark, text = "" }: Groups): string {
  if (mark !== undefined) return `\\[^${mark}]`;
  if (inside === undefined) return text;
  const { target, label } = wikilink(inside);
  return label ?? target;
}

function wikilinkFor(whole: string, inside: string, directory: Directory): string | undefined {
  const { target, fragment, label = target } = wikilink(inside);
  if (target === "") return whole;
  const known = only(target, ANY, directory);
  if (known === undefined) return undefined;
  if (!directory.isCall(target) || known.id === target) return whole;
  const place = fragment === undefined ? known.id : `${known.id}#${fragment}`;
  return label === known.name && fragment === undefined ? `[[${place}]]` : `[[${place}|${label}]]`;
}

function citationFor(whole: string, mark: string, directory: Directory): string | undefined {
  const known = only(mark, ["source"], directory);
  if (known === undefined) return undefined;
  return known.id === mark ? whole : `[^${known.id}]`;
}

/** Records of an import are not where their folders were: all of a kind are in one. */
function fileLinkFor(address: string, text: string, directory: Directory): string | undefined {
  const path = fileOf(address);
  const known = only(path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, ""), ANY, directory);
  if (known === undefined) return undefined;
  const hash = address.indexOf("#");
  return `[${text}](../${FOLDERS[known.kind]}/${known.id}.md${hash < 0 ? "" : address.slice(hash)})`;
}

function pictureFor(
  whole: string,
  address: string,
  text: string,
  images: ReadonlySet<string>,
): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(address)) return whole;
  const path = address.replace(/^(?:\.\.?\/)+/, "");
  return images.has(fileOf(path)) ? `![${text}](../${path})` : undefined;
}

const ANY: readonly RecordKind[] = ["entity", "edge", "source"];

function only(name: string, kinds: readonly RecordKind[], directory: Directory): Known | undefined {
  const [known, other] = directory.find(name, kinds);
  return other === undefined ? known : undefined;
}
