/** The page in a web archive (MHTML, RFC 2557), which browsers write as “webpage, single file”. */

export interface Archived {
  readonly page: Uint8Array;
  /** The address that it was saved from. */
  readonly address: string | undefined;
  readonly date: string | undefined;
}

/** Headers, and the parts between boundaries, begin in the first kilobytes; what follows may be pictures. */
const HEAD = 8192;

/** The page is the first of its parts. */
const PARTS = 100;

/** The first HTML of the archive; undefined where the bytes are none, or hold no HTML. */
export function pageInArchive(bytes: Uint8Array): Archived | undefined {
  const beginning = latin1(bytes.subarray(0, HEAD));
  if (!/^mime-version:/im.test(beginning) || beginning.trimStart().startsWith("<")) return undefined;
  const { headers } = partAt(beginning);
  const boundary = /\bboundary="?([^";\r\n]{1,200})/i.exec(headers.get("content-type") ?? "")?.[1];
  if (boundary === undefined) return undefined;
  const parts = latin1(bytes).split(`--${boundary}`, PARTS).slice(1).map(partAt);
  const html = parts.find((part) => /^text\/html\b/i.test(part.headers.get("content-type") ?? ""));
  if (html === undefined) return undefined;
  const page = decoded(html.body, html.headers.get("content-transfer-encoding")?.toLowerCase());
  return { page, address: headers.get("snapshot-content-location"), date: headers.get("date") };
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Headers by their names in small letters, and what stands below the first empty line. */
function partAt(text: string): { headers: Map<string, string>; body: string } {
  const [head = ""] = text.trimStart().split(/\r?\n\r?\n/, 1);
  const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const named = lines.flatMap((line) => {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value] as const];
  });
  return { headers: new Map(named), body: text.trimStart().slice(head.length) };
}

function decoded(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const plain = body
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, "latin1");
}
