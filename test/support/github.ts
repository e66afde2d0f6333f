/** A stand-in for GitHub’s API on this machine: as much of it as a comment needs. */
import { createServer, type IncomingMessage } from "node:http";

export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

export interface PullRequest {
  readonly number: number;
  readonly head: { readonly label: string; readonly sha: string };
}

export interface Upload {
  readonly bytes: Buffer;
  /** What GitHub says of its size, where that is to be something else. */
  readonly size?: number;
}

export const TOKEN = "the-token-of-the-run";
export const REPOSITORY = "owner/graph";

/** What it holds, for tests to set and to look at. */
export class FakeGitHub {
  pulls: PullRequest[] = [];
  uploads: Upload[] = [];
  readonly comments = new Map<number, Comment[]>();
  /** Method and path of every request, in order; `!` before those that had the token. */
  readonly requests: string[] = [];

  readonly #server = createServer(async (request, response) => {
    const { status, body, headers } = this.#answer(request, await textOf(request));
    response.writeHead(status, headers).end(body);
  });
  #origin = "";

  get api(): string {
    return this.#origin;
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    const address = this.#server.address();
    if (typeof address !== "object" || address === null) throw new Error("the server has no port");
    this.#origin = `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #answer({ method = "", url = "", headers }: IncomingMessage, text: string): Answer {
    const hasToken = headers.authorization === `Bearer ${TOKEN}`;
    this.requests.push(`${hasToken ? "!" : ""}${method} ${url}`);
    const { pathname, searchParams } = new URL(url, "http://api");
    if (pathname.startsWith("/storage/")) return this.#stored(Number(pathname.split("/")[2]));
    if (!hasToken || !pathname.startsWith(`/repos/${REPOSITORY}/`)) return { status: 404, body: "" };
    const path = pathname.slice(`/repos/${REPOSITORY}`.length);
    const numbers = [...path.matchAll(/\d+/g)].map(Number);
    const [number = 0] = numbers;
    switch (`${method} ${path.replace(/\d+/g, "N")}`) {
      case "GET /pulls":
        return json(this.pulls.filter(({ head }) => head.label === searchParams.get("head")));
      case "GET /actions/runs/N/artifacts":
        return json({
          artifacts: this.uploads.map(({ bytes, size }, id) => ({
            id,
            name: searchParams.get("name"),
            size_in_bytes: size ?? bytes.length,
            expired: false,
          })),
        });
      case "GET /actions/artifacts/N/zip":
        return { status: 302, body: "", headers: { Location: `${this.#origin}/storage/${number}` } };
      case "GET /issues/N/comments": {
        const page = Number(searchParams.get("page")) - 1;
        return json(this.comments.get(number)?.slice(page * 100, page * 100 + 100) ?? []);
      }
      case "POST /issues/N/comments": {
        const all = this.comments.get(number) ?? [];
        all.push({ id: 5000 + all.length, user: { login: "github-actions[bot]" }, ...JSON.parse(text) });
        this.comments.set(number, all);
        return json({}, 201);
      }
      case "PATCH /issues/comments/N": {
        const comment = [...this.comments.values()].flat().find(({ id }) => id === number);
        if (comment !== undefined) comment.body = JSON.parse(text).body;
        return json({});
      }
      default:
        return { status: 404, body: "" };
    }
  }

  #stored(id: number): Answer {
    const upload = this.uploads[id];
    return upload === undefined ? { status: 404, body: "" } : { status: 200, body: upload.bytes };
  }
}

interface Answer {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const json = (value: unknown, status = 200): Answer => ({ status, body: JSON.stringify(value) });

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  return text;
}
