/** What a reader does on the network page: finds, narrows down, follows time and answers, asks, checks, shares. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Download } from "playwright-core";
import { describe, expect, test } from "vitest";
import { PHONE, useReader, WIDE } from "../support/reader.ts";

const reader = useReader();
const evidence = useReader(join(import.meta.dirname, "../support/evidence-content"));
const phone = { viewport: PHONE, hasTouch: true, isMobile: true };

describe("finding", () => {
  test.each([
    ["an entity by name", "li shang", "Li Shangfu", "Person"],
    ["Chinese characters from the middle of a name", "尚福", "Li Shangfu", "Person"],
    ["a misspelt name", "Blinkn", "Antony Blinken", "Person"],
    ["capitals and a part of a word", "AUST", "Lloyd Austin", "Person"],
    ["a claim by its words", "rejects crisis", "Xi Jinping rejects the offer", "Claim"],
    ["a source by its publisher", "press tv china says", "China says US must lift", "Source"],
  ])("the search box finds %s", async (_, query, name, kind) => {
    const page = await reader.openMap("/");
    await reader.find(query);
    const first = page.locator("[role=option]").first();
    await expect.poll(() => first.textContent()).toContain(name);
    expect(await first.textContent()).toContain(kind);
  });

  test("is a combobox: arrows move, Enter chooses and flies there, Escape closes, nothing found is said", async () => {
    const page = await reader.openMap("/");
    await reader.find("ch");
    const box = page.locator("#finder-input");
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowDown");
    expect(await box.getAttribute("aria-activedescendant")).toBe("finder-option-1");
    const second = await page.locator("#finder-option-1 bdi").textContent();
    await page.keyboard.press("Enter");
    await expect.poll(reader.panelHeading).toBe(second);
    await reader.find("zzzzqqq");
    expect(await page.locator("#finder-list").textContent()).toBe("Nothing has a name like that");
    await page.keyboard.press("Escape");
    expect(await page.locator("#finder-list").isVisible()).toBe(false);
  });

  test("a claim that is found is chosen on the map", async () => {
    const page = await reader.openMap("/", phone);
    await page.locator("#finder-input").tap();
    await page.keyboard.type("sanctions li shangfu");
    await page.locator("[role=option]").first().tap();
    await expect.poll(reader.panelHeading).toBe("The United States sanctions Li Shangfu");
    expect(await reader.address()).toBe("#us-sanctions-li-shangfu");
  });
});

describe("looking around", () => {
  test("the panel lists claims by type and direction with date, status, who says so and sources, and leads on", async () => {
    const page = await reader.openMap("/#li-shangfu");
    const panel = page.locator(".panel");
    expect(await panel.locator("h3").allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Is sanctioned by 1$/)]),
    );
    expect(await panel.locator('a[href="#us-sanctions-li-shangfu"]').count()).toBeGreaterThan(0);
    expect(await panel.locator('a[href="./sources/presstv-2023/"]').count()).toBeGreaterThan(3);
    expect(await panel.locator('a[href="./entities/li-shangfu/"]').count()).toBe(1);
    expect(await panel.locator(".badge.status-alleged").count()).toBe(1);
    await panel.locator('.names a[href="#united-states"]').click();
    await expect.poll(reader.panelHeading).toBe("United States");
    await page.goBack();
    await expect.poll(reader.panelHeading).toBe("Li Shangfu");
  });

  test("focus leaves what is within so many steps, and the counts follow", async () => {
    const page = await reader.openMap("/#russia");
    expect(await reader.counts()).toBe("56 claims, 38 entities");
    await page.getByRole("button", { name: "1 step" }).click();
    expect(await reader.counts()).toBe("1 of 56 claims, 2 of 38 entities");
    await page.getByRole("button", { name: "2 steps" }).click();
    expect(await reader.counts()).toBe("2 of 56 claims, 3 of 38 entities");
    expect(await reader.address()).toBe("?within=2#russia");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("2 steps");
    await page.keyboard.press("Escape");
    expect(await reader.counts()).toBe("56 claims, 38 entities");
  });

  test("a pair has all its claims on one list", async () => {
    const page = await reader.openMap("/#china--united-states");
    expect(await reader.panelHeading()).toBe("China and United States");
    expect(await page.locator(".panel .claim").count()).toBe(5);
  });
});

describe("narrowing down", () => {
  test("the legend takes types, claims and statuses off the map, and counts follow everywhere", async () => {
    const page = await reader.openMap("/");
    const STATE = "#8354b9";
    const before = await reader.stagePixels(STATE);
    const row = page.locator('[data-filter="hide:state"]');
    expect(await row.locator(".legend-count").textContent()).toBe("3");
    await row.locator("input").uncheck();
    await expect.poll(() => reader.stagePixels(STATE)).toBe(0);
    expect(await row.locator(".legend-count").textContent()).toBe("0 / 3");
    expect(await page.locator('[data-filter="hideClaims:sanction"] .legend-count').textContent()).toBe(
      "0 / 2",
    );
    expect(await reader.address()).toBe("?hide=state");
    await page.getByRole("button", { name: "Entities: all" }).click();
    await expect.poll(() => reader.stagePixels(STATE)).toBe(before);
    await page.getByRole("button", { name: "Claims: none" }).click();
    expect(await reader.counts()).toBe("0 of 56 claims, 0 of 38 entities");
    await page.getByRole("button", { name: "Clear filters" }).click();
    expect(await reader.counts()).toBe("56 claims, 38 entities");
    await page.getByRole("button", { name: "Only Alleged" }).click();
    expect(await reader.counts()).toBe("1 of 56 claims, 2 of 38 entities");
    await expect.poll(() => reader.stagePixels("#91868c")).toBeGreaterThan(0);
  });

  test("filters that leave nothing say so, and how to get out", async () => {
    const page = await reader.openMap("/?hideStatus=alleged,confirmed,denied,disputed,reported");
    expect(await page.locator(".stage-empty").textContent()).toContain("leave nothing to draw");
    await page.getByRole("button", { name: "Take them off" }).click();
    expect(await page.locator(".stage-empty").isVisible()).toBe(false);
    expect(await reader.counts()).toBe("56 claims, 38 entities");
  });

  test("the legend explains the colours of communities while they are on the map", async () => {
    const page = await reader.openMap("/");
    expect(await page.locator("#legend-communities").isVisible()).toBe(false);
    await page.locator(".bar-color select").selectOption("community");
    expect(await page.locator("#legend-communities + ul li").first().textContent()).toMatch(
      /^Around .+ \d+$/,
    );
    await expect.poll(() => reader.stagePixels("#3b7dd8")).toBeGreaterThan(50);
    expect(await reader.stagePixels("#c73846")).toBe(0);
  });

  test("filters never move the layout", async () => {
    const page = await reader.openMap("/");
    await page.locator('[data-filter="hide:person"] input').uncheck();
    await page.locator('[data-filter="hide:person"] input').check();
    await page.locator('[data-filter="hide:place"] input').uncheck();
    const hidden = await reader.still();
    await page.goto(`${reader.origin}/?hide=place`);
    await reader.drawn();
    expect(hidden.equals(await reader.still())).toBe(true);
  });

  test.each([
    ["a tag", "filter-tag", "port", "3 of 9 claims, 2 of 7 entities"],
    ["a source", "filter-source", "source:radio", "5 of 9 claims, 6 of 7 entities"],
    ["a publisher", "filter-source", "publisher:Paper", "6 of 9 claims, 5 of 7 entities"],
    ["a number of independent sources", "filter-witnesses", "2", "2 of 9 claims, 4 of 7 entities"],
    ["three independent sources", "filter-witnesses", "3", "1 of 9 claims, 2 of 7 entities"],
  ])("by %s", async (_, field, value, counts) => {
    const page = await evidence.openMap("/");
    await page.locator(`#${field}`).selectOption(value);
    expect(await evidence.counts()).toBe(counts);
  });
});

describe("looking through a source", () => {
  test("shows what it carries, what it carries alone, and what is left without it; a copy is no witness", async () => {
    const page = await evidence.openMap("/#wire");
    const numbers = page.locator(".panel .choices .legend-count");
    await expect.poll(() => numbers.allTextContents()).toEqual(["9", "3", "2", "7"]);
    await page.getByRole("button", { name: /^What it alone supports/ }).click();
    expect(await evidence.counts()).toBe("2 of 9 claims, 3 of 7 entities");
    expect(await evidence.address()).toBe("?source=wire&lens=alone#wire");
    await page.getByRole("button", { name: /^What is left without it/ }).click();
    expect(await evidence.counts()).toMatch(/^7 of 9 claims/);
    await page.getByRole("button", { name: /^Everything/ }).click();
    expect(await evidence.counts()).toBe("9 claims, 7 entities");
  });

  test("a publisher is looked through in the filters", async () => {
    const page = await evidence.openMap("/?publisher=Wire&lens=without");
    expect(await evidence.counts()).toMatch(/^7 of 9 claims/);
    expect(await page.locator("#filter-lens").inputValue()).toBe("without");
  });
});

describe("following time", () => {
  test("a range is brushed, moved by keys and buttons, and imprecise dates count over their whole interval", async () => {
    const page = await evidence.openMap("/?undated=no");
    const from = page.getByRole("slider", { name: "From" });
    const to = page.getByRole("slider", { name: "To" });
    expect(await evidence.counts()).toMatch(/^8 of 9 claims/);
    await page.goto(`${evidence.origin}/?from=2018-01&to=2018-12&undated=no`);
    await evidence.drawn();
    expect(await evidence.counts()).toMatch(/^1 of 9 claims/);
    await to.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowRight");
    expect(await to.getAttribute("aria-valuetext")).toBe("Jun 2019");
    expect(await evidence.counts()).toMatch(/^2 of 9 claims/);
    await from.focus();
    await page.keyboard.press("Home");
    expect(await evidence.counts()).toMatch(/^3 of 9 claims/);
    expect(await evidence.address()).toBe("?to=2019-06&undated=no");
    await page.getByRole("button", { name: "One month on" }).click();
    expect(await evidence.address()).toBe("?from=2017-02&to=2019-07&undated=no");
    await page.locator("body").press("[");
    expect(await evidence.address()).toBe("?to=2019-06&undated=no");
    await page.getByRole("button", { name: "All time" }).click();
    expect(await evidence.address()).toBe("?undated=no");
  });

  test("a drag over the histogram chooses a range, and play moves it on", async () => {
    const page = await evidence.openMap("/");
    const { x, y, width, height } = await evidence.areaOf(".timeline-chart");
    await page.mouse.move(x + width * 0.3, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.5, y + height / 2, { steps: 4 });
    await page.mouse.up();
    const chosen = await evidence.address();
    expect(chosen).toMatch(/^\?from=2018-\d\d&to=2019-\d\d$/);
    const play = page.getByRole("button", { name: "Play" });
    await play.click();
    await expect.poll(() => evidence.address()).not.toBe(chosen);
    await play.click();
    expect(await play.getAttribute("aria-pressed")).toBe("false");
  });

  test("as of a day: acts that had happened by then", async () => {
    const page = await evidence.openMap("/?undated=no");
    await page.locator(".timeline-as-of input").fill("2018-06-01");
    expect(await evidence.counts()).toMatch(/^2 of 9 claims/);
    expect(await evidence.address()).toBe("?asOf=2018-06-01&undated=no");
    await page.locator(".timeline-as-of input").fill("2030-01-01");
    expect(await evidence.counts()).toMatch(/^8 of 9 claims/);
  });

  test("the undated have a switch of their own", async () => {
    const page = await reader.openMap("/", phone);
    const box = page.locator(".timeline-undated input");
    expect(await box.isChecked()).toBe(true);
    await box.uncheck();
    expect(await reader.counts()).toBe("21 of 56 claims, 19 of 38 entities");
  });
});

describe("following answers", () => {
  test("a claim is shown with its thread, as a list and lit on the map", async () => {
    const page = await reader.openMap("/#china-demands-end-of-sanctions");
    const thread = page.locator(".thread li");
    expect(await thread.count()).toBeGreaterThan(4);
    expect(await page.locator(".thread [aria-current]").textContent()).toContain(await reader.panelHeading());
    await page.locator('.thread a[href="#us-sanctions-li-shangfu"]').click();
    await expect.poll(reader.panelHeading).toBe("The United States sanctions Li Shangfu");
    expect(await thread.count()).toBeGreaterThan(4);
  });
});

describe("asking how two are connected", () => {
  test("two are chosen, the shortest way and the alternatives are listed with their claims, and lit", async () => {
    const page = await reader.openMap("/#xi-jinping");
    await page.getByRole("button", { name: "How is it connected to …?" }).click();
    await page.locator("#route-to-input").fill("russia");
    await page.locator("#route-to-list [role=option]").first().click();
    await expect.poll(reader.panelHeading).toBe("How is Xi Jinping connected to Russia?");
    expect(await reader.address()).toBe("?route=xi-jinping--russia");
    const steps = page.locator(".route > li");
    const shortest = await steps.count();
    expect(shortest).toBeGreaterThan(2);
    expect(await steps.first().locator(".claim-facts").first().textContent()).toContain("Press TV");
    const ways = page.getByRole("group", { name: "Ways" }).getByRole("button");
    expect(await ways.count()).toBeGreaterThan(1);
    await ways.nth(1).click();
    expect(await steps.count()).toBeGreaterThanOrEqual(shortest);
    expect(await reader.address()).toBe("?route=xi-jinping--russia&alternative=1");
  });

  test("only over confirmed claims, and only forward in time", async () => {
    const page = await evidence.openMap("/?route=anna--east", phone);
    // Over Bert, who visits the dock, which accuses the east.
    expect(await page.locator(".route-step").allTextContents()).toEqual([
      "Anna —and Bert",
      "Bert —and Dock",
      "Dock —and East",
    ]);
    await page.getByLabel("Only over confirmed claims").check();
    expect(await page.locator(".panel .empty").textContent()).toContain("No way leads from one to the other");
    await page.getByLabel("Only over confirmed claims").uncheck();
    await page.getByLabel("Only forward in time").check();
    // The dock’s accusation was before the visit.
    expect(await page.locator(".panel .empty").textContent()).toContain("No way leads");
    expect(await evidence.address()).toBe("?route=anna--east&forward=yes");
  });
});

describe("reading it as a table", () => {
  test("t shows the same claims as a table, sorted by its headings, at the same address", async () => {
    const page = await evidence.openMap("/?minSources=2");
    await page.locator("body").press("t");
    expect(await page.locator(".stage").isVisible()).toBe(false);
    expect(await page.locator("#table-claims").textContent()).toBe("2 claims");
    expect(await evidence.address()).toBe("?minSources=2&view=table");
    const first = page.locator(".table tbody").first().locator("tr").first();
    expect(await first.textContent()).toContain("February 2020");
    await page.getByRole("button", { name: "Date" }).click();
    expect(await first.textContent()).toContain("2018");
    expect(await page.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("ascending");
    await first.getByRole("link").nth(1).click();
    await expect.poll(evidence.panelHeading).toBe("City sanctions Dock");
    await page.locator("body").press("t");
    await expect.poll(() => page.locator(".stage").isVisible()).toBe(true);
    expect(await evidence.panelHeading()).toBe("City sanctions Dock");
  });

  test("a phone scrolls the table sideways, not the page", async () => {
    const page = await reader.open("/?view=table", phone);
    await page.waitForSelector("#table-claims");
    expect(await page.locator(".table tbody tr").count()).toBe(56 + 38);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });
});

describe("sharing", () => {
  const STATE = "?within=2&hide=place&from=2018&color=community#li-shangfu";

  test("the address brings back the whole state, on another screen too", async () => {
    await reader.openMap(`/${STATE}`);
    const [heading, counts] = [await reader.panelHeading(), await reader.counts()];
    expect(await reader.address()).toBe(STATE);
    const page = await reader.openMap(`/${STATE}`, phone);
    expect([await reader.panelHeading(), await reader.counts()]).toEqual([heading, counts]);
    expect(await page.locator(".bar-color select").inputValue()).toBe("community");
  });

  test("the camera is in the address, and shows the same middle and width elsewhere", async () => {
    const page = await reader.openMap("/");
    const { x, y, width, height } = await reader.areaOf(".stage");
    await page.mouse.move(x + width / 3, y + height / 3);
    await page.mouse.wheel(0, -500);
    await expect.poll(() => reader.address()).toMatch(/^\?at=-?\d+,-?\d+,\d+$/);
    const seen = await reader.still();
    const address = await reader.address();
    await reader.openMap(`/${address}`);
    const again = await reader.still();
    // The address has whole units of the map: the same to the eye, not to the bit.
    expect(Math.abs(again.length - seen.length) / seen.length).toBeLessThan(0.05);
    expect(await reader.address()).toBe(address);
  });

  test("a link and a code to embed are ready to copy", async () => {
    const page = await reader.openMap("/#li-shangfu");
    await reader.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Share" }).click();
    expect(await page.getByLabel("Link to exactly this").inputValue()).toBe(`${reader.origin}/#li-shangfu`);
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(`${reader.origin}/#li-shangfu`);
    const code = await page.getByLabel("To embed it in a page").inputValue();
    expect(code).toContain(`<iframe src="${reader.origin}/embed/#li-shangfu"`);
    await page.keyboard.press("Escape");
    expect(await page.getByLabel("Link to exactly this").isVisible()).toBe(false);
  });

  async function saved(label: string): Promise<{ name: string; content: Buffer }> {
    const { page } = reader;
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download") as Promise<Download>,
      page.getByRole("button", { name: label }).click(),
    ]);
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
  }

  test("what is shown is saved as picture, drawing, table and graph", async () => {
    await reader.openMap("/?hideClaims=meeting#li-shangfu");
    const stage = await reader.areaOf(".stage");
    const png = await saved("Picture (PNG");
    expect(png.name).toBe("network-li-shangfu.png");
    expect(png.content.subarray(1, 4).toString()).toBe("PNG");
    expect(png.content.readUInt32BE(16)).toBe(Math.round(stage.width) * 2);
    const svg = await saved("Drawing (SVG)");
    expect(svg.content.toString()).toMatch(/^<svg xmlns[\s\S]*Li Shangfu[\s\S]*<\/svg>\s*$/);
    expect(svg.content.toString()).toContain("?hideClaims=meeting#li-shangfu");
    const csv = (await saved("Claims as a table (CSV)")).content.toString();
    expect(csv.split("\r\n")[0]).toMatch(/^\uFEFFid,claim,type,from/);
    expect(csv).toContain(
      "us-sanctions-li-shangfu,The United States sanctions Li Shangfu,sanction,united-states",
    );
    expect(csv).not.toContain(",meeting,");
    const gexf = (await saved("Graph for Gephi (GEXF)")).content.toString();
    expect(gexf).toContain('<node id="li-shangfu" label="Li Shangfu">');
    expect(gexf).toContain('id="us-sanctions-li-shangfu"');
    expect(reader.complaints).toEqual([]);
  });

  test("a claim can be cited in words, as BibTeX and as CSL-JSON", async () => {
    const page = await reader.openMap("/#us-sanctions-li-shangfu");
    await page.getByRole("button", { name: "Cite this claim" }).click();
    await page.waitForSelector(".citation[open]");
    const [plain = "", bibtex = "", csl = ""] = await page.locator(".citation pre").allTextContents();
    const address = `${reader.origin}/edges/us-sanctions-li-shangfu/`;
    expect(plain).toContain(
      `“The United States sanctions Li Shangfu” (since 2018, reported). Source: Press TV`,
    );
    expect(plain).toContain(address);
    expect(bibtex).toContain(`howpublished = {\\url{${address}}}`);
    expect(JSON.parse(csl)).toMatchObject([{ id: "us-sanctions-li-shangfu", type: "webpage", URL: address }]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".citation").count()).toBe(0);
  });

  test("an embedded map shows a state without anything around it, and leads back", async () => {
    const page = await reader.open("/embed/?within=1#li-shangfu", { viewport: { width: 600, height: 400 } });
    await page.waitForSelector(".embed svg circle");
    expect(await page.locator(".embed svg circle").count()).toBeLessThan(15);
    expect(await page.locator(".embed svg").textContent()).toContain("Li Shangfu");
    expect(await page.locator(".embed-source a").getAttribute("href")).toBe("../?within=1#li-shangfu");
    expect(await page.locator("nav, .bar, .timeline, .panel").count()).toBe(0);
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      page.locator('.embed circle[data-id="united-states"]').click(),
    ]);
    await opened.waitForSelector(".panel h2");
    expect(new URL(opened.url()).hash).toBe("#united-states");
    expect(reader.complaints).toEqual([]);
  });
});

test("the tools stand in one row on a wide screen, and the details lie over the map alone", async () => {
  const page = await reader.openMap("/#li-shangfu", { viewport: WIDE });
  const bar = await reader.areaOf(".bar");
  for (const button of await page.locator(".bar button:visible").all()) {
    const box = await button.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar.y + bar.height);
  }
  const [stage, panel] = [await reader.areaOf(".stage"), await reader.areaOf(".panel")];
  expect([panel.y, panel.height]).toEqual([stage.y, stage.height]);
});
