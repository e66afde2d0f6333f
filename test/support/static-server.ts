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

/** Files whose names change with their content. */
const HASHED = /-[A-Z0-9]{8}\.js$/;

export interface ServerOptions {
  /** Whether files are compressed, and kept by browsers as long as they may be, as good hosts have it. */
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
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const exists = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    const served = exists ? file : join(folder, "404.html");
    const isCompressed = isTuned && (request.headers["accept-encoding"] ?? "").includes("gzip");
    response.writeHead(exists ? 200 : 404, {
      "Content-Type": TYPES[extname(served)] ?? "application/octet-stream",
      ...(isTuned && { "Cache-Control": HASHED.test(served) ? "max-age=31536000, immutable" : "no-cache" }),
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
