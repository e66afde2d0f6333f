/** The server behind `skein dev`: files of one folder on this machine only, and a channel to the pages that are open. */
import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, resolve, sep } from "node:path";

export interface DevServer {
  readonly port: number;
  /** Sends an event to every open page. */
  send(event: DevEvent): void;
  close(): Promise<void>;
}

/** What open pages are told: that the site is new, or what keeps it from being so. */
export type DevEvent = { readonly type: "reload" } | { readonly type: "problems"; readonly text: string };

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

const EVENTS = "/skein-dev/events";
const SCRIPT = "/skein-dev/client.js";
const PORTS_TRIED = 50;

/** Serves `folder` on the first free port from `port` on; `clientScript` is put into every page. */
export async function serve(folder: string, port: number, clientScript: string): Promise<DevServer> {
  const pages = new Set<ServerResponse>();
  let last: DevEvent | undefined;
  const server = createServer((request, response) => {
    if (!isForThisMachine(request)) return refuse(response);
    const path = pathOf(request);
    if (path === EVENTS) listen(response, pages, last);
    else if (path === SCRIPT) reply(response, 200, ".js", clientScript);
    else answer(response, folder, path);
  });
  const taken = await listenFrom(server, port);
  return {
    port: taken,
    send(event) {
      last = event.type === "problems" ? event : undefined;
      for (const page of pages) page.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * Whether the page that asks was called by a name of this machine. A page of another website can have its own name lead
 * here (DNS rebinding), and would then read the site, drafts and all.
 */
function isForThisMachine({ headers }: IncomingMessage): boolean {
  return OWN_NAMES.has((headers.host ?? "").replace(/:\d+$/, "").toLowerCase());
}

const OWN_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

function refuse(response: ServerResponse): void {
  response.writeHead(403, { "Content-Type": "text/plain; charset=utf-8" });
  response.end("This server answers by the name of localhost only.\n");
}

function listen(response: ServerResponse, pages: Set<ServerResponse>, last: DevEvent | undefined): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write("retry: 500\n\n");
  if (last !== undefined) response.write(`data: ${JSON.stringify(last)}\n\n`);
  pages.add(response);
  response.on("close", () => pages.delete(response));
}

async function listenFrom(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TRIED && port <= 65535; port++) {
    const listening = await new Promise<number | undefined>((done, fail) => {
      server.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "EADDRINUSE" ? done(undefined) : fail(error),
      );
      server.listen(port, "localhost", () => done(addressOf(server)));
    });
    server.removeAllListeners("error");
    if (listening !== undefined) return listening;
  }
  throw new Error(`no port from ${first} to ${first + PORTS_TRIED - 1} is free`);
}

function addressOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** The decoded path of a request; undefined where it cannot be decoded. */
function pathOf(request: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent((request.url ?? "/").replace(/[?#].*$/, ""));
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, folder: string, path: string | undefined): void {
  const file = path === undefined || path.includes("\0") ? undefined : fileIn(folder, path);
  if (file === undefined) notFound(response, folder);
  else if (file.isFolder) {
    response.writeHead(301, { Location: encodeURI(`${path}/`) });
    response.end();
  } else send(response, 200, file.path);
}

function fileIn(folder: string, path: string): { path: string; isFolder: boolean } | undefined {
  const root = resolve(folder);
  const file = resolve(root, `.${sep}${path.endsWith("/") ? `${path}index.html` : path}`);
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) return undefined;
  return { path: file, isFolder: status.isDirectory() };
}

function notFound(response: ServerResponse, folder: string): void {
  const page = join(folder, "404.html");
  if (statSync(page, { throwIfNoEntry: false })?.isFile()) send(response, 404, page);
  else
    reply(response, 404, ".html", "<!doctype html><title>Not there</title><p>Nothing is published yet.</p>");
}

function send(response: ServerResponse, status: number, file: string): void {
  try {
    reply(response, status, extname(file), readFileSync(file));
  } catch {
    reply(response, 404, ".html", "<!doctype html><title>Not there</title><p>The file has just gone.</p>");
  }
}

function reply(response: ServerResponse, status: number, extension: string, body: string | Buffer): void {
  const type = TYPES[extension] ?? "application/octet-stream";
  const isPage = extension === ".html";
  const content = isPage ? withClient(String(body)) : body;
  response.writeHead(status, {
    "Content-Type": type,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(content);
}

const withClient = (page: string): string =>
  page.includes("</head>")
    ? page.replace("</head>", `<script type="module" src="${SCRIPT}"></script></head>`)
    : `${page}<script type="module" src="${SCRIPT}"></script>`;
