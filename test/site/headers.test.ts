import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { hashed } from "../../src/site/assets.ts";
import { headersFile } from "../../src/site/headers.ts";
import { assetName, firstLoad } from "../support/first-load.ts";
import { filesBelow, PROJECT, runSkein, temporaryFolder } from "../support/skein.ts";
import { headerRules, headersFor } from "../support/static-server.ts";

const KEPT = "public, max-age=31536000, immutable";
const ASKED_AGAIN = "public, max-age=0, must-revalidate";

describe("_headers", () => {
  test("has a rule a folder where all files are alike, and otherwise one for each thing in it", () => {
    const text = headersFile([
      { path: "index.html" },
      { path: "edges/a/index.html" },
      { path: "edges/b/index.html" },
      { path: "search/index.html" },
      { path: "search/index.json" },
      { path: "search/0a1b/t0.json", isImmutable: true },
      { path: "search/0a1b/t1.json", isImmutable: true },
    ]);
    expect(headerRules(text).slice(1)).toEqual([
      { pattern: "/", headers: [["Cache-Control", ASKED_AGAIN]] },
      { pattern: "/edges/*", headers: [["Cache-Control", ASKED_AGAIN]] },
      { pattern: "/search/", headers: [["Cache-Control", ASKED_AGAIN]] },
      { pattern: "/search/index.json", headers: [["Cache-Control", ASKED_AGAIN]] },
      { pattern: "/search/0a1b/*", headers: [["Cache-Control", KEPT]] },
    ]);
  });
});

describe("the published files", () => {
  const site = join(temporaryFolder(), "site");
  let rules: ReturnType<typeof headerRules> = [];

  beforeAll(async () => {
    expect((await runSkein(["build", "-c", join(PROJECT, "content"), "-o", site])).code).toBe(0);
    rules = headerRules(readFileSync(join(site, "_headers"), "utf8"));
  });

  const cacheOf = (path: string) =>
    headersFor(rules, `/${path.replace(/(?<=^|\/)index\.html$/, "")}`)["Cache-Control"];

  test("are each under one rule about caching: what has a hash in its name is kept, the rest asked for again", () => {
    const files = filesBelow(site).filter((path) => path !== "_headers" && !path.startsWith("assets/"));
    const kept = files.filter((path) => cacheOf(path) === KEPT);
    expect(new Set(files.map(cacheOf))).toEqual(new Set([KEPT, ASKED_AGAIN]));
    expect(
      kept.filter(
        (path) => !/^skein\/immutable\/[\w-]+-\w{8,12}\.(?:js|css|svg)$|^search\/[0-9a-f]{12}\//.test(path),
      ),
    ).toEqual([]);
    expect(kept.map(assetName)).toEqual(
      expect.arrayContaining(["skein.css", "theme.js", "network.js", "icon.svg"]),
    );
  });

  test("are no more rules than Cloudflare Pages takes", () => {
    expect(rules.length).toBeLessThanOrEqual(100);
  });

  test("have the names that the pages ask for", () => {
    const files = new Set(filesBelow(site));
    for (const page of ["index.html", "embed/index.html", "entities/china/index.html", "404.html"])
      expect(firstLoad(site, page).filter((path) => !files.has(path))).toEqual([]);
  });

  test("have the same names from whatever folder Skein is started", async () => {
    const other = join(temporaryFolder(), "site");
    const args = ["build", "-c", join(PROJECT, "content"), "-o", other, "--no-save-positions"];
    expect((await runSkein(args, temporaryFolder())).code).toBe(0);
    const assets = (folder: string) =>
      filesBelow(folder).filter((path) => path.startsWith("skein/immutable/"));
    expect(assets(other)).toEqual(assets(site));
  });
});

test("a file is called after its content", () => {
  expect(hashed("skein.css", "a")).toBe("skein/immutable/skein-ca978112ca1b.css");
  expect(hashed("skein.css", "b")).not.toBe(hashed("skein.css", "a"));
  expect(hashed("network.bin", new Uint8Array([97]))).toBe("skein/immutable/network-ca978112ca1b.bin");
});
