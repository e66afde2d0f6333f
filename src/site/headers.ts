/** The text of `_headers`, for the hosts that read it (Netlify, Cloudflare Pages and others). */
import type { Page } from "./page.ts";
import { CONTENT_SECURITY_POLICY } from "./policy.ts";

type Listed = Pick<Page, "path" | "isImmutable">;

/** A year is the longest that the standard of HTTP names. */
const FOR_EVER = "public, max-age=31536000, immutable";
/** Kept, and asked for again each time: the host answers in a few bytes that nothing has changed. */
const ASKED_AGAIN = "public, max-age=0, must-revalidate";

/**
 * For a site of these files. No two rules about caching match one address: some hosts would join what they say, and then
 * nothing is kept.
 */
export function headersFile(files: readonly Listed[]): string {
  return `/*
  Content-Security-Policy: ${CONTENT_SECURITY_POLICY}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
${rulesFor("", files)
  .map(({ pattern, isImmutable }) => `${pattern}\n  Cache-Control: ${isImmutable ? FOR_EVER : ASKED_AGAIN}\n`)
  .join("")}`;
}

interface Rule {
  readonly pattern: string;
  readonly isImmutable: boolean;
}

/** One rule a folder whose files are all alike; else those of what is in it. */
function rulesFor(folder: string, files: readonly Listed[]): Rule[] {
  const immutable = files.filter(({ isImmutable = false }) => isImmutable).length;
  if (folder !== "" && (immutable === 0 || immutable === files.length))
    return [{ pattern: `/${folder}*`, isImmutable: immutable > 0 }];
  return [...entriesOf(folder, files)].flatMap(([entry, inside]) =>
    entry.endsWith("/")
      ? rulesFor(entry, inside)
      : inside.map(({ isImmutable = false }) => ({
          pattern: `/${entry.replace(/(?<=^|\/)index\.html$/, "")}`,
          isImmutable,
        })),
  );
}

function entriesOf(folder: string, files: readonly Listed[]): Map<string, Listed[]> {
  const entries = new Map<string, Listed[]>();
  for (const file of files) {
    const entry = entryOf(file.path, folder);
    const inside = entries.get(entry);
    if (inside === undefined) entries.set(entry, [file]);
    else inside.push(file);
  }
  return entries;
}

/** The file or the folder, with a slash at its end, in a folder that leads to a path. */
function entryOf(path: string, folder: string): string {
  const end = path.indexOf("/", folder.length);
  return end === -1 ? path : path.slice(0, end + 1);
}
