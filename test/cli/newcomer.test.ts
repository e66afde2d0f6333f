/**
 * Somebody who has never used Skein: gets the package, starts a graph, adds to it, looks at it in a browser, makes a
 * mistake and mends it, and sees what a change does.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { done, installPackage, runInstalled } from "../support/package.ts";
import { run, temporaryFolder } from "../support/skein.ts";
import { serveStatic } from "../support/static-server.ts";

const folder = temporaryFolder();

test("from an empty folder to a change that can be trusted", async () => {
  const installed = await installPackage(folder);
  const graph = join(installed, "my-graph");
  const skein = (...args: string[]) => runInstalled(args, graph);
  const git = (...args: string[]) =>
    done(run("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...args], graph));

  await done(runInstalled(["init", "my-graph", "--title", "Who was first?"], installed));
  // As init says; the package itself is a tarball here, which it found on its own.
  await done(run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], graph));
  await git("init", "--quiet");
  await git("add", ".");
  await git("commit", "--quiet", "-m", "The sample");

  await done(
    skein("new", "source", "--title", "Report of 1909", "--publisher", "The Society", "--id", "report"),
  );
  await done(skein("new", "entity", "--type", "organisation", "--name", "The Society", "--id", "society"));
  await done(
    skein(
      ...["new", "edge", "--type", "investigation", "--from", "society", "--to", "robert-peary"],
      ...["--date", "1909-11", "--source", "report:page 3", "--id", "society-examines-peary"],
    ),
  );
  expect(await done(skein("check"))).toBe("7 entities, 8 claims, 5 sources: no problems\n");
  expect(await done(skein("build"))).toMatch(/^7 entities, 8 claims, 5 sources → _site: /);
  await seesItsClaim(join(graph, "_site"));
  await git("add", ".");
  await git("commit", "--quiet", "-m", "The society examined Peary");

  const file = join(graph, "content/edges/society-examines-peary.md");
  const right = readFileSync(file, "utf8");
  writeFileSync(file, right.replace("robert-peary", "robert-perry").replace("1909-11", "1909-10"));
  const wrong = await skein("build");
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain(
    "content/edges/society-examines-peary.md:4:5 error unknown-reference: no entity “robert-perry”; did you mean “robert-peary”?\n" +
      "     4 | to: robert-perry\n" +
      "       |     ^^^^^^^^^^^^\n" +
      "  help write robert-peary\n",
  );
  expect(wrong.err).toContain("Nothing was published");
  await seesItsClaim(join(graph, "_site"));

  writeFileSync(file, right.replace("1909-11", "1909-10"));
  expect(await done(skein("build"))).toContain("the map moved by 0.0 % on average");
  await git("add", ".");
  await git("commit", "--quiet", "-m", "A month earlier");
  const change = await done(skein("diff", "HEAD~1", "HEAD"));
  expect(change).toContain("**1 claim changed.**");
  expect(change).toContain("1909-11");
  expect(change).toContain("1909-10");
  expect(change).toContain("everything stays where it was");
}, 300_000);

/** In a real browser: from the search to the claim, and to its source. */
async function seesItsClaim(site: string): Promise<void> {
  const server = await serveStatic(site);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/`);
    await expect.poll(() => page.title()).toBe("Who was first?");
    await page.locator("#finder-input").fill("The Society");
    await page.locator("#finder-list [data-id=society]").waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".panel .claim", { hasText: "investigates" }).waitFor();
    await page.goto(`${server.origin}/edges/society-examines-peary/`);
    await expect.poll(() => page.locator("main").textContent()).toContain("November 1909");
    await page.getByRole("link", { name: "Report of 1909" }).first().click();
    await expect.poll(() => page.locator("h1").textContent()).toBe("Report of 1909");
  } finally {
    await browser.close();
    await server.close();
  }
}
