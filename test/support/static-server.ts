/** A plain web server for a published site, as any host would serve it. */
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

export interface StaticServer {
  readonly origin: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

export interface ServerOptions {
  /** Whether files are compressed and `_headers` is obeyed, as good hosts have it. */
  readonly isTuned?: boolean;
}

/** Good hosts compress a file once. */
const known = new Map<string, Buffer>();

function compressed(file: string): Buffer {
  const key = `${file} ${statSync(file).mtimeMs}`;
  const body = known.get(key) ?? gzipSync(readFileSync(file), { level: 9 });
  known.set(key, body);
  return body;
}

export async function serveStatic(
  folder: string,
  { isTuned = false }: ServerOptions = {},
): Promise<StaticServer> {
  const rules = isTuned ? headerRules(readFileSync(join(folder, "_headers"), "utf8")) : [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const exists = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    const served = exists ? file : join(folder, "404.html");
    const isCompressed = isTuned && (request.headers["accept-encoding"] ?? "").includes("gzip");
    response.writeHead(exists ? 200 : 404, {
      "Content-Type": TYPES[extname(served)] ?? "application/octet-stream",
      ...headersFor(rules, path),
      ...(isCompressed && { "Content-Encoding": "gzip", Vary: "Accept-Encoding" }),
    });
    response.end(isCompressed ? compressed(served) : readFileSync(served));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Rules of a `_headers` file: a line with a pattern, then indented lines with a header each. */
export interface HeaderRule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export function headerRules(text: string): HeaderRule[] {
  return text
    .split(/\n(?=\S)/)
    .map((block) => block.trimEnd().split("\n"))
    .map(([pattern = "", ...lines]) => ({
      pattern,
      headers: lines.map((line) => {
        const [name = "", ...value] = line.trim().split(": ");
        return [name, value.join(": ")] as const;
      }),
    }));
}

/** What all rules that match a path say, as Cloudflare Pages has it: a header that two of them have is joined. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const found = new Map<string, string[]>();
  for (const { pattern, headers } of rules) {
    const isMatch = pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
    if (isMatch) for (const [name, value] of headers) found.set(name, [...(found.get(name) ?? []), value]);
  }
  return Object.fromEntries([...found].map(([name, values]) => [name, values.join(", ")]));
}
