/** The default content where its repository is known: what readers see of the way to the editor. */
import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { complaintsAbout } from "../support/axe.ts";
import { complaintsAbout as htmlComplaints } from "../support/html.ts";
import { deadLinks } from "../support/links.ts";
import { PHONE, useReader } from "../support/reader.ts";
import { filesBelow, PROJECT, temporaryFolder } from "../support/skein.ts";

const content = join(temporaryFolder(), "content");
cpSync(join(PROJECT, "content"), content, { recursive: true });
appendFileSync(join(content, "site.yml"), "repository: https://github.com/example/graph\n");
const reader = useReader(content);

const PAGES = [
  "/entities/li-shangfu/",
  "/edges/us-sanctions-li-shangfu/",
  "/sources/presstv-2023/",
  "/sources/",
  "/pairs/china--united-states/",
  "/stories/from-a-sanction-to-a-refused-line/",
  "/help/",
  "/contribute/",
  "/nowhere/",
];

test.each(PAGES)("%s has its links for everybody, on a phone and wide, light and dark", async (path) => {
  for (const screen of [{}, { viewport: PHONE, hasTouch: true, isMobile: true }]) {
    const page = await reader.open(path, screen);
    expect(await complaintsAbout(page)).toEqual([]);
    expect(await page.locator('a[href^="https://github.com/example/graph/"]').count()).toBeGreaterThan(0);
  }
  await reader.page.setViewportSize({ width: 320, height: 640 });
  const width = await reader.page.evaluate("document.documentElement.scrollWidth");
  expect(width).toBe(320);
});

test("every page is valid, and its links within the site lead somewhere", async () => {
  const site = join(reader.folder, "site");
  const pages = filesBelow(site).filter((path) => path.endsWith(".html"));
  expect(await htmlComplaints(site, pages)).toEqual([]);
  expect(deadLinks(site).dead).toEqual([]);
});

test("paper has no links to an editor", async () => {
  const page = await reader.open("/entities/li-shangfu/");
  const links = page.getByRole("navigation", { name: "Correct and add" });
  expect(await links.isVisible()).toBe(true);
  await page.emulateMedia({ media: "print" });
  expect(await links.isVisible()).toBe(false);
});

test.each([
  ["li-shangfu", "entities/li-shangfu.md"],
  ["us-sanctions-li-shangfu", "edges/us-sanctions-li-shangfu.md"],
  ["presstv-2023", "sources/presstv-2023.md"],
])("the panel of %s leads to the editor of %s", async (id, path) => {
  const page = await reader.open(`/#${id}`);
  const link = page.locator(".panel").getByRole("link", { name: "Correct this" });
  await expect
    .poll(() => link.getAttribute("href"))
    .toBe(`https://github.com/example/graph/edit/main/content/${path}`);
});
