import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { DevEvent } from "../../src/shared/dev-event.ts";
import { decodeNetwork } from "../../src/shared/network-data.ts";
import { type Dev, startDev as start } from "../support/dev.ts";
import {
  contentsOf,
  PROJECT,
  runSkein,
  SMALL_CONTENT,
  temporaryFolder,
  writeFiles,
} from "../support/skein.ts";

const folder = temporaryFolder();
const running: Dev[] = [];

afterEach(async () => {
  for (const dev of running.splice(0)) await dev.end();
});

async function startDev(content: string, output: string, port = 0): Promise<Dev> {
  const dev = await start(content, { output, port });
  running.push(dev);
  return dev;
}

/** The events that open pages get, one after the other. */
async function* eventsOf(origin: string): AsyncGenerator<DevEvent> {
  const response = await fetch(`${origin}/skein-dev/events`);
  if (response.body === null) throw new Error("no stream of events");
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      if (event.startsWith("data: ")) yield JSON.parse(event.slice(6));
    }
  }
}

test("dev serves the site, rebuilds on a save, keeps the last good site on an error and shows the problem", async () => {
  const [content, output] = [join(folder, "content"), join(folder, "site")];
  writeFiles(content, SMALL_CONTENT);
  const { child, origin } = await startDev(content, output);
  const page = async (path: string) => (await fetch(origin + path)).text();
  expect(await page("/entities/a/")).toContain("<bdi>Atlantis</bdi></h1>");
  expect(await page("/entities/a/")).toContain('src="/skein-dev/client.js"');
  expect((await fetch(`${origin}/entities/a`, { redirect: "manual" })).status).toBe(301);
  expect((await fetch(`${origin}/nowhere/`)).status).toBe(404);
  expect((await fetch(`${origin}/..%2f..%2fetc/passwd`)).status).toBe(404);
  expect((await fetch(`${origin}/%`)).status).toBe(404);

  const events = eventsOf(origin);
  const first = events.next();
  await new Promise((done) => setTimeout(done, 500));
  writeFiles(content, { "entities/a.md": "---\ntype: state\nname: New Atlantis\n---\n" });
  expect((await first).value).toEqual({ type: "reload" });
  expect(await page("/entities/a/")).toContain("<bdi>New Atlantis</bdi></h1>");

  const second = events.next();
  writeFiles(content, { "entities/a.md": "---\ntype: stat\nname: New Atlantis\n---\n" });
  const problem = (await second).value;
  expect(problem).toMatchObject({
    type: "problems",
    more: 0,
    problems: [
      {
        place: `${content}/entities/a.md:2:7`,
        href: `vscode://file${content}/entities/a.md:2:7`,
        severity: "error",
        code: "unknown-type",
        message: "no entity type “stat”; did you mean “state”?",
        quote: [
          { number: 1, before: "---", marked: "", after: "" },
          { number: 2, before: "type: ", marked: "stat", after: "" },
          { number: 3, before: "name: New Atlantis", marked: "", after: "" },
          { number: 4, before: "---", marked: "", after: "" },
        ],
      },
    ],
  });
  expect(await page("/entities/a/")).toContain("<bdi>New Atlantis</bdi></h1>");

  const third = events.next();
  writeFiles(content, { "entities/a.md": "---\ntype: state\nname: New Atlantis\n---\n" });
  expect((await third).value).toEqual({ type: "reload" });
  const fourth = events.next();
  writeFiles(content, { "theme/footer.mustache": "<footer>My own foot</footer>\n" });
  expect((await fourth).value).toEqual({ type: "reload" });
  expect(await page("/entities/a/")).toContain("<footer>My own foot</footer>");
  expect(existsSync(output)).toBe(false);

  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect(code).toBe(0);
});

/** The status of an answer to a request under another name than that of the address. */
function statusFor(origin: string, host: string, path = "/"): Promise<number | undefined> {
  return new Promise((done, fail) => {
    request(`${origin}${path}`, { headers: { host } }, (response) => {
      response.destroy();
      done(response.statusCode);
    })
      .on("error", fail)
      .end();
  });
}

test("dev answers by the names of this machine only, so that no website can read what it serves", async () => {
  const content = join(folder, "named");
  writeFiles(content, SMALL_CONTENT);
  const { origin } = await startDev(content, join(folder, "named-site"));
  const { port } = new URL(origin);
  for (const name of ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"])
    expect([name, await statusFor(origin, `${name}:${port}`)]).toEqual([name, 200]);
  const foreign = [
    "evil.example",
    `evil.example:${port}`,
    "localhost.evil.example",
    "127.0.0.1.evil.example",
  ];
  for (const name of foreign) expect([name, await statusFor(origin, name)]).toEqual([name, 403]);
  expect(await statusFor(origin, "evil.example", "/skein-dev/events")).toBe(403);
  expect(await statusFor(origin, "evil.example", "/skein-dev/client.js")).toBe(403);
});

test("dev takes the next free port when the wanted one is taken, and says which", async () => {
  const content = join(folder, "other");
  writeFiles(content, SMALL_CONTENT);
  const blocker = createServer();
  await new Promise<void>((done) => blocker.listen(0, "localhost", done));
  const address = blocker.address();
  const taken = typeof address === "object" && address !== null ? address.port : 0;
  try {
    const { origin } = await startDev(content, join(folder, "other-site"), taken);
    const port = Number(new URL(origin).port);
    expect(port).toBeGreaterThan(taken);
    expect((await fetch(`${origin}/`)).status).toBe(200);
  } finally {
    blocker.close();
  }
});

test("dev starts with broken content, says so, and serves as soon as it is mended", async () => {
  const [content, output] = [join(folder, "broken"), join(folder, "mended")];
  writeFiles(content, { ...SMALL_CONTENT, "entities/a.md": "---\ntype: state\n---\n" });
  const { origin } = await startDev(content, output);
  expect(await (await fetch(`${origin}/`)).text()).toContain("Nothing is published yet");
  const events = eventsOf(origin);
  const shown = (await events.next()).value;
  expect(shown).toMatchObject({ problems: [{ code: "missing-key", message: "name is missing" }] });
  writeFiles(content, SMALL_CONTENT);
  expect((await events.next()).value).toEqual({ type: "reload" });
  expect(await (await fetch(`${origin}/entities/a/`)).text()).toContain("Atlantis");
});

test("dev ends where there is no content folder", async () => {
  const nowhere = join(folder, "nowhere");
  expect(await runSkein(["dev", "-c", nowhere, "-o", join(folder, "nothing"), "--port", "0"])).toEqual({
    code: 2,
    out: "",
    err: `skein: there is no folder ${nowhere}; name one with --content\n`,
  });
});

/** The path of a file of the site, as a browser asks for it. */
const addressOf = (path: string): string =>
  `/${path
    .replace(/(?<=^|\/)index\.html$/, "")
    .split("/")
    .map(encodeURIComponent)
    .join("/")}`;

const CLIENT =
  /<script type="module" src="\/skein-dev\/client\.js" data-version="\d+" data-frame="[\w-]*"><\/script>/;

test("what dev serves of the default content is byte for byte what build writes", async () => {
  const output = join(folder, "built");
  const { origin } = await startDev("content", output);
  expect((await runSkein(["build", "-c", "content", "-o", output])).code).toBe(0);
  const served = async (path: string) => {
    const response = await fetch(origin + addressOf(path));
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString("latin1");
    if (!path.endsWith(".html")) return text;
    expect(CLIENT.test(text), path).toBe(true);
    return text.replace(CLIENT, "");
  };
  const files = contentsOf(output);
  expect(files.size).toBeGreaterThan(200);
  // The history comes a moment after the rest.
  const changes = files.get("changes/index.html");
  await expect.poll(() => served("changes/index.html"), { timeout: 20_000 }).toBe(changes);
  for (const [path, text] of files) expect([path, (await served(path)) === text]).toEqual([path, true]);
});

test("many files that change at once, as with git checkout, are one new site", async () => {
  const content = join(folder, "checkout");
  const many = (name: string) =>
    Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `entities/group/e${i}.md`,
        `---\ntype: state\nname: ${name} ${i}\n---\n`,
      ]),
    );
  writeFiles(content, SMALL_CONTENT);
  const { origin, outOf } = await startDev(content, join(folder, "checkout-site"));
  writeFiles(content, many("Old"));
  await expect.poll(() => outOf().match(/made in/g)?.length).toBe(2);
  rmSync(join(content, "entities/group"), { recursive: true });
  writeFiles(content, many("New"));
  const page = async (path: string) => (await fetch(origin + path)).text();
  await expect.poll(() => page("/entities/e299/")).toContain("New 299");
  expect(await page("/entities/e0/")).toContain("New 0");
  await new Promise((done) => setTimeout(done, 500));
  expect(outOf().match(/made in/g)?.length).toBe(3);
  rmSync(content, { recursive: true });
  writeFiles(content, { ...SMALL_CONTENT, "entities/a.md": "---\ntype: state\nname: Anew\n---\n" });
  await expect.poll(() => page("/entities/a/"), { timeout: 5000 }).toContain("Anew");
  expect((await fetch(`${origin}/entities/e0/`)).status).toBe(404);
});

test("a claim more is shown at once, where a build would put it, and the graph is measured anew after that", async () => {
  const [content, output] = [join(folder, "grown"), join(folder, "grown-built")];
  writeFiles(content, SMALL_CONTENT);
  await runSkein(["build", "-c", content, "-o", output]);
  const { origin } = await startDev(content, join(folder, "grown-site"));
  const events = eventsOf(origin);
  const network = async () => Buffer.from(await (await fetch(`${origin}/skein/network.bin`)).arrayBuffer());
  const first = events.next();
  await new Promise((done) => setTimeout(done, 200));
  writeFiles(content, {
    "entities/c.md": "---\ntype: state\nname: Cuba\n---\n",
    "edges/b-visits-c.md": "---\ntype: visit\nfrom: b\nto: c\nsources: [log]\n---\n",
  });
  expect((await first).value).toEqual({ type: "reload" });
  const provisional = await network();
  expect(decodeNetwork(provisional).network.entities.map(({ name }) => name)).toContain("Cuba");
  expect((await events.next()).value).toEqual({ type: "reload" });
  await runSkein(["build", "-c", content, "-o", output]);
  expect((await network()).equals(readFileSync(join(output, "skein/network.bin")))).toBe(true);
  expect(provisional.equals(await network())).toBe(false);
});

test("an editor that SKEIN_EDITOR does not know is refused", async () => {
  const args = [join(PROJECT, "bin/skein.js"), "dev", "-c", "content", "--port", "0"];
  const child = spawn(process.execPath, args, { cwd: PROJECT, env: { ...process.env, SKEIN_EDITOR: "vim" } });
  let err = "";
  child.stderr.on("data", (data) => {
    err += data;
  });
  const [code] = await once(child, "close");
  expect([code, err]).toEqual([
    2,
    "skein: SKEIN_EDITOR is one of vscode, vscode-insiders, vscodium, cursor, windsurf, zed, idea, textmate, none, or an address with {path} in it such as vscode://file{path}:{line}:{column}\n",
  ]);
});
