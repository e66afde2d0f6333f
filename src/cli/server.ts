/** The server behind `skein dev`: a site on this machine only, and a channel to the pages that are open. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname } from "node:path";
import { DEV_EVENTS, DEV_SCRIPT, type DevEvent } from "../shared/dev-event.ts";

export interface DevServer {
  readonly port: number;
  /** Tells every open page that the site is new. */
  reload(): void;
  /** Shows problems in every page that is open, and in those that are opened until there are none. */
  setProblems(problems: Problems | undefined): void;
  close(): Promise<void>;
}

export type Problems = Extract<DevEvent, { type: "problems" }>;

/** What is served. */
export interface Served {
  /** The file at a path relative to the site’s root; undefined where there is none. */
  fileAt(path: string): Promise<string | Uint8Array | undefined>;
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".atom": "application/atom+xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

const PORTS_TRIED = 50;

/** Serves on the first free port from `port` on; `clientScript` is put into every page. */
export async function serve(site: Served, port: number, clientScript: string): Promise<DevServer> {
  const channel = new Channel();
  const server = createServer((request, response) => {
    if (!isForThisMachine(request)) return refuse(response);
    const path = pathOf(request);
    if (path === DEV_EVENTS) channel.open(request, response);
    else if (path === DEV_SCRIPT) reply(request, response, 200, ".js", clientScript);
    else
      answer(request, response, site, path, channel.version).catch((error: unknown) =>
        explain(response, error),
      );
  });
  const taken = await listenFrom(server, port);
  return {
    port: taken,
    reload: () => channel.reload(),
    setProblems: (problems) => channel.setProblems(problems),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The way to the pages that are open. */
class Channel {
  readonly #pages = new Set<ServerResponse>();
  #problems: Problems | undefined;
  /** How often the site has been made anew. Each page knows of which time it is. */
  version = 0;

  reload(): void {
    this.version++;
    for (const page of this.#pages) write(page, { type: "reload" });
  }

  setProblems(problems: Problems | undefined): void {
    this.#problems = problems;
    if (problems !== undefined) for (const page of this.#pages) write(page, problems);
  }

  open(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write("retry: 500\n\n");
    const known = /[?]version=(\d+)$/.exec(request.url ?? "")?.[1];
    // It was made while the site changed.
    if (known !== undefined && Number(known) !== this.version) write(response, { type: "reload" });
    if (this.#problems !== undefined) write(response, this.#problems);
    this.#pages.add(response);
    response.on("close", () => this.#pages.delete(response));
  }
}

const write = (page: ServerResponse, event: DevEvent): boolean =>
  page.write(`data: ${JSON.stringify(event)}\n\n`);

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

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: Served,
  path: string | undefined,
  version: number,
): Promise<void> {
  const file = path?.replace(/^\//, "").replace(/(?<=^|\/)$/, "index.html");
  const body = file === undefined ? undefined : await site.fileAt(file);
  if (file !== undefined && body !== undefined) {
    const extension = extname(file);
    const stamp = extension === ".html" ? stampOf(String(body), version) : undefined;
    return reply(request, response, 200, extension, body, stamp);
  }
  if (file !== undefined && (await site.fileAt(`${file}/index.html`)) !== undefined) {
    response.writeHead(301, { Location: encodeURI(`/${file}/`) });
    response.end();
    return;
  }
  const missing = (await site.fileAt("404.html")) ?? NOTHING_YET;
  reply(request, response, 404, ".html", missing, { version, frame: "" });
}

/** What a page knows of itself. */
interface Stamp {
  /** How often the site had been made anew when the page was made. */
  readonly version: number;
  /** The same for pages that differ in nothing but their text and what programs read in their heads. */
  readonly frame: string;
}

function stampOf(page: string, version: number): Stamp {
  const around = [
    // Its address tells what it says.
    /<link rel="stylesheet"[^>]*>/.exec(page)?.[0] ?? "",
    page.slice(page.indexOf("<body"), page.indexOf("<main")),
    page.slice(page.lastIndexOf("</main>")),
  ];
  const frame = createHash("sha1").update(around.join("")).digest("base64url");
  return { version, frame };
}

const NOTHING_YET = "<!doctype html><title>Not there</title><p>Nothing is published yet.</p>";

function explain(response: ServerResponse, error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`This is a mistake in Skein, not in your content. Please report it:\n${message}\n`);
}

/** Pages are made anew for each request; of the rest, browsers keep what has not changed. */
function reply(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  extension: string,
  body: string | Uint8Array,
  stamp: Stamp = { version: 0, frame: "" },
): void {
  const isPage = extension === ".html";
  const content = isPage ? withClient(String(body), stamp) : body;
  const tag = isPage ? undefined : `"${createHash("sha1").update(content).digest("base64url")}"`;
  const headers = {
    "Content-Type": TYPES[extension] ?? "application/octet-stream",
    "Cache-Control": isPage ? "no-store" : "no-cache",
    "X-Content-Type-Options": "nosniff",
    ...(tag !== undefined && { ETag: tag }),
  };
  const isKnown = tag !== undefined && request.headers["if-none-match"] === tag;
  response.writeHead(isKnown ? 304 : status, headers);
  response.end(isKnown ? undefined : content);
}

/** A page with the script that renews it: the rest of it is as published. */
function withClient(page: string, { version, frame }: Stamp): string {
  const script = `<script type="module" src="${DEV_SCRIPT}" data-version="${version}" data-frame="${frame}"></script>`;
  return page.includes("</head>") ? page.replace("</head>", () => `${script}</head>`) : page + script;
}
