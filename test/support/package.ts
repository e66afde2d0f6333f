/** Skein as somebody gets it: the tarball of `npm pack`, installed in a folder far from here. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { PROJECT, type Result, run } from "./skein.ts";

/** The standard output of what has to succeed. */
export async function done(result: Promise<Result>): Promise<string> {
  const { code, out, err } = await result;
  expect(code, `${out}\n${err}`).toBe(0);
  return out;
}

/** Packs Skein and installs it in a new folder, whose path it gives back. */
export async function installPackage(folder: string): Promise<string> {
  const npm = (args: readonly string[], cwd: string) => done(run("npm", args, cwd));
  const packed = JSON.parse(await npm(["pack", "--json", "--pack-destination", folder], PROJECT));
  // A list, or since npm 12 an object by name.
  const [{ filename }] = Object.values<{ filename: string }>(packed) as [{ filename: string }];
  const installed = join(folder, "elsewhere");
  mkdirSync(installed);
  await npm(["init", "--yes"], installed);
  const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--omit=dev"];
  await npm(["install", ...quiet, `../${filename}`], installed);
  return installed;
}

/** Runs the package’s own command below the folder where it is installed. */
export const runInstalled = (args: readonly string[], cwd: string): Promise<Result> =>
  run("npx", ["--no-install", "skein", ...args], cwd);
