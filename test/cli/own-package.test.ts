import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { version } from "../../package.json" with { type: "json" };
import { ownPackage } from "../../src/cli/own-package.ts";
import { temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = temporaryFolder();

/** A folder where npm has installed Skein, and written down from where. */
function installedFrom(name: string, resolved: string | undefined): string {
  const packages = { "node_modules/skein": { resolved } };
  writeFiles(join(folder, name), {
    ...(resolved !== undefined && { "node_modules/.package-lock.json": JSON.stringify({ packages }) }),
    "node_modules/skein/package.json": "{}",
  });
  return join(folder, name, "node_modules/skein");
}

describe("what a new graph asks npm for", () => {
  test.each([
    ["a tarball", "file:../skein-0.1.0.tgz", "file:../skein-0.1.0.tgz"],
    ["a registry", "https://registry.npmjs.org/skein/-/skein-0.1.0.tgz", version],
    ["another package manager, which writes nothing down", undefined, version],
  ])("Skein came from %s", (name, resolved, expected) => {
    expect(ownPackage(join(folder, "graph"), installedFrom(name, resolved))).toBe(expected);
  });

  test("Skein runs in a checkout", () => {
    expect(ownPackage(join(folder, "graph"), join(folder, "skein"))).toBe("file:../skein");
  });
});
