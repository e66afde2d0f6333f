/** A theme in a real browser: what its settings say is what is seen, on the page and on the canvas, and it loads nothing. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { claim, person } from "../support/pages.ts";
import { useReader } from "../support/reader.ts";
import { writeFiles } from "../support/skein.ts";

const content = mkdtempSync(join(tmpdir(), "skein-theme-"));
afterAll(() => rmSync(content, { recursive: true, force: true }));

/** Another place, which counts who comes. */
let visits = 0;
const other = createServer((_, response) => {
  visits++;
  response.end();
});
await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
afterAll(() => void other.close());
const { port } = other.address() as AddressInfo;
const elsewhere = `http://127.0.0.1:${port}/`;

writeFiles(content, {
  "site.yml":
    "title: Graph\nrequireSources: false\ntheme:\n  colors: { paper: '#fffcf3', surface: '#fffdf8', ink: '#2a1a4a' }\n  fonts: { sans: 'DejaVu Sans, sans-serif' }\n  signs: { alleged: 12 5 }\n",
  "theme/more.css": `@import url(${elsewhere}x.css);\n@font-face { font-family: X; src: url(${elsewhere}x.woff2); }\nbody { background-image: url(${elsewhere}x.png); font-family: X, var(--sans); }\n.before h1 { letter-spacing: 3px; }\n`,
  "theme/banner.mustache":
    '<header class="banner"><p class="own">{{siteTitle}} of many</p>{{navigation}}</header>\n',
  "theme/network.mustache":
    '<header class="before"><h1>{{title}}</h1><p>{{size}}</p></header>{{map}}<p class="after">Long text</p>\n',
  "theme/story.mustache":
    '{{map}}<article class="story-text"><h1>{{title}}</h1><p class="before">Read on</p>{{steps}}</article>\n',
  "theme/embed.mustache": "<h1>{{title}}</h1>{{source}}{{map}}\n",
  "stories/one.md": `---\ntitle: One\n---\n\n## First\n\n\`\`\`map\nselect: anna\n\`\`\`\n\n${"Text.\n\n".repeat(60)}`,
  ...person("anna"),
  ...person("bert"),
  ...claim("word", "anna", "bert", "status: alleged\n"),
});

const reader = useReader(content);
afterEach(() => reader.close());

test("is seen on the page and on the canvas", async () => {
  const page = await reader.openMap("/");
  expect(await page.locator(".own").textContent()).toBe("Graph of many");
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
  expect(await style("body", "background-color")).toBe("rgb(255, 252, 243)");
  expect(await style("h1", "letter-spacing")).toBe("3px");
  expect(await style(".line-sign.status-alleged path", "stroke-dasharray")).toBe("12px, 5px");
  expect(await style(".picture .lines .status-alleged path", "stroke-dasharray")).toBe("12px, 5px");
  await expect.poll(() => reader.stagePixels("#fffdf8")).toBeGreaterThan(100_000);
  await expect.poll(() => reader.stagePixels("#2a1a4a")).toBeGreaterThan(10);
});

test("puts text around the map, which works as ever and keeps its room", async () => {
  const page = await reader.openMap("/");
  await reader.find("bert");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".panel").textContent()).toContain("BERT");
  const [before, stage, after] = [
    await reader.areaOf(".before"),
    await reader.areaOf(".stage"),
    await reader.areaOf(".after"),
  ];
  expect(before.y + before.height).toBeLessThanOrEqual(stage.y);
  expect(stage.y + stage.height).toBeLessThanOrEqual(after.y);
  expect(stage.height).toBeGreaterThan(300);
});

test("puts the map above the text of a story, and the map still follows the steps", async () => {
  const page = await reader.openMap("/stories/one/");
  expect(await page.locator(".story-text .before").textContent()).toBe("Read on");
  await page.keyboard.press("n");
  await expect.poll(() => page.locator(".step.is-current").count()).toBe(1);
});

test("lays out the embedded map, whose link leads to the same view", async () => {
  const page = await reader.open("/embed/#anna");
  await page.waitForSelector(".embed .stage svg");
  await expect.poll(() => page.locator(".embed-source a").getAttribute("href")).toContain("#anna");
});

test("loads nothing from another place: the policy stops what its styles ask for", async () => {
  await reader.open("/entities/anna/");
  await expect.poll(() => reader.complaints.join("\n")).toMatch(/x\.png[\s\S]*Content Security Policy/);
  await expect.poll(() => reader.complaints.join("\n")).toMatch(/x\.woff2[\s\S]*Content Security Policy/);
  expect(visits).toBe(0);
  // It does count.
  await fetch(`${elsewhere}x.png`);
  expect(visits).toBe(1);
});
